package io.codonj.core.infer;

import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedFunction;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.List;
import java.util.function.Consumer;

/// Hands every type that a typed function mentions to an action.
final class TypedTypes {
  private final Consumer<Type> action;
  private final Consumer<TypedVariable> variables;

  TypedTypes(Consumer<Type> action) {
    this(action, _ -> {});
  }

  /// @param variables sees each variable before its type is handed to the action
  TypedTypes(Consumer<Type> action, Consumer<TypedVariable> variables) {
    this.action = action;
    this.variables = variables;
  }

  private void variable(TypedVariable variable) {
    variables.accept(variable);
    action.accept(variable.type());
  }

  void visit(TypedFunction function) {
    function.parameters().forEach(this::variable);
    function.captures().forEach(this::variable);
    action.accept(function.result());
    if (function.generator() != null) {
      action.accept(function.generator().yielded());
      action.accept(function.generator().received());
      action.accept(function.generator().returned());
    }
    statements(function.body());
  }

  void statements(List<TypedStmt> statements) {
    statements.forEach(this::statement);
  }

  private void statement(TypedStmt statement) {
    switch (statement) {
      case TypedStmt.Evaluate(var value, _) -> expression(value);
      case TypedStmt.Set(var variable, var value, _) -> {
        variable(variable);
        expression(value);
      }
      case TypedStmt.SetField(var object, var owner, _, var value, _) -> {
        action.accept(owner);
        expression(object);
        expression(value);
      }
      case TypedStmt.Unbind(var variable, _) -> variable(variable);
      case TypedStmt.NewCell(var variable, _) -> variable(variable);
      case TypedStmt.Return(var value, _) -> {
        if (value != null) {
          expression(value);
        }
      }
      case TypedStmt.If(var condition, var body, var orElse, _) -> {
        expression(condition);
        statements(body);
        statements(orElse);
      }
      case TypedStmt.While(var condition, var body, var orElse, _) -> {
        expression(condition);
        statements(body);
        statements(orElse);
      }
      case TypedStmt.ForRange s -> {
        expression(s.start());
        expression(s.stop());
        expression(s.step());
        statements(s.body());
        statements(s.orElse());
      }
      case TypedStmt.ForEach(var variable, var iterable, var body, var orElse, _) -> {
        variable(variable);
        expression(iterable);
        statements(body);
        statements(orElse);
      }
      case TypedStmt.Labelled(_, var body, _) -> statements(body);
      case TypedStmt.Break _, TypedStmt.Continue _ -> {}
      case TypedStmt.Throw(var exception, _) -> expression(exception);
      case TypedStmt.Try(var body, var handlers, var finalBody, _) -> {
        statements(body);
        handlers.forEach(h -> {
          h.classes().forEach(action);
          variable(h.variable());
          statements(h.body());
        });
        statements(finalBody);
      }
      case TypedStmt.Region(_, var arguments, var body, _) -> {
        arguments.forEach(this::expression);
        statements(body);
      }
    }
  }

  private void expressions(List<TypedExpr> expressions) {
    expressions.forEach(this::expression);
  }

  private void expression(TypedExpr expression) {
    if (expression instanceof TypedExpr.Get(var variable, _)) {
      variable(variable);
      return;
    }
    action.accept(expression.type());
    switch (expression) {
      case TypedExpr.Literal _, TypedExpr.Undefined _, TypedExpr.Get _, TypedExpr.New _ -> {}
      case TypedExpr.AddressOf(var variable, _, _) -> variable(variable);
      case TypedExpr.CallFunction e -> expressions(e.arguments());
      case TypedExpr.CallValue e -> {
        expression(e.callee());
        expressions(e.arguments());
      }
      case TypedExpr.CallIntrinsic e -> {
        e.typeArguments().forEach(action);
        expressions(e.arguments());
      }
      case TypedExpr.CallForeign e -> expressions(e.arguments());
      case TypedExpr.GetField e -> {
        action.accept(e.owner());
        expression(e.object());
      }
      case TypedExpr.MakeTuple e -> expressions(e.elements());
      case TypedExpr.GetElement e -> expression(e.tuple());
      case TypedExpr.MakeClosure e -> e.captures().forEach(c -> expression(c.value()));
      case TypedExpr.GetCapture e -> expression(e.closure());
      case TypedExpr.Coerce e -> expression(e.value());
      case TypedExpr.IsNone e -> expression(e.value());
      case TypedExpr.IsMember e -> {
        action.accept(e.member());
        expression(e.union());
      }
      case TypedExpr.IsInstance e -> {
        action.accept(e.wanted());
        expression(e.object());
      }
      case TypedExpr.SameObject e -> {
        expression(e.left());
        expression(e.right());
      }
      case TypedExpr.Conditional e -> {
        expression(e.condition());
        expression(e.whenTrue());
        expression(e.whenFalse());
      }
      case TypedExpr.Not e -> expression(e.operand());
      case TypedExpr.Block e -> {
        statements(e.statements());
        expression(e.value());
      }
      case TypedExpr.Yield e -> expression(e.value());
      case TypedExpr.Pipeline e -> {
        expression(e.source());
        e.stages().forEach(s -> expression(s.body()));
      }
    }
  }
}
