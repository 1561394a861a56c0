package io.codonj.core.syntax.build;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.ast.Expr;
import io.codonj.core.syntax.SyntaxErrorCode;
import org.antlr.v4.runtime.Token;

/// String literals: prefixes, joining of neighbours.
final class TextBuilder {
  private enum Kind { TEXT, BYTES, PREFIXED }

  /// One decoded literal.
  private record Piece(Kind kind, String prefix, String value) {}

  private final BuildContext context;

  TextBuilder(BuildContext context) {
    this.context = context;
  }

  Expr strings(StringsContext node) {
    for (StringPieceContext piece : node.pieces) {
      if (piece.plain == null) {
        return context.fStrings.joined(node);
      }
    }
    Piece first = piece(node.pieces.getFirst().plain);
    if (node.pieces.size() == 1) {
      return literal(node, first, first.value());
    }
    var joined = new StringBuilder(first.value());
    for (StringPieceContext next : node.pieces.subList(1, node.pieces.size())) {
      Piece piece = piece(next.plain);
      if (piece.kind() != first.kind() || piece.kind() == Kind.PREFIXED) {
        refuseMix(node, piece.kind() == Kind.PREFIXED || first.kind() == Kind.PREFIXED);
        break;
      }
      joined.append(piece.value());
    }
    return literal(node, first, joined.toString());
  }

  private Expr literal(StringsContext node, Piece piece, String value) {
    return switch (piece.kind()) {
      case TEXT -> new Expr.StringLiteral(context.origin(node), value);
      case BYTES -> new Expr.BytesLiteral(context.origin(node), value);
      case PREFIXED -> new Expr.PrefixedLiteral(context.origin(node), piece.prefix(), value);
    };
  }

  /// The value of a literal next to an f-string.
  String besideFString(StringsContext whole, Token token) {
    Piece piece = piece(token);
    if (piece.kind() != Kind.TEXT) {
      refuseMix(whole, piece.kind() == Kind.PREFIXED);
    }
    return piece.value();
  }

  private void refuseMix(StringsContext node, boolean prefixed) {
    String message =
        prefixed
            ? "cannot join a literal with a custom prefix to another literal"
            : "cannot mix bytes and nonbytes literals";
    context.report(SyntaxErrorCode.MIXED_LITERALS, context.span(node), message);
  }

  private Piece piece(Token token) {
    String text = token.getText();
    int quote = 0;
    while (text.charAt(quote) != '"' && text.charAt(quote) != '\'') {
      quote++;
    }
    String prefix = text.substring(0, quote);
    String lower = prefix.toLowerCase();
    boolean triple = text.length() >= quote + 6 && text.charAt(quote + 1) == text.charAt(quote)
        && text.charAt(quote + 2) == text.charAt(quote);
    int width = triple ? 3 : 1;
    String body = text.substring(quote + width, text.length() - width);
    int offset = BuildContext.start(token) + quote + width;
    return switch (lower) {
      case "", "u", "r" ->
          new Piece(Kind.TEXT, "", Escapes.decode(context, body, offset, lower.equals("r"), false));
      case "b", "br", "rb" -> {
        checkAscii(token, body);
        yield new Piece(Kind.BYTES, "", Escapes.decode(context, body, offset, lower.length() == 2, true));
      }
      default -> new Piece(Kind.PREFIXED, prefix, Escapes.decode(context, body, offset, false, false));
    };
  }

  private void checkAscii(Token token, String body) {
    for (int i = 0; i < body.length(); i++) {
      if (body.charAt(i) >= 128) {
        String message = "bytes can only contain ASCII literal characters";
        context.report(SyntaxErrorCode.INVALID_STRING, context.span(token), message);
        return;
      }
    }
  }
}
