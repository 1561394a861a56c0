package io.codonj.core.lower;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import java.util.ArrayList;
import java.util.List;

/// Expressions: hands each kind to its family, and lowers objects, tuples and control flow itself.
final class ExpressionLowering {
  private final FunctionLowering function;
  private final TypeLowering types;
  private final LiteralLowering literals;
  private final CallLowering calls;
  private final IntrinsicLowering intrinsics;
  private final CoercionLowering coercions;
  private final UnionLowering unions;
  private final ClosureLowering closures;
  private final IdentityLowering identities;

  ExpressionLowering(FunctionLowering function) {
    this.function = function;
    types = function.types();
    literals = new LiteralLowering(types);
    calls = new CallLowering(function, this);
    intrinsics = new IntrinsicLowering(function, this);
    unions = new UnionLowering(function);
    closures = new ClosureLowering(function, this);
    coercions = new CoercionLowering(this, types, unions, closures);
    identities = new IdentityLowering(function, this);
  }

  IrOp lower(TypedExpr expression) {
    Span span = expression.span();
    return switch (expression) {
      case TypedExpr.Literal literal -> literals.lower(literal);
      case TypedExpr.Undefined undefined -> Operations.undefined(types.lower(undefined.type()), span);
      case TypedExpr.Get get -> function.variables().get(get.variable(), span);
      case TypedExpr.CallFunction call -> calls.direct(call);
      case TypedExpr.CallValue call -> calls.indirect(call);
      case TypedExpr.CallForeign call -> calls.foreign(call);
      case TypedExpr.CallIntrinsic call -> intrinsics.lower(call);
      case TypedExpr.New creation -> newObject(creation);
      case TypedExpr.GetField access -> getField(access);
      case TypedExpr.MakeTuple tuple ->
          new IrOp.MakeStruct(types.struct(tuple.type()), lowerAll(tuple.elements()), span);
      case TypedExpr.GetElement access -> Operations.extract(lower(access.tuple()), access.index(), span);
      case TypedExpr.MakeClosure closure -> closures.make(closure);
      case TypedExpr.GetCapture access -> closures.capture(access);
      case TypedExpr.Coerce coercion -> coercions.lower(coercion);
      case TypedExpr.IsNone test -> identities.isNone(test);
      case TypedExpr.IsMember test -> unions.isMember(lower(test.union()), test.union().type(), test.member(), span);
      case TypedExpr.IsInstance test -> identities.isInstance(test);
      case TypedExpr.SameObject test -> identities.same(test);
      case TypedExpr.Conditional choice ->
          new IrOp.If(
              lower(choice.condition()),
              lower(choice.whenTrue()),
              lower(choice.whenFalse()),
              types.lower(choice.type()),
              span);
      case TypedExpr.Not not -> Operations.not(lower(not.operand()), span);
      case TypedExpr.Block block ->
          Operations.sequence(span, function.statements().lower(block.statements(), span), lower(block.value()));
      case TypedExpr.Yield yield -> new IrOp.Yield(lower(yield.value()), received(), span);
      case TypedExpr.AddressOf address -> function.variables().address(address.variable(), span);
      case TypedExpr.Pipeline pipeline -> pipeline(pipeline);
    };
  }

  List<IrOp> lowerAll(List<TypedExpr> expressions) {
    var result = new ArrayList<IrOp>(expressions.size());
    for (TypedExpr expression : expressions) {
      result.add(lower(expression));
    }
    return result;
  }

  /// The address of a field of a reference class.
  IrOp fieldAddress(TypedExpr object, Type owner, String field, Span span) {
    return Operations.fieldAddress(
        lower(object), types.objectLayout(owner), types.fieldIndex(owner, field), span);
  }

  private IrOp getField(TypedExpr.GetField access) {
    Span span = access.span();
    if (types.lower(access.owner()) instanceof IrType.Struct) {
      return Operations.extract(lower(access.object()), types.fieldIndex(access.owner(), access.field()), span);
    }
    return Operations.load(
        types.lower(access.type()), fieldAddress(access.object(), access.owner(), access.field(), span), span);
  }

  private IrOp newObject(TypedExpr.New creation) {
    Span span = creation.span();
    IrOp allocation = Operations.allocate(types.objectLayout(creation.type()), span);
    if (!types.hasHeader(creation.type())) {
      return allocation;
    }
    Variable object = function.temporary(IrType.PTR);
    String typeInfo = function.program().classes().typeInfo(creation.type());
    return Operations.sequence(
        span,
        Operations.set(object, allocation, span),
        Operations.store(Operations.get(object, span), Operations.symbol(typeInfo, span), span),
        Operations.get(object, span));
  }

  private IrType received() {
    var generator = function.function().generator();
    if (generator == null) {
      throw new CompilerBug("yield outside of a generator", function.function().span());
    }
    return types.lower(generator.received());
  }

  private IrOp pipeline(TypedExpr.Pipeline pipeline) {
    IrOp source = lower(pipeline.source());
    var stages = new ArrayList<IrOp.Stage>();
    for (TypedExpr.Stage stage : pipeline.stages()) {
      Span span = stage.body().span();
      IrType incoming = types.lower(stage.variable().type());
      var target = function.variables().target(stage.variable(), incoming, span);
      IrOp body = target.with(lower(stage.body()), span);
      IrType yielded = stage.generator() ? types.lower(TypeLowering.yielded(stage.body().type())) : null;
      stages.add(new IrOp.Stage(target.variable(), body, yielded, stage.parallel()));
    }
    return new IrOp.Pipeline(source, stages, types.lower(pipeline.type()), pipeline.span());
  }
}
