package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Loops over `static.range`, `static.enumerate` and `static.vars` of `codon.static`, whose body is written out once for each
/// value.
final class StaticLoops {
  private static final String MODULE = "codon.static.";
  private static final long MOST_VALUES = 1024;

  private final Body body;

  StaticLoops(Body body) {
    this.body = body;
  }

  /// The values that the loop variable takes; null when the iterable is another one.
  @Nullable List<TypedExpr> values(Expr iterable, List<TypedStmt> into) {
    if (!(iterable instanceof Expr.Call(_, var callee, var arguments))) {
      return null;
    }
    Symbol symbol = switch (callee) {
      case Expr.Name name -> body.calls.namedFunction(name);
      case Expr.Attribute attribute when attribute.value() instanceof Expr.Name -> body.members.moduleMember(attribute);
      default -> null;
    };
    if (!(symbol instanceof FunctionSymbol function) || !function.name.startsWith(MODULE)) {
      return null;
    }
    Span span = iterable.span();
    return switch (function.displayName) {
      case "range" -> range(arguments, span);
      case "enumerate" -> pairs(arguments, span, into);
      case "vars" -> fields(arguments, span, into);
      default -> null;
    };
  }

  private List<TypedExpr> range(List<Expr.Argument> arguments, Span span) {
    var bounds = new ArrayList<Long>();
    for (Expr.Argument argument : arguments) {
      if (!(body.expressions.check(argument.value(), null) instanceof TypedExpr.Literal(_, Long value, _))) {
        throw body.error(argument.value().span(), InferenceCode.NOT_CONSTANT, "this must be a compile-time constant");
      }
      bounds.add(value);
    }
    if (bounds.isEmpty() || bounds.size() > 3 || bounds.size() == 3 && bounds.get(2) == 0) {
      throw body.error(span, InferenceCode.ARGUMENT_COUNT, "static.range() takes a stop, a start and a stop, or both and a step");
    }
    long start = bounds.size() > 1 ? bounds.get(0) : 0;
    long stop = bounds.size() > 1 ? bounds.get(1) : bounds.get(0);
    long step = bounds.size() > 2 ? bounds.get(2) : 1;
    var result = new ArrayList<TypedExpr>();
    for (long i = start; step > 0 ? i < stop : i > stop; i += step) {
      if (result.size() == MOST_VALUES) {
        throw body.error(span, InferenceCode.NOT_CONSTANT, "a loop can be written out at most " + MOST_VALUES + " times");
      }
      result.add(new TypedExpr.Literal(Names.INT, i, span));
    }
    return result;
  }

  private TypedExpr only(List<Expr.Argument> arguments, Span span, List<TypedStmt> into) {
    if (arguments.size() != 1) {
      throw body.error(span, InferenceCode.ARGUMENT_COUNT, "this loop takes one argument");
    }
    TypedExpr value = body.expressions.check(arguments.getFirst().value(), null);
    var temporary = body.temporary(body.types.resolve(value.type()), span);
    into.add(new TypedStmt.Set(temporary, value, span));
    return new TypedExpr.Get(temporary, span);
  }

  private List<TypedExpr> pairs(List<Expr.Argument> arguments, Span span, List<TypedStmt> into) {
    TypedExpr tuple = only(arguments, span, into);
    if (!(body.types.prune(tuple.type()) instanceof TupleType(var elements))) {
      throw body.error(span, InferenceCode.NOT_CONSTANT, "static.enumerate() needs a tuple");
    }
    var result = new ArrayList<TypedExpr>();
    for (int i = 0; i < elements.size(); i++) {
      result.add(pair(new TypedExpr.Literal(Names.INT, (long) i, span),
          new TypedExpr.GetElement(tuple, i, body.types.resolve(elements.get(i)), span), span));
    }
    return result;
  }

  private List<TypedExpr> fields(List<Expr.Argument> arguments, Span span, List<TypedStmt> into) {
    TypedExpr object = only(arguments, span, into);
    if (!(body.types.prune(object.type()) instanceof ClassType type)
        || !(body.program.classOf(type) instanceof ClassSymbol symbol)) {
      throw body.error(span, InferenceCode.NOT_CONSTANT, "static.vars() needs an object");
    }
    var result = new ArrayList<TypedExpr>();
    for (ClassSymbol.Field field : ClassLayouts.fields(symbol)) {
      if (!field.name().startsWith("=")) {
        result.add(pair(new TypedExpr.Literal(Names.STR, field.name(), span),
            body.members.getField(object, type, field, span), span));
      }
    }
    return result;
  }

  private TypedExpr pair(TypedExpr first, TypedExpr second, Span span) {
    return new TypedExpr.MakeTuple(
        new TupleType(List.<Type>of(first.type(), body.types.resolve(second.type()))), List.of(first, second), span);
  }
}
