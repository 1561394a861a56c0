package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Parameter.ParameterKind;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `f(**mapping)` where `f` has named parameters and the keys are known at run time only: each parameter without an
/// argument looks its name up, and a key that names no parameter is a TypeError.
///
/// ```
/// f(1, **d)   →   check(d, ("b", "c")); f(1, b=required(d, "b"), c=d["c"] if "c" in d else default)
/// ```
final class RuntimeKeywords {
  private final Body body;
  private final FunctionSymbol function;
  private final Map<String, Type> typeArguments;
  private final Expr at;

  RuntimeKeywords(Body body, FunctionSymbol function, Map<String, Type> typeArguments, Expr at) {
    this.body = body;
    this.function = function;
    this.typeArguments = typeArguments;
    this.at = at;
  }

  /// Replaces the mapping among the arguments; gives what has to run before the call.
  List<TypedStmt> expand(List<Argument> arguments) {
    var statements = new ArrayList<TypedStmt>();
    int place = place(arguments);
    if (place < 0 || function.parameters().stream().anyMatch(p -> p.kind() == ParameterKind.DOUBLE_STAR)) {
      return statements;
    }
    Span span = arguments.get(place).span();
    TypedExpr mapping = body.calls.typed(arguments.remove(place), null);
    if (!body.types.isGround(mapping.type())) {
      body.unresolved = true;
      return statements;
    }
    if (!body.calls.hasMethod(mapping.type(), "__getitem__")) {
      throw body.error(span, InferenceCode.ARGUMENT_TYPE, ArgumentBinder.name(function)
          + "() argument after ** must be a mapping, not " + body.coercions.show(mapping.type()));
    }
    var kept = body.temporary(body.types.resolve(mapping.type()), span);
    statements.add(new TypedStmt.Set(kept, mapping, span));
    long positional = arguments.stream().filter(a -> !a.isKeyword()).count();
    var names = new ArrayList<TypedExpr>();
    var types = new ArrayList<Type>();
    int index = 0;
    for (Parameter parameter : function.parameters()) {
      boolean given = parameter.kind() != ParameterKind.KEYWORD_ONLY && index < positional
          || arguments.stream().anyMatch(a -> a.keyword().equals(parameter.name()));
      if (!given && parameter.kind() != ParameterKind.POSITIONAL_ONLY && parameter.kind() != ParameterKind.STAR) {
        TypedExpr value = value(parameter, index, new TypedExpr.Get(kept, span), span);
        if (value != null) {
          names.add(new TypedExpr.Literal(Names.STR, parameter.name(), span));
          types.add(Names.STR);
          arguments.add(place++, new Argument(parameter.name(), null, value, span));
        }
      }
      index++;
    }
    TypedExpr known = new TypedExpr.MakeTuple(new Type.TupleType(types), names, span);
    TypedExpr check = body.calls.library("_check_keywords",
        List.of(new TypedExpr.Get(kept, span), known, text(ArgumentBinder.name(function), span)), span);
    statements.add(new TypedStmt.Evaluate(check, span));
    return statements;
  }

  private static int place(List<Argument> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).keyword().equals("**")) {
        return i;
      }
    }
    return -1;
  }

  private static TypedExpr text(String value, Span span) {
    return new TypedExpr.Literal(Names.STR, value, span);
  }

  /// What a parameter receives; null when only its default has a type that fits.
  private @org.jspecify.annotations.Nullable TypedExpr value(Parameter parameter, int index, TypedExpr mapping, Span span) {
    TypedExpr name = text(parameter.name(), span);
    if (parameter.defaultValue() == null) {
      return body.calls.library(
          "_required_keyword", List.of(mapping, name, text(ArgumentBinder.name(function), span)), span);
    }
    Type declared = body.calls.invocations.declared(function, index, typeArguments);
    TypedExpr found = body.calls.method(mapping, "__getitem__", List.of(name), span);
    TypedExpr otherwise = body.functionValues.defaultValue(function, parameter, declared, typeArguments, at);
    Type wanted = declared != null ? declared : otherwise.type();
    TypedExpr fitting = body.coercions.tryCoerce(found, wanted);
    if (fitting == null && declared == null && Names.isNone(body.types.prune(wanted))) {
      wanted = body.types.optional(found.type());
      fitting = body.coercions.tryCoerce(found, wanted);
      otherwise = body.coercions.coerce(otherwise, wanted);
    }
    if (fitting == null) {
      return null;
    }
    TypedExpr present = body.calls.method(mapping, "__contains__", List.of(name), span);
    return new TypedExpr.Conditional(present, fitting, otherwise, body.types.resolve(wanted), span);
  }
}
