package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Parameter.ParameterKind;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `f(*list)` and `f(**dict)` where only the run decides how many arguments there are, or of which names: the
/// parameters take their items one by one, and the call is checked when it is made.
final class StarArguments {
  private final Body body;
  private final Substitution types;
  private final FunctionSymbol function;
  private final Map<String, Type> typeArguments;
  private final Expr at;

  /// What has to be done before the first item is taken.
  private List<TypedStmt> before = new ArrayList<>();

  StarArguments(Body body, FunctionSymbol function, Map<String, Type> typeArguments, Expr at) {
    this.body = body;
    this.types = body.types;
    this.function = function;
    this.typeArguments = typeArguments;
    this.at = at;
  }

  /// Replaces the starred arguments; gives what is left to do before the call.
  List<TypedStmt> expand(List<Argument> arguments) {
    positional(arguments);
    if (function.parameters().stream().anyMatch(p -> p.kind() == ParameterKind.DOUBLE_STAR)) {
      keywords(arguments);
    } else {
      before.addAll(new RuntimeKeywords(body, function, typeArguments, at).expand(arguments));
    }
    return before;
  }

  // ---- *list

  private void positional(List<Argument> arguments) {
    int first = 0;
    while (first < arguments.size() && !arguments.get(first).keyword().equals("*")) {
      first++;
    }
    if (first == arguments.size()) {
      return;
    }
    boolean rest = function.parameters().stream().anyMatch(p -> p.kind() == ParameterKind.STAR);
    long places = function.parameters().stream().filter(p -> p.kind() == ParameterKind.NORMAL
        || p.kind() == ParameterKind.POSITIONAL_ONLY).count();
    if (rest && first > places) {
      first = (int) places;
    }
    var tail = new ArrayList<Argument>();
    for (Argument argument : arguments.subList(first, arguments.size())) {
      if (!argument.isKeyword()) {
        tail.add(argument);
      }
    }
    int given = (int) arguments.subList(0, first).stream().filter(a -> !a.isKeyword()).count();
    var names = new HashSet<String>();
    arguments.stream().filter(Argument::isKeyword).forEach(a -> names.add(a.keyword()));
    var open = openPositions(given, names);
    if (open.isEmpty() && rest && tail.size() == 1) {
      return;
    }
    Span span = tail.getFirst().span();
    TypedExpr items = combined(tail, span);
    arguments.removeAll(tail);
    var expanded = new ArrayList<Argument>();
    if (items == null) {
      open.forEach(p -> expanded.add(Argument.of(new TypedExpr.Undefined(body.nodeType(at, "star " + p.name()), span))));
      arguments.addAll(first, expanded);
      return;
    }
    if (open.isEmpty() && rest) {
      arguments.add(first, new Argument("*", null, items, span));
      return;
    }
    var temporary = body.temporary(types.resolve(items.type()), span);
    var read = new TypedExpr.Get(temporary, span);
    before.add(new TypedStmt.Set(temporary, items, span));
    TypedExpr length = body.calls.method(read, "__len__", List.of(), span);
    var required = open.stream().filter(p -> p.defaultValue() == null).map(Parameter::name).toList();
    before.add(new TypedStmt.Evaluate(body.calls.library("_check_positional", List.of(length, number(given, span),
        number(open.size(), span), new TypedExpr.Literal(Names.BOOL, rest, span), text(String.join(",", required), span),
        text(ArgumentBinder.name(function), span)), span), span));
    for (int i = 0; i < open.size(); i++) {
      TypedExpr item = body.calls.method(read, "__getitem__", List.of(number(i, span)), span);
      if (open.get(i).defaultValue() != null) {
        TypedExpr present = body.calls.method(length, "__gt__", List.of(number(i, span)), span);
        item = orDefault(present, item, open.get(i));
      }
      expanded.add(Argument.of(prepared(item)));
    }
    if (rest) {
      TypedExpr others = body.calls.library("_items_from", List.of(read, number(open.size(), span)), span);
      expanded.add(new Argument("*", null, prepared(others), span));
    }
    arguments.addAll(first, expanded);
  }

  /// Parameters that positional arguments from the given one on can reach.
  private List<Parameter> openPositions(int given, Set<String> names) {
    var result = new ArrayList<Parameter>();
    int index = 0;
    for (Parameter parameter : function.parameters()) {
      boolean positional =
          parameter.kind() == ParameterKind.NORMAL || parameter.kind() == ParameterKind.POSITIONAL_ONLY;
      if (!positional || parameter.kind() == ParameterKind.NORMAL && names.contains(parameter.name())) {
        break;
      }
      if (index++ >= given) {
        result.add(parameter);
      }
    }
    return result;
  }

  /// All of the items as one list; null when their type is not known yet.
  private @Nullable TypedExpr combined(List<Argument> tail, Span span) {
    var values = new ArrayList<TypedExpr>();
    for (Argument argument : tail) {
      TypedExpr value = body.calls.typed(argument, null);
      if (Substitution.isVariable(types.prune(value.type()))) {
        body.unresolved = true;
        return null;
      }
      values.add(value);
    }
    if (values.size() == 1) {
      return body.comprehensions.toList(values.getFirst(), span);
    }
    Type element = elementType(tail, values);
    TypedExpr list = body.constructors.construct(Names.list(element), List.of(), body.calls.node(span), null);
    var temporary = body.temporary(types.resolve(list.type()), span);
    var read = new TypedExpr.Get(temporary, span);
    var statements = new ArrayList<TypedStmt>();
    statements.add(new TypedStmt.Set(temporary, list, span));
    for (int i = 0; i < values.size(); i++) {
      boolean star = tail.get(i).keyword().equals("*");
      statements.add(new TypedStmt.Evaluate(body.members.callMethod(read, star ? "extend" : "append",
          List.of(Argument.of(star ? values.get(i) : body.coercions.coerce(values.get(i), element))), body.calls.node(tail.get(i).span()), null), tail.get(i).span()));
    }
    return new TypedExpr.Block(statements, read, span);
  }

  private Type elementType(List<Argument> tail, List<TypedExpr> values) {
    var items = new ArrayList<TypedExpr>();
    for (int i = 0; i < values.size(); i++) {
      TypedExpr value = values.get(i);
      if (tail.get(i).keyword().equals("*")) {
        Type item = types.fresh();
        body.loops.iteratorOf(new TypedExpr.Undefined(value.type(), value.span()), item);
        value = new TypedExpr.Undefined(types.resolve(item), value.span());
      }
      items.add(value);
    }
    return types.resolve(KeywordPacks.commonType(body, items));
  }

  // ---- **dict

  private void keywords(List<Argument> arguments) {
    Argument dictionary = null;
    for (Argument argument : arguments) {
      if (argument.keyword().equals("**")) {
        dictionary = argument;
      }
    }
    if (dictionary == null) {
      return;
    }
    int given = (int) arguments.stream().filter(a -> !a.isKeyword()).count();
    var names = new HashSet<String>();
    arguments.stream().filter(Argument::isKeyword).forEach(a -> names.add(a.keyword()));
    var open = new ArrayList<Parameter>();
    int index = 0;
    for (Parameter parameter : function.parameters()) {
      switch (parameter.kind()) {
        case NORMAL -> {
          if (index++ >= given && !names.contains(parameter.name())) {
            open.add(parameter);
          }
        }
        case POSITIONAL_ONLY -> index++;
        case KEYWORD_ONLY -> {
          if (!names.contains(parameter.name())) {
            open.add(parameter);
          }
        }
        case STAR, DOUBLE_STAR -> {}
      }
    }
    if (open.isEmpty()) {
      return;
    }
    Span span = dictionary.span();
    TypedExpr value = body.calls.typed(dictionary, null);
    int place = arguments.indexOf(dictionary);
    arguments.remove(place);
    if (Substitution.isVariable(types.prune(value.type()))) {
      body.unresolved = true;
      open.forEach(p -> arguments.add(new Argument(
          p.name(), null, new TypedExpr.Undefined(body.nodeType(at, "star " + p.name()), span), span)));
      return;
    }
    if (!Names.is(types.prune(value.type()), "dict")) {
      throw body.error(span, InferenceCode.ARGUMENT_TYPE, ArgumentBinder.name(function)
          + "() argument after ** must be a dictionary, not '" + body.coercions.show(value.type()) + "'");
    }
    var temporary = body.temporary(types.resolve(value.type()), span);
    var read = new TypedExpr.Get(temporary, span);
    before.add(new TypedStmt.Set(temporary, value, span));
    TypedExpr function = text(ArgumentBinder.name(this.function), span);
    for (Parameter parameter : open) {
      TypedExpr name = text(parameter.name(), span);
      boolean positional = parameter.kind() == ParameterKind.NORMAL;
      TypedExpr item = body.calls.library("_keyword_item",
          List.of(read, name, new TypedExpr.Literal(Names.BOOL, positional, span), function), span);
      if (parameter.defaultValue() != null) {
        item = orDefault(body.calls.method(read, "__contains__", List.of(name), span), item, parameter);
      }
      arguments.add(new Argument(parameter.name(), null, prepared(item), span));
    }
    String taken = String.join(",", open.stream().map(Parameter::name).toList());
    TypedExpr others = body.calls.library("_keywords_without", List.of(read, text(taken, span)), span);
    arguments.add(new Argument("**", null, prepared(others), span));
  }

  // ---- both

  private TypedExpr orDefault(TypedExpr present, TypedExpr item, Parameter parameter) {
    Type declared = body.calls.invocations.declared(
        function, function.parameters().indexOf(parameter), typeArguments);
    TypedExpr value = body.functionValues.defaultValue(function, parameter, declared, typeArguments, at);
    Type joined = declared != null && types.isGround(declared) ? declared : body.coercions.join(item.type(), value.type());
    if (joined == null) {
      joined = types.union(List.of(item.type(), value.type()));
    }
    return new TypedExpr.Conditional(present, body.coercions.coerce(item, joined),
        body.coercions.coerce(value, joined), types.resolve(joined), item.span());
  }

  /// The first item that is taken brings along what has to happen before.
  private TypedExpr prepared(TypedExpr item) {
    if (before.isEmpty()) {
      return item;
    }
    var result = new TypedExpr.Block(before, item, item.span());
    before = new ArrayList<>();
    return result;
  }

  private static TypedExpr number(long value, Span span) {
    return new TypedExpr.Literal(Names.INT, value, span);
  }

  private static TypedExpr text(String value, Span span) {
    return new TypedExpr.Literal(Names.STR, value, span);
  }
}
