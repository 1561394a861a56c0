package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;

/// Assignments to names, attributes, subscripts and patterns of targets; `del`.
final class AssignmentChecker {
  private final Body body;
  private final Substitution types;
  private final AttributeAssignment attributes;

  AssignmentChecker(Body body) {
    this.body = body;
    this.types = body.types;
    this.attributes = new AttributeAssignment(body);
  }

  void assign(Stmt.Assign s, List<TypedStmt> into) {
    boolean one = s.targets().size() == 1;
    if (one && !body.isModule() && s.targets().getFirst() instanceof Expr.Name(_, var name)
        && ClassCalls.definition(name, s.value()) instanceof Stmt.ClassDef definition) {
      new DefinitionChecker(body).classDef(definition, into);
      return;
    }
    if (one && body.isModule() && s.targets().getFirst() instanceof Expr.Name(_, var name)) {
      Symbol known = body.module().members.get(name);
      if (known instanceof ClassSymbol made && ClassCalls.definition(name, s.value()) != null) {
        new DefinitionChecker(body).classDef(made.definition, into);
      }
      if (known instanceof Symbol.TypeVariable || known instanceof Symbol.Alias || known instanceof ClassSymbol
          || known instanceof Symbol.Constant) {
        return;
      }
    }
    Type hint = s.targets().size() == 1 ? targetType(s.targets().getFirst()) : null;
    TypedExpr value = body.expressions.check(s.value(), hint);
    if (s.targets().size() == 1) {
      target(s.targets().getFirst(), value, into);
      return;
    }
    var temporary = body.temporary(types.resolve(value.type()), s.span());
    if (Names.isNone(types.prune(value.type()))) {
      s.targets().forEach(t -> target(t, value, into));
      return;
    }
    into.add(new TypedStmt.Set(temporary, value, s.span()));
    s.targets().forEach(t -> target(t, new TypedExpr.Get(temporary, s.span()), into));
  }

  /// The type that a target already has, as a hint for the value.
  private Type targetType(Expr target) {
    try {
      return switch (target) {
        case Expr.Name(_, var name) -> {
          Version version = body.flow.names.get(name);
          if (version == null && body.variables.isShared(name)) {
            version = body.variables.shared(name, target.span());
          }
          if (version == null) {
            yield body.program.facts.get(body.variables.factKey(name + "#" + body.copyPrefix + target.id()));
          }
          yield version != null && (version.annotated || version.shared) ? version.type() : null;
        }
        case Expr.Attribute attribute -> attributes.typeOf(attribute);
        case Expr.Subscript(_, var container, var index) -> {
          TypedExpr value = body.expressions.check(container, null);
          if (index instanceof Expr.Slice) {
            yield value.type();
          }
          yield types.prune(value.type()) instanceof ClassType c && !c.arguments().isEmpty()
              && (c.name().equals("list") || c.name().equals("dict")) ? c.arguments().getLast() : null;
        }
        default -> null;
      };
    } catch (CheckError _) {
      return null;
    }
  }

  /// Assigns a value to any target.
  void target(Expr target, TypedExpr value, List<TypedStmt> into) {
    switch (target) {
      case Expr.Name name -> into.add(assignName(name, value));
      case Expr.Attribute attribute -> attributes.assign(attribute, value, into);
      case Expr.Subscript subscript -> subscript(subscript, value, into);
      case Expr.Display(_, _, var elements) -> unpack(elements, value, target.span(), into);
      case Expr.Starred starred -> unpack(List.of(starred), value, target.span(), into);
      default -> throw body.error(target.span(), InferenceCode.CANNOT_ASSIGN, "cannot assign to this expression");
    }
  }

  private TypedStmt assignName(Expr.Name name, TypedExpr value) {
    return body.comprehensions.assignTarget(name, value);
  }

  private void subscript(Expr.Subscript target, TypedExpr value, List<TypedStmt> into) {
    TypedExpr container = body.expressions.check(target.value(), null);
    Span span = target.span();
    Type type = types.prune(container.type());
    if (type instanceof OptionalType(var inner) && !Substitution.isVariable(types.prune(inner))) {
      container = body.coercions.checkedUnwrap(
          container, "_none_type_error", "'NoneType' object does not support item assignment");
      type = types.prune(container.type());
    }
    if (Substitution.isVariable(type) || type instanceof OptionalType) {
      body.unresolved = true;
      body.expressions.check(target.index(), null);
      return;
    }
    if (type instanceof TupleType || !body.calls.hasMethod(type, "__setitem__")) {
      throw body.error(span, InferenceCode.ITEM_ASSIGNMENT,
          "'" + body.coercions.show(type) + "' object does not support item assignment");
    }
    var key = body.operators.subscripts.key(target.index(), type);
    var temporary = body.temporary(types.resolve(value.type()), span);
    boolean simple = value instanceof TypedExpr.Get || value instanceof TypedExpr.Literal
        || !types.isGround(value.type());
    if (!simple) {
      // The value is evaluated before container and index.
      into.add(new TypedStmt.Set(temporary, value, span));
    }
    TypedExpr stored = simple ? value : new TypedExpr.Get(temporary, span);
    into.add(new TypedStmt.Evaluate(body.members.callMethod(
        container, "__setitem__", List.of(Argument.of(key), Argument.of(stored)), target, null), span));
  }

  // ---- unpacking

  private void unpack(List<Expr> targets, TypedExpr value, Span span, List<TypedStmt> into) {
    Type type = types.prune(value.type());
    if (type instanceof OptionalType(var inner) && !Substitution.isVariable(types.prune(inner))) {
      unpack(targets, body.coercions.checkedUnwrap(
          value, "_none_type_error", "cannot unpack non-iterable NoneType object"), span, into);
      return;
    }
    if (Substitution.isVariable(type) || type instanceof OptionalType) {
      body.unresolved = true;
      for (Expr target : targets) {
        Expr inner = target instanceof Expr.Starred(_, var starred) ? starred : target;
        target(inner, new TypedExpr.Undefined(body.nodeType(target, "unpacked"), span), into);
      }
      return;
    }
    if (type instanceof ClassType c && body.program.classOf(c) instanceof ClassSymbol symbol && symbol.isNamedTuple) {
      unpack(targets, body.members.namedTupleFields(value, symbol, c), span, into);
      return;
    }
    if (type instanceof TupleType tuple) {
      unpackTuple(targets, value, tuple, span, into);
    } else {
      unpackSequence(targets, value, span, into);
    }
  }

  private int star(List<Expr> targets) {
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i) instanceof Expr.Starred) {
        return i;
      }
    }
    return -1;
  }

  private void unpackTuple(
      List<Expr> targets, TypedExpr value, TupleType tuple, Span span, List<TypedStmt> into) {
    int size = tuple.elements().size();
    int star = star(targets);
    int required = targets.size() - (star < 0 ? 0 : 1);
    if (star < 0 ? size != required : size < required) {
      throw body.error(span, InferenceCode.UNPACK_COUNT, size > required
          ? "too many values to unpack (expected " + required + ", got " + size + ")"
          : "not enough values to unpack (expected " + (star < 0 ? "" : "at least ") + required + ", got " + size + ")");
    }
    var parts = new ArrayList<TypedExpr>();
    if (value instanceof TypedExpr.MakeTuple make) {
      // All values are evaluated before the first target is assigned.
      for (TypedExpr element : make.elements()) {
        if (element instanceof TypedExpr.Literal || Names.isNone(types.prune(element.type()))) {
          parts.add(element);
          continue;
        }
        var temporary = body.temporary(types.resolve(element.type()), span);
        into.add(new TypedStmt.Set(temporary, element, span));
        parts.add(new TypedExpr.Get(temporary, span));
      }
    } else {
      var temporary = body.temporary(types.resolve(tuple), span);
      into.add(new TypedStmt.Set(temporary, value, span));
      for (int i = 0; i < size; i++) {
        parts.add(new TypedExpr.GetElement(
            new TypedExpr.Get(temporary, span), i, types.resolve(tuple.elements().get(i)), span));
      }
    }
    int next = 0;
    for (Expr target : targets) {
      if (target instanceof Expr.Starred(_, var inner)) {
        int count = size - required;
        target(inner, body.comprehensions.listOf(parts.subList(next, next + count), target), into);
        next += count;
      } else {
        target(target, parts.get(next++), into);
      }
    }
  }

  private void unpackSequence(List<Expr> targets, TypedExpr value, Span span, List<TypedStmt> into) {
    int star = star(targets);
    TypedExpr sequence = Names.is(types.prune(value.type()), "list") ? value
        : body.comprehensions.toList(value, span);
    if (Substitution.isVariable(types.prune(sequence.type()))) {
      body.unresolved = true;
      return;
    }
    var temporary = body.temporary(types.resolve(sequence.type()), span);
    var read = new TypedExpr.Get(temporary, span);
    into.add(new TypedStmt.Set(temporary, sequence, span));
    int required = targets.size() - (star < 0 ? 0 : 1);
    into.add(new TypedStmt.Evaluate(body.calls.library("_check_unpack", List.of(
        body.calls.method(read, "__len__", List.of(), span), number(required, span),
        new TypedExpr.Literal(Names.BOOL, star >= 0, span)), span), span));
    for (int i = 0; i < targets.size(); i++) {
      Expr target = targets.get(i);
      if (target instanceof Expr.Starred(_, var inner)) {
        long stop = i - targets.size() + 1;
        TypedExpr slice = body.constructors.construct(Names.SLICE, List.of(
            Argument.of(body.coercions.coerce(number(i, span), types.optional(Names.INT))),
            Argument.of(body.coercions.coerce(stop == 0 ? new TypedExpr.Literal(Names.NONE, null, span)
                : number((int) stop, span), types.optional(Names.INT))),
            Argument.of(body.coercions.none(types.optional(Names.INT), span))), body.calls.node(span), null);
        target(inner, body.calls.method(read, "__getitem__", List.of(slice), span), into);
      } else {
        int index = star >= 0 && i > star ? i - targets.size() : i;
        target(target, body.calls.method(read, "__getitem__", List.of(number(index, span)), span), into);
      }
    }
  }

  private static TypedExpr number(int value, Span span) {
    return new TypedExpr.Literal(Names.INT, (long) value, span);
  }

  /// The elements of a sequence that must have exactly this many.
  List<Argument> fixedElements(TypedExpr value, int count, Span span) {
    TypedExpr sequence = Names.is(types.prune(value.type()), "list") ? value : body.comprehensions.toList(value, span);
    var temporary = body.temporary(types.resolve(sequence.type()), span);
    var read = new TypedExpr.Get(temporary, span);
    var before = List.<TypedStmt>of(new TypedStmt.Set(temporary, sequence, span),
        new TypedStmt.Evaluate(body.calls.library("_check_unpack", List.of(
            body.calls.method(read, "__len__", List.of(), span), number(count, span),
            new TypedExpr.Literal(Names.BOOL, false, span)), span), span));
    var result = new ArrayList<Argument>();
    for (int i = 0; i < count; i++) {
      TypedExpr element = body.calls.method(read, "__getitem__", List.of(number(i, span)), span);
      result.add(Argument.of(i == 0 ? new TypedExpr.Block(before, element, span) : element));
    }
    return result;
  }

  // ---- other assignments

  void augmented(Stmt.AugmentedAssign s, List<TypedStmt> into) {
    Span span = s.span();
    Expr at = body.calls.node(span);
    switch (s.target()) {
      case Expr.Name name -> {
        TypedExpr left = body.expressions.check(name, null);
        TypedExpr right = added(s.value(), left);
        into.add(assignName(name, body.operators.inPlace(s.operator(), left, right, augmentedNode(s))));
      }
      case Expr.Attribute(var origin, var object, var field) -> {
        TypedExpr owner = body.expressions.check(object, null);
        var temporary = body.temporary(types.resolve(owner.type()), span);
        if (!(types.prune(owner.type()) instanceof MetaType)
            && !(types.prune(owner.type()) instanceof Type.ModuleType)) {
          into.add(new TypedStmt.Set(temporary, owner, span));
          body.sources.put(temporary, owner);
          owner = new TypedExpr.Get(temporary, span);
        }
        var attribute = new Expr.Attribute(origin, object, field);
        TypedExpr left = owner instanceof TypedExpr.Get ? body.members.get(owner, field, attribute)
            : body.expressions.check(attribute, null);
        TypedExpr right = added(s.value(), left);
        attributes.assign(owner, attribute, body.operators.inPlace(s.operator(), left, right, augmentedNode(s)), into);
      }
      case Expr.Subscript(var origin, var object, var index) -> augmentedItem(s, object, index, into);
      default -> throw body.error(span, InferenceCode.CANNOT_ASSIGN,
          "this expression cannot be the target of an augmented assignment");
    }
  }

  /// The right side, whose items may be of types that the left side does not have yet.
  private TypedExpr added(Expr value, TypedExpr left) {
    try {
      return body.expressions.check(value, left.type());
    } catch (CheckError error) {
      if (!(types.prune(left.type()) instanceof ClassType c) || c.arguments().isEmpty()) {
        throw error;
      }
      TypedExpr other = body.expressions.check(value, null);
      if (new ContainerWidening(body).widenBy(left, other)) {
        return new TypedExpr.Undefined(left.type(), value.span());
      }
      throw error;
    }
  }

  private Expr augmentedNode(Stmt.AugmentedAssign s) {
    return new Expr.NoneLiteral(s.at());
  }

  private void augmentedItem(Stmt.AugmentedAssign s, Expr object, Expr index, List<TypedStmt> into) {
    Span span = s.span();
    TypedExpr container = body.expressions.check(object, null);
    Type type = types.prune(container.type());
    if (Substitution.isVariable(type)) {
      body.unresolved = true;
      return;
    }
    if (type instanceof OptionalType) {
      container = body.coercions.checkedUnwrap(
          container, "_none_type_error", "'NoneType' object is not subscriptable");
      type = types.prune(container.type());
    }
    if (!body.calls.hasMethod(type, "__getitem__")) {
      throw body.error(span, InferenceCode.NOT_SUBSCRIPTABLE,
          "'" + body.coercions.show(type) + "' object is not subscriptable");
    }
    TypedExpr key = body.operators.subscripts.key(index, type);
    var owner = body.temporary(types.resolve(type), span);
    var position = body.temporary(types.resolve(key.type()), span);
    into.add(new TypedStmt.Set(owner, container, span));
    body.sources.put(owner, container);
    into.add(new TypedStmt.Set(position, key, span));
    TypedExpr container2 = new TypedExpr.Get(owner, span);
    TypedExpr key2 = new TypedExpr.Get(position, span);
    TypedExpr left = body.members.callMethod(
        container2, "__getitem__", List.of(Argument.of(key2)), new Expr.NoneLiteral(object.at()), null);
    TypedExpr right = added(s.value(), left);
    TypedExpr value = body.operators.inPlace(s.operator(), left, right, augmentedNode(s));
    if (!body.calls.hasMethod(type, "__setitem__")) {
      throw body.error(span, InferenceCode.ITEM_ASSIGNMENT,
          "'" + body.coercions.show(type) + "' object does not support item assignment");
    }
    into.add(new TypedStmt.Evaluate(body.members.callMethod(container2, "__setitem__",
        List.of(Argument.of(key2), Argument.of(value)), new Expr.NoneLiteral(s.at()), null), span));
  }

  void annotated(Stmt.AnnotatedAssign s, List<TypedStmt> into) {
    if (s.target() instanceof Expr.Name(_, var alias) && s.value() != null && Declarations.marksAlias(s.annotation())) {
      if (!body.isModule()) {
        body.localSymbols.put(alias, new Symbol.Alias(body.module(), List.of(), s.value()));
      }
      return;
    }
    Type type = body.annotation(s.annotation());
    boolean open = new TypeResolver(body.program).isGeneric(types.prune(type));
    switch (s.target()) {
      case Expr.Name(_, var name) -> {
        if (body.isModule() && body.module().members.get(name) instanceof Symbol.Constant) {
          return;
        }
        if (open) {
          if (s.value() != null) {
            target(s.target(), body.expressions.check(s.value(), null), into);
          }
          return;
        }
        Version version = body.variables.declare(name, s.target(), type);
        if (s.value() == null) {
          body.variables.announce(name, version);
          return;
        }
        body.flow.names.put(name, version);
        TypedExpr value = body.expressions.check(s.value(), type);
        into.add(body.variables.assign(name, s.target(), value));
      }
      default -> {
        if (s.value() != null) {
          target(s.target(), body.expressions.check(s.value(), open ? null : type), into);
        }
      }
    }
  }

  void delete(Stmt.Delete s, List<TypedStmt> into) {
    for (Expr target : s.targets()) {
      switch (target) {
        case Expr.Name name -> into.add(body.variables.unbind(name));
        case Expr.Subscript(_, var object, var index) -> {
          TypedExpr container = body.expressions.check(object, null);
          Type type = types.prune(container.type());
          if (Substitution.isVariable(type)) {
            body.unresolved = true;
            return;
          }
          if (!body.calls.hasMethod(type, "__delitem__")) {
            throw body.error(target.span(), InferenceCode.CANNOT_DELETE,
                "'" + body.coercions.show(type) + "' object does not support item deletion");
          }
          TypedExpr key = body.operators.subscripts.key(index, type);
          into.add(new TypedStmt.Evaluate(body.members.callMethod(
              container, "__delitem__", List.of(Argument.of(key)), new Expr.NoneLiteral(target.at()), null), target.span()));
        }
        case Expr.Display(_, _, var elements) -> delete(new Stmt.Delete(s.at(), elements), into);
        case Expr.Attribute attribute -> attributes.delete(attribute, into);
        default -> throw body.error(target.span(), InferenceCode.CANNOT_DELETE,
            "attributes are part of their class and cannot be deleted");
      }
    }
  }
}
