package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Parameter;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.LiteralType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `**kwargs` of a function that hands them on or looks into them by name: the arguments keep their names and types.
///
/// Such a pack is a tuple `("**", name, value, name, value, …)` whose names are compile-time constants without bits.
/// Where the function looks at all of it, it becomes a dictionary. A function that changes its `kwargs` or keeps them
/// receives a dictionary from the start.
final class KeywordPacks {
  private static final LiteralType MARK = new LiteralType("**");

  private KeywordPacks() {}

  /// Does this parameter take a pack when its arguments are known by name?
  static boolean isTaken(FunctionSymbol function, Parameter parameter) {
    var scope = function.scope();
    return parameter.kind() == Parameter.ParameterKind.DOUBLE_STAR && scope.unpacked.contains(parameter.name())
        && !scope.exposed.contains(parameter.name()) && scope.bindings.getOrDefault(parameter.name(), 0) == 1;
  }

  static boolean isPack(Type type) {
    return type instanceof TupleType(var elements) && !elements.isEmpty() && elements.getFirst().equals(MARK);
  }

  static TypedExpr make(Map<String, TypedExpr> values, Substitution types, Span span) {
    var elements = new ArrayList<Type>();
    var parts = new ArrayList<TypedExpr>();
    elements.add(MARK);
    parts.add(new TypedExpr.Undefined(MARK, span));
    values.forEach((name, value) -> {
      var literal = new LiteralType(name);
      elements.add(literal);
      parts.add(new TypedExpr.Undefined(literal, span));
      elements.add(types.resolve(value.type()));
      parts.add(value);
    });
    return new TypedExpr.MakeTuple(new TupleType(elements), parts, span);
  }

  /// The arguments in a pack by name.
  static Map<String, TypedExpr> entries(TypedExpr pack, Substitution types, Span span) {
    var result = new LinkedHashMap<String, TypedExpr>();
    var elements = ((TupleType) types.prune(pack.type())).elements();
    for (int i = 1; i < elements.size(); i += 2) {
      result.put((String) ((LiteralType) elements.get(i)).value(),
          new TypedExpr.GetElement(pack, i + 1, types.resolve(elements.get(i + 1)), span));
    }
    return result;
  }

  /// The pack that a name means; null when it means anything else.
  static @Nullable TypedExpr named(Body body, Expr expression) {
    if (!(expression instanceof Expr.Name name)) {
      return null;
    }
    TypedExpr value = body.variables.read(name);
    return isPack(body.types.prune(value.type())) ? value : null;
  }

  /// What a dictionary of these values holds: the type they join to, else a union.
  static Type commonType(Body body, List<TypedExpr> values) {
    Type common = null;
    for (TypedExpr value : values) {
      Type type = body.types.prune(value.type());
      Type joined = common == null ? type : body.coercions.join(common, type);
      common = joined != null ? joined : body.types.union(List.of(common, type));
    }
    return common == null ? Names.STR : common;
  }

  static TypedExpr dictionary(Body body, TypedExpr pack, Span span) {
    var entries = entries(pack, body.types, span);
    Type value = commonType(body, new ArrayList<>(entries.values()));
    Type dictionary = Names.dict(Names.STR, value);
    var temporary = body.temporary(body.types.resolve(dictionary), span);
    var read = new TypedExpr.Get(temporary, span);
    var statements = new ArrayList<TypedStmt>();
    statements.add(new TypedStmt.Set(
        temporary, body.constructors.construct(dictionary, List.of(), body.calls.node(span), null), span));
    entries.forEach((name, entry) -> statements.add(new TypedStmt.Evaluate(body.calls.method(read, "__setitem__",
        List.of(new TypedExpr.Literal(Names.STR, name, span), body.coercions.coerce(entry, value)), span), span)));
    return new TypedExpr.Block(statements, read, span);
  }

  /// `kwargs["name"]` of a pack that has it; null for anything else.
  static @Nullable TypedExpr item(Body body, Expr object, Expr key) {
    if (!(key instanceof Expr.StringLiteral(_, var name))) {
      return null;
    }
    TypedExpr pack = named(body, object);
    return pack == null ? null : entries(pack, body.types, object.span()).get(name);
  }

  /// `kwargs.get("name")` and `kwargs.get("name", value)` of a pack; null for anything else.
  static @Nullable TypedExpr get(Body body, Expr.Call call, @Nullable Type expected) {
    if (!(call.callee() instanceof Expr.Attribute(_, Expr.Name object, var method)) || !method.equals("get")
        || call.arguments().isEmpty() || call.arguments().size() > 2
        || call.arguments().stream().anyMatch(a -> a.kind() != Expr.ArgumentKind.POSITIONAL)
        || !(call.arguments().getFirst().value() instanceof Expr.StringLiteral(_, var name))) {
      return null;
    }
    TypedExpr pack = named(body, object);
    if (pack == null) {
      return null;
    }
    TypedExpr entry = entries(pack, body.types, object.span()).get(name);
    if (entry != null) {
      return entry;
    }
    return call.arguments().size() == 2 ? body.expressions.check(call.arguments().get(1).value(), expected)
        : new TypedExpr.Literal(Names.NONE, null, call.span());
  }

  /// `"name" in kwargs` of a pack; null for anything else.
  static @Nullable Boolean contains(Body body, Expr key, Expr object) {
    if (!(key instanceof Expr.StringLiteral(_, var name))) {
      return null;
    }
    TypedExpr pack = named(body, object);
    return pack == null ? null : entries(pack, body.types, object.span()).containsKey(name);
  }
}
