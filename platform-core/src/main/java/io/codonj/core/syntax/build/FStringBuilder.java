package io.codonj.core.syntax.build;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.FStringPart;
import io.codonj.core.syntax.SyntaxErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// F-strings of PEP 701, together with the literals they are joined to.
final class FStringBuilder {
  private final BuildContext context;

  FStringBuilder(BuildContext context) {
    this.context = context;
  }

  Expr joined(StringsContext node) {
    var parts = new Parts();
    for (StringPieceContext piece : node.pieces) {
      if (piece.plain != null) {
        parts.text(context.texts.besideFString(node, piece.plain));
      } else {
        boolean raw = piece.getStart().getText().toLowerCase().contains("r");
        addAll(parts, piece.parts, raw, false);
      }
    }
    return new Expr.FString(context.origin(node), parts.finish());
  }

  private void addAll(Parts parts, List<FstringPartContext> nodes, boolean raw, boolean inSpec) {
    for (FstringPartContext node : nodes) {
      if (node.text != null) {
        parts.text(text(node.text, raw, inSpec));
      } else {
        field(parts, node, raw);
      }
    }
  }

  /// Braces are doubled in the text of the string, not in format specifications.
  private String text(Token token, boolean raw, boolean inSpec) {
    String source = token.getText();
    String decoded = Escapes.decode(context, source, BuildContext.start(token), raw, false);
    if (inSpec || source.indexOf('{') < 0 && source.indexOf('}') < 0) {
      return decoded;
    }
    return raw || source.indexOf('\\') < 0 ? undouble(decoded) : undoubleBeforeDecoding(token, source);
  }

  /// With escapes in the text, `\N{…}` keeps its braces and `\x7b` makes a brace that is not doubled.
  private String undoubleBeforeDecoding(Token token, String source) {
    var undoubled = new StringBuilder();
    int i = 0;
    while (i < source.length()) {
      char c = source.charAt(i);
      undoubled.append(c);
      if (c == '\\' && i + 1 < source.length() && source.charAt(i + 1) != '{' && source.charAt(i + 1) != '}') {
        undoubled.append(source.charAt(i + 1));
        i += 2;
      } else {
        boolean twice = (c == '{' || c == '}') && i + 1 < source.length() && source.charAt(i + 1) == c;
        i += twice ? 2 : 1;
      }
    }
    return Escapes.decode(context, undoubled.toString(), BuildContext.start(token), false, false);
  }

  private static String undouble(String text) {
    return text.replace("{{", "{").replace("}}", "}");
  }

  private void field(Parts parts, FstringPartContext node, boolean raw) {
    Expr value = context.expressions.value(node.content);
    String conversion = node.conversion == null ? "" : conversion(node.conversion);
    List<FStringPart> spec = node.colon == null ? null : spec(node, raw);
    if (node.debug != null) {
      parts.text(context.sourceWithoutComments(node.getStart(), context.after(node.debug)));
      conversion = conversion.isEmpty() && spec == null ? "r" : conversion;
    }
    parts.field(new FStringPart.Field(value, conversion, spec));
  }

  private String conversion(Token token) {
    String name = token.getText();
    if (!name.equals("r") && !name.equals("s") && !name.equals("a")) {
      String message = "f-string: invalid conversion character '" + name + "': expected 's', 'r', or 'a'";
      context.report(SyntaxErrorCode.INVALID_FSTRING, context.span(token), message);
    }
    return name;
  }

  private List<FStringPart> spec(FstringPartContext node, boolean raw) {
    var parts = new Parts();
    addAll(parts, node.spec, raw, true);
    return parts.finish();
  }

  /// Collects parts and joins texts that touch.
  private static final class Parts {
    private final List<FStringPart> parts = new ArrayList<>();
    private @Nullable StringBuilder pending;

    void text(String text) {
      if (!text.isEmpty()) {
        pending = pending == null ? new StringBuilder() : pending;
        pending.append(text);
      }
    }

    void field(FStringPart.Field field) {
      flush();
      parts.add(field);
    }

    List<FStringPart> finish() {
      flush();
      return Collections.unmodifiableList(parts);
    }

    private void flush() {
      if (pending != null) {
        parts.add(new FStringPart.Text(pending.toString()));
        pending = null;
      }
    }
  }
}
