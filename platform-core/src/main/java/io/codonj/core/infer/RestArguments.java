package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `*args` and `**kwargs` parameters receive.
final class RestArguments {
  private final Body body;
  private final Substitution types;
  private final InvocationChecker invocations;

  RestArguments(Body body, InvocationChecker invocations) {
    this.body = body;
    this.types = body.types;
    this.invocations = invocations;
  }

  /// A tuple, or a tuple of dynamic length where a list was unpacked.
  TypedExpr positional(
      FunctionSymbol function, int index, List<Argument> rest, Map<String, Type> typeArguments, Expr at) {
    Type declared = invocations.declared(function, index, typeArguments);
    if (rest.size() == 1 && rest.getFirst().keyword().equals("*")) {
      TypedExpr value = body.calls.typed(rest.getFirst(), null);
      return body.calls.library("_dynamic_tuple", List.of(value), at.span());
    }
    var values = new ArrayList<TypedExpr>();
    var elements = new ArrayList<Type>();
    for (Argument argument : rest) {
      TypedExpr value = body.calls.typed(argument, declared);
      if (declared != null) {
        value = body.coercions.coerce(value, declared, argument.span(), InferenceCode.ARGUMENT_TYPE);
      }
      if (function.name.equals("builtins.print")) {
        value = body.classValues.printed(value);
      }
      values.add(value);
      elements.add(types.resolve(value.type()));
    }
    return new TypedExpr.MakeTuple(new TupleType(elements), values, at.span());
  }

  /// A dictionary, or what keeps the names and types apart.
  TypedExpr keywords(
      FunctionSymbol function, int index, Map<String, Argument> keywords, Map<String, Type> typeArguments, Expr at) {
    Type declared = invocations.declared(function, index, typeArguments);
    var values = new LinkedHashMap<String, TypedExpr>();
    keywords.forEach((name, argument) -> {
      boolean unpacked = name.equals("**");
      TypedExpr value = body.calls.typed(argument, unpacked ? null : declared);
      values.put(name, declared == null || unpacked ? value
          : body.coercions.coerce(value, declared, argument.span(), InferenceCode.ARGUMENT_TYPE));
    });
    if (!values.containsKey("**") && KeywordPacks.isTaken(function, function.parameters().get(index))) {
      return KeywordPacks.make(values, types, at.span());
    }
    return dictionary(declared, values, keywords, index, at);
  }

  private TypedExpr dictionary(
      @Nullable Type declared, Map<String, TypedExpr> values, Map<String, Argument> keywords, int index, Expr at) {
    Span span = at.span();
    TypedExpr unpacked = values.get("**");
    if (unpacked != null && values.size() == 1) {
      return body.members.callMethod(unpacked, "copy", List.of(), at, null);
    }
    Type value = declared != null ? declared : body.nodeType(at, "keywords " + index);
    if (declared == null && values.values().stream().allMatch(v -> types.isGround(v.type()))) {
      var all = new ArrayList<TypedExpr>();
      values.forEach((name, v) -> all.add(name.equals("**") ? held(v) : v));
      types.unify(value, KeywordPacks.commonType(body, all));
      body.functionValues.callables.learnResult(all, value);
    }
    var statements = new ArrayList<TypedStmt>();
    Type dictionary = Names.dict(Names.STR, value);
    TypedExpr make = body.constructors.construct(dictionary, List.of(), at, null);
    var temporary = body.temporary(types.resolve(dictionary), span);
    var read = new TypedExpr.Get(temporary, span);
    statements.add(new TypedStmt.Set(temporary, make, span));
    values.forEach((name, item) -> {
      Span place = keywords.get(name).span();
      statements.add(new TypedStmt.Evaluate(name.equals("**")
          ? body.members.callMethod(read, "update", List.of(Argument.of(item)), body.calls.node(place), null)
          : body.calls.method(read, "__setitem__", List.of(new TypedExpr.Literal(Names.STR, name, place),
              body.coercions.coerce(item, value, place, InferenceCode.ARGUMENT_TYPE)), place), span));
    });
    temporary.type(types.resolve(dictionary));
    return new TypedExpr.Block(statements, read, span);
  }

  /// Stands for a value of the unpacked dictionary.
  private TypedExpr held(TypedExpr dictionary) {
    return types.prune(dictionary.type()) instanceof Type.ClassType c && c.arguments().size() == 2
        ? new TypedExpr.Undefined(types.resolve(c.arguments().get(1)), dictionary.span()) : dictionary;
  }
}
