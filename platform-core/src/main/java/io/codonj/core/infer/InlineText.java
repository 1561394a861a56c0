package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.SourceFile;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.syntax.Parser;
import io.codonj.core.syntax.SyntaxOptions;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedFunction;
import io.codonj.api.ast.Stmt;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The body of an `@llvm` function: `{=expression}` gives way to a compile-time value, or to a reference to the
/// machine type that the expression names.
final class InlineText {
  private static final Pattern SPLICE = Pattern.compile("\\{=([^{}]*)}");

  private InlineText() {}

  /// Null for functions with ordinary bodies. What is wrong is recorded with the instance.
  static TypedFunction.@Nullable InlineText of(Body body) {
    var definition = body.instance.symbol.definition;
    String text = definition.inlineText();
    if (text == null) {
      return null;
    }
    if (definition.returns() == null) {
      body.report(body.error(definition.nameSpan(), InferenceCode.INVALID_ANNOTATION,
          "an @llvm function needs its result type: def " + definition.name() + "(...) -> int:"));
    }
    var types = new ArrayList<Type>();
    var splices = SPLICE.matcher(text);
    var result = new StringBuilder();
    while (splices.find()) {
      String replacement;
      try {
        replacement = replacement(body, splices.group(1), span(definition, text, splices.start(), splices.end()), types);
      } catch (CheckError error) {
        body.report(error);
        replacement = "";
      }
      splices.appendReplacement(result, java.util.regex.Matcher.quoteReplacement(replacement));
    }
    splices.appendTail(result);
    return new TypedFunction.InlineText(result.toString(), types, span(definition, text, 0, text.length()));
  }

  private static String replacement(Body body, String source, Span span, ArrayList<Type> types) {
    TypedExpr value;
    try {
      value = body.expressions.check(parse(source, span), null);
    } catch (CheckError error) {
      throw body.error(span, InferenceCode.INVALID_ANNOTATION, error.diagnostic().message());
    }
    switch (value) {
      case TypedExpr.Literal(_, Boolean truth, _) -> {
        return truth ? "1" : "0";
      }
      case TypedExpr.Literal(_, Object constant, _) when constant instanceof Long || constant instanceof String -> {
        return constant.toString();
      }
      case TypedExpr other when body.types.resolve(other.type()) instanceof Type.MetaType(var instance)
          && body.types.isGround(instance) -> {
        types.add(instance);
        return "{=" + (types.size() - 1) + "}";
      }
      default -> throw body.error(span, InferenceCode.INVALID_ANNOTATION,
          "'" + source + "' is neither a type nor a value that is known at compile time");
    }
  }

  private static Expr parse(String source, Span span) {
    var file = new SourceFile(span.file().path(), "(" + source.strip() + ")\n");
    var parsed = Parser.parse(file, "splice", SyntaxOptions.DEFAULT);
    if (!parsed.problems().isEmpty() || parsed.module().body().size() != 1
        || !(parsed.module().body().getFirst() instanceof Stmt.Expression(_, var expression))) {
      throw CheckError.at(span, InferenceCode.INVALID_ANNOTATION, "'" + source + "' is not an expression");
    }
    return expression;
  }

  /// Where a piece of the text stands in its file.
  private static Span span(Stmt.FunctionDef definition, String text, int start, int end) {
    Span whole = definition.span();
    int at = whole.file().text().indexOf(text, whole.start());
    return at < 0 ? definition.nameSpan() : new Span(whole.file(), at + start, at + end);
  }
}
