package io.codonj.core.infer;

import io.codonj.api.ast.ComparisonOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.UnaryOperator;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.UnionType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedExpr.Coercion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conditions, and what is known about types when they hold and when they don't.
final class Narrowing {
  /// A truth value, and what is known where it is true and where it is false.
  record Condition(TypedExpr test, Flow whenTrue, Flow whenFalse) {
    @Nullable Boolean constant() {
      return test instanceof TypedExpr.Literal(_, Boolean value, _) ? value : null;
    }
  }

  private final Body body;
  private final Substitution types;

  Narrowing(Body body) {
    this.body = body;
    this.types = body.types;
  }

  /// Checks a condition in the current flow, which is used up.
  Condition condition(Expr expression) {
    Condition condition = check(expression);
    Boolean constant = condition.constant();
    if (constant != null) {
      (constant ? condition.whenFalse : condition.whenTrue).reachable = false;
    }
    return condition;
  }

  private Condition check(Expr expression) {
    switch (expression) {
      case Expr.Unary(_, var operator, var operand) when operator == UnaryOperator.NOT -> {
        Condition inner = check(operand);
        return new Condition(not(inner.test), inner.whenFalse, inner.whenTrue);
      }
      case Expr.Logical(_, var isAnd, var operands) -> {
        return logical(isAnd, operands);
      }
      case Expr.Comparison(_, var first, var rest) when rest.size() == 1 -> {
        var operator = rest.getFirst().operator();
        Expr operand = rest.getFirst().operand();
        if ((operator == ComparisonOperator.IS || operator == ComparisonOperator.IS_NOT
            || operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL)
            && operand instanceof Expr.NoneLiteral) {
          boolean is = operator == ComparisonOperator.IS || operator == ComparisonOperator.EQUAL;
          return noneTest(expression, first, is);
        }
        Condition exact = exactClass(expression, first, operator, operand);
        if (exact != null) {
          return exact;
        }
      }
      case Expr.Call(_, Expr.Name(_, var name), var arguments)
          when name.equals("isinstance") && arguments.size() == 2 -> {
        return instanceTest(expression, arguments.get(0).value(), arguments.get(1).value());
      }
      default -> {}
    }
    return truth(expression);
  }

  private TypedExpr not(TypedExpr test) {
    return test instanceof TypedExpr.Literal(_, Boolean value, var span)
        ? new TypedExpr.Literal(Names.BOOL, !value, span) : new TypedExpr.Not(test, Names.BOOL, test.span());
  }

  private Condition logical(boolean isAnd, List<Expr> operands) {
    Condition result = condition(operands.getFirst());
    for (Expr operand : operands.subList(1, operands.size())) {
      Boolean constant = result.constant();
      if (constant != null && constant != isAnd) {
        return result;
      }
      body.flow = (isAnd ? result.whenTrue : result.whenFalse).copy();
      Condition next = condition(operand);
      if (constant != null) {
        result = next;
        continue;
      }
      TypedExpr truth = new TypedExpr.Literal(Names.BOOL, !isAnd, operand.span());
      result = isAnd
          ? new Condition(
              new TypedExpr.Conditional(result.test, next.test, truth, Names.BOOL, operand.span()),
              next.whenTrue, Flow.merge(result.whenFalse, next.whenFalse))
          : new Condition(
              new TypedExpr.Conditional(result.test, truth, next.test, Names.BOOL, operand.span()),
              Flow.merge(result.whenTrue, next.whenTrue), next.whenFalse);
    }
    return result;
  }

  private Condition noneTest(Expr whole, Expr subject, boolean is) {
    TypedExpr value = body.expressions.check(subject, null);
    Type type = types.prune(value.type());
    var span = whole.span();
    if (Substitution.isVariable(type)) {
      body.unresolved = true;
      return same(new TypedExpr.Undefined(Names.BOOL, span));
    }
    if (Names.isNone(type)) {
      return same(effects(value, is));
    }
    if (body.boxes.isBoxed(type)) {
      TypedExpr none = body.boxes.holds(value, Names.NONE, span);
      return same(is ? none : not(none));
    }
    if (!(type instanceof OptionalType(var inner))) {
      return same(effects(value, !is));
    }
    TypedExpr none = body.coercions.isNone(value);
    Flow present = body.flow.copy();
    String path = path(subject);
    if (path != null) {
      present.narrowed.put(path, types.resolve(inner));
    }
    Flow absent = body.flow.copy();
    return is ? new Condition(none, absent, present) : new Condition(not(none), present, absent);
  }

  private TypedExpr effects(TypedExpr value, boolean truth) {
    var literal = new TypedExpr.Literal(Names.BOOL, truth, value.span());
    return isPure(value) ? literal
        : new TypedExpr.Block(
            List.of(new io.codonj.core.typed.TypedStmt.Evaluate(value, value.span())), literal, value.span());
  }

  private static boolean isPure(TypedExpr value) {
    return switch (value) {
      case TypedExpr.Get _, TypedExpr.Literal _, TypedExpr.Undefined _ -> true;
      case TypedExpr.GetField f -> isPure(f.object());
      case TypedExpr.Coerce c -> isPure(c.value());
      default -> false;
    };
  }

  private Condition same(TypedExpr test) {
    return new Condition(test, body.flow.copy(), body.flow.copy());
  }

  /// `type(x) is C`: where it holds, `x` is a `C`.
  private @Nullable Condition exactClass(Expr whole, Expr first, ComparisonOperator operator, Expr operand) {
    boolean is = operator == ComparisonOperator.IS || operator == ComparisonOperator.EQUAL;
    boolean isNot = operator == ComparisonOperator.IS_NOT || operator == ComparisonOperator.NOT_EQUAL;
    Expr subject = ClassValues.subject(first);
    String path = subject == null || !is && !isNot ? null : path(subject);
    if (path == null) {
      return null;
    }
    TypedExpr test = body.expressions.check(whole, null);
    Flow yes = body.flow.copy();
    Flow no = body.flow.copy();
    TypedExpr value = body.expressions.check(subject, null);
    if (body.expressions.check(operand, null).type() instanceof Type.MetaType(var wanted)
        && types.isGround(value.type()) && types.isGround(wanted) && !(test instanceof TypedExpr.Literal)) {
      var narrowed = new InstanceTests(body).test(value, List.of(types.prune(wanted)), whole.span()).narrowed();
      if (narrowed != null) {
        (is ? yes : no).narrowed.put(path, types.resolve(narrowed));
      }
    }
    return new Condition(test, yes, no);
  }

  private Condition instanceTest(Expr whole, Expr subject, Expr classes) {
    TypedExpr value = body.expressions.check(subject, null);
    if (!types.isGround(value.type())) {
      body.unresolved = true;
      return same(new TypedExpr.Undefined(Names.BOOL, whole.span()));
    }
    var wanted = new InstanceTests(body).wanted(classes);
    var test = new InstanceTests(body).test(value, wanted, whole.span());
    Flow yes = body.flow.copy();
    Flow no = body.flow.copy();
    String path = path(subject);
    if (path != null) {
      if (test.narrowed() != null) {
        yes.narrowed.put(path, types.resolve(test.narrowed()));
      }
      if (test.excluded() != null) {
        no.narrowed.put(path, types.resolve(test.excluded()));
      }
    }
    return new Condition(test.test(), yes, no);
  }

  private Condition truth(Expr expression) {
    TypedExpr value = body.expressions.check(expression, null);
    Type type = types.prune(value.type());
    Flow yes = body.flow.copy();
    Flow no = body.flow.copy();
    String path = expression instanceof Expr.Walrus(_, var target, _) ? path(target) : path(expression);
    if (type instanceof OptionalType(var inner) && path != null) {
      yes.narrowed.put(path, types.resolve(inner));
    }
    return new Condition(body.operators.truth(value, expression), yes, no);
  }

  /// The key under which facts about an expression are kept; null when it is no plain path.
  @Nullable String path(Expr expression) {
    return switch (expression) {
      case Expr.Name(_, var name) -> {
        for (var scope : body.comprehensionScopes.reversed()) {
          if (scope.containsKey(name)) {
            yield scope.get(name).key;
          }
        }
        Version version;
        try {
          version = body.variables.find(name, expression.span());
        } catch (CheckError _) {
          version = null;
        }
        yield version == null ? null : version.key;
      }
      case Expr.Attribute(_, var object, var name) -> {
        String path = path(object);
        yield path == null ? null : path + Flow.FIELD_MARK + name;
      }
      case Expr.Walrus(_, var target, _) -> path(target);
      default -> null;
    };
  }

  /// Reads through what is known: unwraps, downcasts or selects the member.
  TypedExpr apply(TypedExpr value, String path) {
    Type known = body.flow.narrowed.get(path);
    if (known == null) {
      return value;
    }
    boolean changeable = path.indexOf(Flow.FIELD_MARK) >= 0
        || value instanceof TypedExpr.Get(var variable, _)
            && (variable.cell() || variable.scope() == io.codonj.core.typed.TypedVariable.Scope.GLOBAL);
    if (changeable && types.prune(value.type()) instanceof OptionalType(var inner) && !(known instanceof OptionalType)) {
      // Other code may have stored None since the test, so the unwrapping checks again.
      TypedExpr present = body.coercions.checkedUnwrap(value, "_none_type_error", "value changed to None after a test");
      return types.resolve(inner).equals(known) ? present : select(present, known);
    }
    return select(value, known);
  }

  TypedExpr select(TypedExpr value, Type known) {
    Type type = types.prune(value.type());
    var span = value.span();
    if (types.resolve(type).equals(known)) {
      return value;
    }
    return switch (type) {
      case OptionalType(var inner) -> {
        if (known instanceof OptionalType(var smaller)) {
          TypedExpr some = select(body.coercions.unwrapped(value, inner), types.resolve(smaller));
          yield !types.resolve(some.type()).equals(types.resolve(smaller)) ? value
              : new TypedExpr.Conditional(body.coercions.isNone(value), body.coercions.none(known, span),
                  new TypedExpr.Coerce(Coercion.TO_OPTIONAL, some, known, "", span), known, span);
        }
        if (Names.isNone(known)) {
          yield new TypedExpr.Literal(Names.NONE, null, span);
        }
        TypedExpr present = body.coercions.unwrapped(value, inner);
        yield types.resolve(inner).equals(known) ? present : select(present, known);
      }
      case UnionType(var members) -> {
        if (known instanceof UnionType subset) {
          yield subsetOf(value, subset);
        }
        yield members.contains(known) ? new TypedExpr.Coerce(Coercion.FROM_UNION, value, known, "", span)
            : selectMember(value, members, known);
      }
      case Type _ when body.boxes.isBoxed(type) -> body.boxes.unbox(value, known);
      case Type _ when body.program.isSubclass(known, type) ->
          new TypedExpr.Coerce(Coercion.DOWNCAST, value, known, "", span);
      default -> value;
    };
  }

  private TypedExpr selectMember(TypedExpr value, List<Type> members, Type known) {
    for (Type member : members) {
      if (body.program.isSubclass(known, member)) {
        return select(new TypedExpr.Coerce(Coercion.FROM_UNION, value, member, "", value.span()), known);
      }
    }
    return value;
  }

  /// A smaller union: each remaining member is taken out and put in again under its new tag.
  private TypedExpr subsetOf(TypedExpr value, UnionType subset) {
    TypedExpr chain = null;
    for (Type member : subset.members().reversed()) {
      TypedExpr one = new TypedExpr.Coerce(Coercion.TO_UNION,
          new TypedExpr.Coerce(Coercion.FROM_UNION, value, member, "", value.span()), subset, "", value.span());
      chain = chain == null ? one : new TypedExpr.Conditional(
          new TypedExpr.IsMember(value, member, Names.BOOL, value.span()), one, chain, subset, value.span());
    }
    return chain == null ? value : chain;
  }

  /// Notes what an assignment says about a variable of a wider type.
  void assigned(Version version, TypedExpr value) {
    Type declared = types.prune(version.type());
    Type given = types.resolve(value.type());
    if (!types.isGround(given) || given.equals(types.resolve(declared))) {
      return;
    }
    boolean member = declared instanceof UnionType(var members) && members.contains(given);
    boolean derived = version.annotated && body.program.isSubclass(given, declared) && body.program.isReference(given);
    if (member || derived) {
      body.flow.narrowed.put(version.key, given);
    }
  }

  static List<Type> without(List<Type> members, List<Type> excluded) {
    var rest = new ArrayList<>(members);
    rest.removeAll(excluded);
    return rest;
  }
}
