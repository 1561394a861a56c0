package io.codonj.core.syntax.build;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.ast.TypeParameter;
import io.codonj.api.ast.TypeParameter.TypeParameterKind;
import io.codonj.core.syntax.SyntaxErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Functions, classes and their type parameters.
final class DefinitionBuilder {
  private final BuildContext context;

  DefinitionBuilder(BuildContext context) {
    this.context = context;
  }

  /// `start` is where `async` or `def` stands; decorators do not belong to the span.
  Stmt function(FunctionDefinitionContext node, List<Expr> decorators, int start, boolean isAsync) {
    var generics = typeParameters(node.generics);
    var parameters = context.parameters.ofFunction(node.parameters);
    Expr returns = context.expressions.optional(node.returns_);
    String inlineText = node.body.text == null ? null : verbatim(node.body);
    List<Stmt> body = inlineText == null ? body(node.body) : List.of();
    return new Stmt.FunctionDef(
        context.origin(start, context.end(node)),
        context.span(node.name),
        node.name.getText(),
        decorators,
        generics,
        parameters,
        returns,
        body,
        isAsync,
        inlineText);
  }

  /// The token begins with the line end of the header.
  private static String verbatim(FunctionBodyContext node) {
    String text = node.text.getText();
    int lineEnd = text.startsWith("\r\n") ? 2 : 1;
    return text.substring(lineEnd);
  }

  private List<Stmt> body(FunctionBodyContext node) {
    return node.line != null ? context.statements.line(node.line) : context.statements.all(node.statements);
  }

  Stmt type(ClassDefinitionContext node, List<Expr> decorators) {
    var generics = typeParameters(node.generics);
    var bases = context.arguments.bases(node.arguments);
    List<Stmt> body = context.statements.block(node.body);
    return new Stmt.ClassDef(
        context.origin(node), context.span(node.name), node.name.getText(), decorators, generics, bases, body);
  }

  List<TypeParameter> typeParameters(@Nullable TypeParametersContext node) {
    if (node == null) {
      return List.of();
    }
    var parameters = new ArrayList<TypeParameter>(node.items.size());
    boolean defaultSeen = false;
    for (TypeParameterContext item : node.items) {
      TypeParameter parameter = typeParameter(item);
      if (defaultSeen && parameter.defaultValue() == null) {
        String message =
            "non-default type parameter '" + parameter.name() + "' follows default type parameter";
        context.report(SyntaxErrorCode.INVALID_PARAMETERS, parameter.span(), message);
      }
      defaultSeen |= parameter.defaultValue() != null;
      parameters.add(parameter);
    }
    return Collections.unmodifiableList(parameters);
  }

  private TypeParameter typeParameter(TypeParameterContext node) {
    TypeParameterKind kind =
        node.star == null
            ? TypeParameterKind.TYPE
            : node.star.getType() == STAR ? TypeParameterKind.TYPE_TUPLE : TypeParameterKind.PARAMETERS;
    Expr bound = context.expressions.optional(node.bound);
    if (bound != null && kind != TypeParameterKind.TYPE) {
      String what = kind == TypeParameterKind.TYPE_TUPLE ? "TypeVarTuple" : "ParamSpec";
      context.report(SyntaxErrorCode.INVALID_PARAMETERS, bound.span(), "cannot use bound with " + what);
    }
    Expr defaultValue = context.expressions.optionalStar(node.default_);
    return new TypeParameter(context.span(node), node.name.getText(), kind, bound, defaultValue);
  }
}
