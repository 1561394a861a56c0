package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `[…]`, `(…)`, `{…}` and `{k: v}`: a fresh container, filled element by element.
final class DisplayChecker {
  /// Expected by functions that take values of any shape (`json.dumps`): elements keep their own types, as members of a
  /// union, where they would have to join otherwise.
  static final Type MIXED = ClassType.of("$mixed");

  private final Body body;
  private final Substitution types;

  DisplayChecker(Body body) {
    this.body = body;
    this.types = body.types;
  }

  TypedExpr display(Expr.Display display, @Nullable Type expected) {
    return switch (display.kind()) {
      case TUPLE -> tuple(display, expected);
      case LIST -> collection(display, "list", "append", "extend", expected);
      case SET -> collection(display, "set", "add", "update", expected);
    };
  }

  private TypedExpr tuple(Expr.Display display, @Nullable Type expected) {
    Type hint = expected == null ? null : types.prune(expected);
    if (hint instanceof OptionalType(var inner)) {
      hint = types.prune(inner);
    }
    var values = new ArrayList<TypedExpr>();
    var before = new ArrayList<TypedStmt>();
    if (hasDynamicPart(display)) {
      // The length is known only at run time.
      var list = new Expr.Display(display.at(), Expr.DisplayKind.LIST, display.elements());
      return body.calls.library("_dynamic_tuple", List.of(collection(list, "list", "append", "extend", null)), display.span());
    }
    for (Expr element : display.elements()) {
      if (element instanceof Expr.Starred(_, var starred)) {
        star(starred, values, before);
        continue;
      }
      Type wanted = hint instanceof TupleType(var elements) && elements.size() == display.elements().size()
          ? elements.get(values.size()) : hint instanceof ClassType c && c.name().equals("DynamicTuple")
              ? c.arguments().getFirst() : null;
      TypedExpr value = body.expressions.check(element, wanted == null ? mixed(element, expected) : wanted);
      TypedExpr converted = wanted == null ? null : body.coercions.tryCoerce(value, wanted);
      values.add(converted != null ? converted : value);
    }
    var tuple = new TypedExpr.MakeTuple(
        new TupleType(values.stream().map(v -> types.resolve(v.type())).toList()), values, display.span());
    return before.isEmpty() ? tuple : new TypedExpr.Block(before, tuple, display.span());
  }

  private boolean hasDynamicPart(Expr.Display display) {
    for (Expr element : display.elements()) {
      if (element instanceof Expr.Starred(_, var starred)) {
        Type type = types.prune(body.expressions.check(starred, null).type());
        if (!(type instanceof TupleType) && !Substitution.isVariable(type)) {
          return true;
        }
      }
    }
    return false;
  }

  private void star(Expr starred, List<TypedExpr> values, List<TypedStmt> before) {
    TypedExpr value = NamedTupleValues.plain(body, body.expressions.check(starred, null));
    if (!(types.prune(value.type()) instanceof TupleType(var elements))) {
      throw body.error(starred.span(), InferenceCode.MIXED_TYPES,
          "only a tuple can be unpacked into a tuple, whose length is part of its type; use a list");
    }
    var temporary = body.temporary(types.resolve(value.type()), starred.span());
    before.add(new TypedStmt.Set(temporary, value, starred.span()));
    for (int i = 0; i < elements.size(); i++) {
      values.add(new TypedExpr.GetElement(
          new TypedExpr.Get(temporary, starred.span()), i, types.resolve(elements.get(i)), starred.span()));
    }
  }

  private TypedExpr collection(
      Expr.Display display, String kind, String add, String addAll, @Nullable Type expected) {
    Type element = elementHint(kind, 0, expected);
    boolean hinted = element != null;
    if (element == null) {
      element = body.nodeType(display, "element");
    }
    if (expected == MIXED && display.elements().isEmpty()) {
      types.unify(element, Names.NONE);
    }
    var values = new ArrayList<TypedExpr>();
    for (Expr item : display.elements()) {
      boolean starred = item instanceof Expr.Starred;
      Type hint = starred ? null : expected == MIXED ? mixed(item, expected)
          : hinted || !values.isEmpty() ? element : null;
      TypedExpr value = body.expressions.check(starred ? ((Expr.Starred) item).value() : item, hint);
      values.add(value);
      if (!hinted) {
        element = join(element, starred ? item(value, display) : value, display, item, expected);
      } else if (!starred && !types.isGround(element)) {
        types.unify(element, value.type());
      }
    }
    if (!hinted) {
      Type own = body.nodeType(display, "element");
      if (!types.unify(own, element) && types.isGround(element)) {
        throw body.error(display.span(), InferenceCode.MIXED_TYPES, "the elements have types that do not join");
      }
    }
    ClassType type = ClassType.of(kind, element);
    return fill(display, type, values, element, add, addAll, expected);
  }

  private static @Nullable Type mixed(Expr element, @Nullable Type expected) {
    return expected == MIXED && isDisplay(element) ? MIXED : null;
  }

  static boolean isDisplay(Expr expression) {
    return expression instanceof Expr.Display || expression instanceof Expr.DictDisplay;
  }

  /// Stands for an item of an unpacked iterable.
  private TypedExpr item(TypedExpr iterable, Expr.Display display) {
    Type item = types.fresh();
    if (!Substitution.isVariable(types.prune(iterable.type()))) {
      body.loops.iteratorOf(new TypedExpr.Undefined(iterable.type(), iterable.span()), item);
    }
    return new TypedExpr.Undefined(types.resolve(item), iterable.span());
  }

  private Type join(Type element, TypedExpr value, Expr whole, Expr item, @Nullable Type expected) {
    Type known = types.prune(element);
    Type given = types.prune(value.type());
    if (Substitution.isVariable(known)) {
      return Names.isNone(given) ? new OptionalType(body.nodeType(whole, "optional element")) : given;
    }
    if (Substitution.isVariable(given)) {
      types.unify(given, known);
      return known;
    }
    if (expected == MIXED) {
      return body.coercions.fitsExactly(given, known) ? known : types.union(List.of(known, given));
    }
    Type joined = body.coercions.join(known, given);
    if (joined == null) {
      throw body.error(item.span(), InferenceCode.MIXED_TYPES, "list elements have types that do not join: '"
          + body.coercions.show(known) + "' and '" + body.coercions.show(given) + "'; annotate the list with a union such as 'list["
          + body.coercions.show(known) + " | " + body.coercions.show(given) + "]', or use a tuple");
    }
    return joined;
  }

  private @Nullable Type elementHint(String kind, int index, @Nullable Type expected) {
    if (expected == null) {
      return null;
    }
    Type wanted = types.prune(expected);
    if (wanted instanceof OptionalType(var inner)) {
      wanted = types.prune(inner);
    }
    if (wanted instanceof Type.UnionType(var members)) {
      for (Type member : members) {
        if (member instanceof ClassType c && c.name().equals(kind)) {
          wanted = c;
        }
      }
    }
    boolean subclass = wanted instanceof ClassType c && c.name().equals(kind) && c.arguments().size() > index;
    if (!subclass) {
      return null;
    }
    Type element = types.prune(((ClassType) wanted).arguments().get(index));
    return Substitution.isVariable(element) ? null : element;
  }

  private TypedExpr fill(
      Expr.Display display, ClassType type, List<TypedExpr> values, Type element, String add, String addAll,
      @Nullable Type expected) {
    Span span = display.span();
    body.functionValues.callables.learnResult(values, element);
    Type actual = types.resolve(type);
    if (!types.isGround(actual)) {
      applyDefaults(element, values.isEmpty() && expected == null);
      body.unresolved = true;
      return new TypedExpr.Undefined(actual, span);
    }
    var temporary = new TypedVariable("$" + body.temporaries++, TypedVariable.Scope.LOCAL, actual, span);
    var read = new TypedExpr.Get(temporary, span);
    var statements = new ArrayList<TypedStmt>();
    TypedExpr make = type.name().equals("list") && !values.isEmpty()
        ? body.calls.tryLibraryMethodOnClass(
            actual, "_with_capacity", List.of(new TypedExpr.Literal(Names.INT, (long) values.size(), span)), span)
        : body.constructors.construct(actual, List.of(), body.calls.node(span), null);
    statements.add(new TypedStmt.Set(temporary, make, span));
    for (int i = 0; i < values.size(); i++) {
      boolean starred = display.elements().get(i) instanceof Expr.Starred;
      Span at = display.elements().get(i).span();
      TypedExpr value = starred ? values.get(i)
          : body.coercions.coerce(values.get(i), element, at, InferenceCode.MIXED_TYPES);
      statements.add(new TypedStmt.Evaluate(
          body.calls.method(read, starred ? addAll : add, List.of(value), at), at));
    }
    return statements.size() == 1 ? make : new TypedExpr.Block(statements, read, span);
  }

  /// Nothing in the program says what an empty container holds, so it holds nothing.
  private void applyDefaults(Type element, boolean staysEmpty) {
    boolean empty = body.program.applyDefaults || staysEmpty && body.program.emptied == body.instance;
    if (empty && Substitution.isVariable(types.prune(element))) {
      types.bind(types.prune(element), Names.NEVER);
    }
    if (body.program.applyDefaults) {
      noneOnly(types, element);
    }
  }

  /// An optional that never has a value: of what type the value would be makes no difference.
  static void noneOnly(Substitution types, Type element) {
    if (types.prune(element) instanceof OptionalType(var inner) && Substitution.isVariable(types.prune(inner))) {
      types.bind(types.prune(inner), Names.INT);
    }
  }

  TypedExpr dict(Expr.DictDisplay display, @Nullable Type expected) {
    Type keyHint = elementHint("dict", 0, expected);
    Type valueHint = elementHint("dict", 1, expected);
    Type key = keyHint != null ? keyHint : body.nodeType(display, "key");
    Type value = valueHint != null ? valueHint : body.nodeType(display, "element");
    if (expected == MIXED && display.items().isEmpty()) {
      types.unify(key, Names.STR);
      types.unify(value, Names.NONE);
    }
    var keys = new ArrayList<@Nullable TypedExpr>();
    var values = new ArrayList<TypedExpr>();
    for (Expr.DictItem item : display.items()) {
      if (item.key() == null) {
        TypedExpr other = body.expressions.check(item.value(), expected);
        keys.add(null);
        values.add(other);
        if (types.prune(other.type()) instanceof ClassType c && c.arguments().size() == 2) {
          types.unify(key, c.arguments().get(0));
          types.unify(value, c.arguments().get(1));
        }
        continue;
      }
      TypedExpr k = body.expressions.check(item.key(), keyHint);
      Type hint = expected == MIXED ? mixed(item.value(), expected) : valueHint != null || !values.isEmpty() ? value : null;
      TypedExpr v = body.expressions.check(item.value(), hint);
      keys.add(k);
      values.add(v);
      key = keyHint != null ? key : join(key, k, display, item.key(), expected);
      value = valueHint != null ? value : join(value, v, display, item.value(), expected);
    }
    if (keyHint == null) {
      types.unify(body.nodeType(display, "key"), key);
    }
    if (valueHint == null) {
      types.unify(body.nodeType(display, "element"), value);
    }
    body.functionValues.callables.learnResult(values, value);
    Type actual = types.resolve(Names.dict(key, value));
    Span span = display.span();
    if (!types.isGround(actual)) {
      applyDefaults(key, values.isEmpty() && expected == null);
      applyDefaults(value, values.isEmpty() && expected == null);
      body.unresolved = true;
      return new TypedExpr.Undefined(actual, span);
    }
    var temporary = body.temporary(actual, span);
    var read = new TypedExpr.Get(temporary, span);
    var statements = new ArrayList<TypedStmt>();
    TypedExpr make = body.constructors.construct(actual, List.of(), body.calls.node(span), null);
    statements.add(new TypedStmt.Set(temporary, make, span));
    for (int i = 0; i < values.size(); i++) {
      TypedExpr k = keys.get(i);
      TypedExpr call = k == null ? body.calls.method(read, "update", List.of(values.get(i)), span)
          : body.calls.method(read, "__setitem__",
              List.of(body.coercions.coerce(k, key), body.coercions.coerce(values.get(i), value)), span);
      statements.add(new TypedStmt.Evaluate(call, span));
    }
    return statements.size() == 1 ? make : new TypedExpr.Block(statements, read, span);
  }
}
