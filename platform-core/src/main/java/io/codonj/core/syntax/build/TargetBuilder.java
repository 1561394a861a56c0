package io.codonj.core.syntax.build;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.UnaryOperator;
import io.codonj.core.syntax.SyntaxErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Targets of assignments, loops, `with` and `del`, and what may stand there.
final class TargetBuilder {
  private final BuildContext context;

  TargetBuilder(BuildContext context) {
    this.context = context;
  }

  /// The target of a `for`, checked.
  Expr list(TargetsContext node) {
    Expr target = unchecked(node);
    checkAssignable(target, "");
    return target;
  }

  /// The target of a `with` item, checked.
  Expr single(TargetContext node) {
    Expr target = unchecked(node);
    checkAssignable(target, "");
    return target;
  }

  private Expr unchecked(TargetsContext node) {
    if (node.rest.isEmpty() && node.comma == null) {
      return unchecked(node.first);
    }
    var elements = new ArrayList<Expr>(node.rest.size() + 1);
    elements.add(unchecked(node.first));
    for (TargetContext element : node.rest) {
      elements.add(unchecked(element));
    }
    var list = Collections.unmodifiableList(elements);
    return new Expr.Display(context.origin(node), Expr.DisplayKind.TUPLE, list);
  }

  private Expr unchecked(TargetContext node) {
    Expr value = context.atoms.operand(node.goal);
    if (!node.goal.prefixes.isEmpty()) {
      refuse(value, "cannot assign to expression");
    }
    return node.star == null ? value : new Expr.Starred(context.origin(node), value);
  }

  /// The targets of `del`, with tuples and lists taken apart.
  List<Expr> deleted(TargetsContext node) {
    var found = new ArrayList<Expr>();
    addDeleted(unchecked(node.first), found);
    for (TargetContext target : node.rest) {
      addDeleted(unchecked(target), found);
    }
    return Collections.unmodifiableList(found);
  }

  private void addDeleted(Expr target, List<Expr> found) {
    switch (target) {
      case Expr.Name _, Expr.Attribute _, Expr.Subscript _ -> {
        refuseDebug(target, "delete");
        found.add(target);
      }
      case Expr.Display(var _, var kind, var elements) when kind != Expr.DisplayKind.SET ->
          addAllDeleted(elements, found);
      default -> context.report(
          SyntaxErrorCode.DELETE_TARGET, target.span(), "cannot delete " + Described.kindOf(target));
    }
  }

  private void addAllDeleted(List<Expr> targets, List<Expr> found) {
    for (Expr target : targets) {
      addDeleted(target, found);
    }
  }

  /// A target of `a = b = value`; `alone` when it is the only one.
  void checkAssigned(Expr target, boolean alone) {
    checkAssignable(target, alone && mayBeCompared(target) ? " here. Maybe you meant '==' instead of '='?" : "");
  }

  /// Whether `==` in place of `=` would have made sense: not after operators that bind weaker.
  private static boolean mayBeCompared(Expr target) {
    return switch (target) {
      case Expr.Conditional _, Expr.Lambda _, Expr.Comparison _, Expr.Logical _, Expr.Walrus _, Expr.Pipe _ -> false;
      case Expr.Unary unary -> unary.operator() != UnaryOperator.NOT;
      default -> true;
    };
  }

  /// `__debug__` is a constant by another name.
  void refuseDebug(Expr target, String verb) {
    boolean debug =
        target instanceof Expr.Name(var _, var name) && name.equals("__debug__")
            || target instanceof Expr.Attribute(var _, var _, var member) && member.equals("__debug__");
    if (debug) {
      refuse(target, "cannot " + verb + " __debug__");
    }
  }

  private void checkAssignable(Expr target, String hint) {
    switch (target) {
      case Expr.Name _, Expr.Attribute _, Expr.Subscript _ -> refuseDebug(target, "assign to");
      case Expr.Display(var _, var kind, var elements) when kind != Expr.DisplayKind.SET -> checkElements(elements);
      case Expr.Starred _ -> refuse(target, "starred assignment target must be in a list or tuple");
      case Expr.NoneLiteral _, Expr.BoolLiteral _ -> refuse(target, "cannot assign to " + Described.kindOf(target));
      case Expr.Comprehension comprehension when comprehension.kind() == Expr.ComprehensionKind.GENERATOR ->
          refuse(target, "cannot assign to generator expression");
      default -> refuse(target, "cannot assign to " + Described.kindOf(target) + hint);
    }
  }

  private void checkElements(List<Expr> elements) {
    boolean starSeen = false;
    for (Expr element : elements) {
      if (element instanceof Expr.Starred starred) {
        if (starSeen) {
          context.report(SyntaxErrorCode.SECOND_STAR, element.span(), "multiple starred expressions in assignment");
        }
        starSeen = true;
        checkAssignable(starred.value(), "");
      } else {
        checkAssignable(element, "");
      }
    }
  }

  void checkAugmented(Expr target) {
    switch (target) {
      case Expr.Name _, Expr.Attribute _, Expr.Subscript _ -> refuseDebug(target, "assign to");
      default -> refuse(target, "'" + Described.kindOf(target) + "' is an illegal expression for augmented assignment");
    }
  }

  void checkAnnotated(Expr target) {
    switch (target) {
      case Expr.Name _, Expr.Attribute _, Expr.Subscript _ -> refuseDebug(target, "assign to");
      case Expr.Display(var _, var kind, var _) when kind != Expr.DisplayKind.SET ->
          refuse(target, "only single target (not " + Described.kindOf(target) + ") can be annotated");
      default -> refuse(target, "illegal target for annotation");
    }
  }

  void refuse(Expr target, String message) {
    context.report(SyntaxErrorCode.INVALID_TARGET, target.span(), message);
  }
}
