package io.codonj.core.infer;

import io.codonj.api.types.Type;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;

/// `args` of an exception whose class has an `__init__` of its own: the arguments of the call, unless that method hands
/// others to its base.
///
/// ```
/// E(1, "a")      ->      e = new E;  e._set_arguments((1, "a"));  e.__init__(1, "a")
/// ```
final class ExceptionArguments {
  private final Body body;

  ExceptionArguments(Body body) {
    this.body = body;
  }

  /// The call of `__init__` with its arguments evaluated before, and recorded.
  TypedExpr recorded(TypedExpr.CallFunction call, TypedExpr exception, List<TypedStmt> before) {
    Instance instance = body.program.instances.get(call.function());
    boolean own = instance != null && !instance.symbol.module.isLibrary
        && ReturnScan.handsArgumentsOn(instance.symbol.definition.body());
    if (instance == null || instance.symbol.module.isLibrary || own) {
      return call;
    }
    var arguments = new ArrayList<TypedExpr>();
    arguments.add(call.arguments().getFirst());
    var elements = new ArrayList<TypedExpr>();
    var elementTypes = new ArrayList<Type>();
    for (TypedExpr argument : call.arguments().subList(1, call.arguments().size())) {
      Type type = body.types.resolve(argument.type());
      var temporary = body.temporary(type, argument.span());
      before.add(new TypedStmt.Set(temporary, argument, argument.span()));
      TypedExpr read = new TypedExpr.Get(temporary, argument.span());
      arguments.add(read);
      elements.add(read);
      elementTypes.add(type);
    }
    if (elements.isEmpty()) {
      return call;
    }
    TypedExpr tuple = new TypedExpr.MakeTuple(new TupleType(elementTypes), elements, call.span());
    before.add(new TypedStmt.Evaluate(body.calls.method(
        body.coercions.coerce(exception, Names.BASE_EXCEPTION), "_set_arguments", List.of(tuple), call.span()), call.span()));
    return new TypedExpr.CallFunction(call.function(), arguments, call.type(), call.span());
  }
}
