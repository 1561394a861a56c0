package io.codonj.api.ir;

import io.codonj.api.ir.IrLexer.Kind;
import io.codonj.api.ir.IrLexer.Token;
import java.util.ArrayList;
import java.util.List;

/// A position in the tokens of IR text, with the parts that modules, functions and operations share: names, lists
/// and types.
final class IrTokens {
  private final List<Token> tokens;
  private int position;

  IrTokens(String text) {
    this.tokens = IrLexer.tokens(text);
  }

  Token peek() {
    return tokens.get(position);
  }

  Token next() {
    Token token = tokens.get(position);
    if (token.kind() != Kind.END) {
      position++;
    }
    return token;
  }

  boolean atEnd() {
    return peek().kind() == Kind.END;
  }

  IrSyntaxException error(String message) {
    return new IrSyntaxException(peek().line(), message + ", not '" + peek().text() + "'");
  }

  boolean accept(String punctuation) {
    if (peek().is(punctuation)) {
      position++;
      return true;
    }
    return false;
  }

  boolean acceptWord(String word) {
    if (peek().isWord(word)) {
      position++;
      return true;
    }
    return false;
  }

  void expect(String punctuation) {
    if (!accept(punctuation)) {
      throw error("expected '" + punctuation + "'");
    }
  }

  void expectWord(String word) {
    if (!acceptWord(word)) {
      throw error("expected '" + word + "'");
    }
  }

  String string() {
    if (peek().kind() != Kind.STRING) {
      throw error("expected a string");
    }
    return next().text();
  }

  String word() {
    if (peek().kind() != Kind.WORD) {
      throw error("expected a word");
    }
    return next().text();
  }

  /// A plain or quoted name.
  String name() {
    if (peek().kind() != Kind.WORD && peek().kind() != Kind.STRING) {
      throw error("expected a name");
    }
    return next().text();
  }

  /// `prefix` and a name: `@main`, `%x`, `#loop`.
  String name(String prefix) {
    expect(prefix);
    return name();
  }

  int integer() {
    try {
      return Integer.parseInt(peek().text());
    } catch (NumberFormatException _) {
      throw error("expected a number");
    } finally {
      next();
    }
  }

  boolean atType() {
    Token token = peek();
    return token.is("{") || token.is("[") || token.is("<") || token.is("(")
        || (token.kind() == Kind.WORD && isTypeWord(token.text()));
  }

  private static boolean isTypeWord(String word) {
    if (word.equals("unit") || word.equals("ptr")) {
      return true;
    }
    String digits = word.startsWith("ptr") ? word.substring(3) : word.substring(1);
    boolean letter = word.startsWith("i") || word.startsWith("f") || word.startsWith("ptr");
    return letter && !digits.isEmpty() && digits.chars().allMatch(Character::isDigit);
  }

  IrType type() {
    if (!atType()) {
      throw error("expected a type");
    }
    if (accept("{")) {
      return new IrType.Struct(types("}"));
    }
    if (accept("(")) {
      List<IrType> parameters = types(")");
      expect("->");
      return new IrType.Function(parameters, type());
    }
    if (accept("[")) {
      int count = integer();
      expectWord("x");
      var array = new IrType.Array(count, type());
      expect("]");
      return array;
    }
    if (accept("<")) {
      int lanes = integer();
      expectWord("x");
      var vector = new IrType.Vector(lanes, type());
      expect(">");
      return vector;
    }
    String word = next().text();
    return switch (word) {
      case "unit" -> IrType.UNIT;
      case "ptr" -> IrType.PTR;
      default -> switch (word.charAt(0)) {
        case 'i' -> new IrType.Int(Integer.parseInt(word.substring(1)));
        case 'f' -> new IrType.Float(Integer.parseInt(word.substring(1)));
        default -> new IrType.Pointer(Integer.parseInt(word.substring(3)));
      };
    };
  }

  /// Types between commas up to `close`.
  List<IrType> types(String close) {
    List<IrType> types = new ArrayList<>();
    while (!accept(close)) {
      if (!types.isEmpty()) {
        expect(",");
      }
      types.add(type());
    }
    return types;
  }
}
