package io.codonj.core.infer;

import io.codonj.api.ast.BinaryOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.UnaryOperator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of an enumeration's members: `auto()` counts, names of earlier members stand for their values, and a
/// value that occurs again makes an alias.
final class EnumMembers {
  private final boolean isFlag;
  private final boolean isText;
  private final Map<String, Expr> values = new LinkedHashMap<>();
  private final Map<String, Object> constants = new LinkedHashMap<>();
  private final Map<String, String> aliases = new LinkedHashMap<>();

  EnumMembers(boolean isFlag, boolean isText) {
    this.isFlag = isFlag;
    this.isText = isText;
  }

  /// Adds a member and gives its value's expression.
  Expr add(String name, Expr given) {
    Expr value = isAuto(given) ? next(name, given) : substitute(given);
    Object constant = fold(value);
    values.put(name, value);
    if (constant != null) {
      for (var known : constants.entrySet()) {
        if (known.getValue().equals(constant) && !aliases.containsKey(known.getKey())) {
          aliases.put(name, known.getKey());
          return value;
        }
      }
      constants.put(name, constant);
    }
    return value;
  }

  @Nullable String aliasOf(String name) {
    return aliases.get(name);
  }

  Map<String, String> aliases() {
    return aliases;
  }

  @Nullable Object constant(String name) {
    return constants.get(name);
  }

  boolean isSingleBit(String name) {
    return constants.get(name) instanceof BigInteger bits && bits.signum() > 0 && bits.bitCount() == 1;
  }

  private static boolean isAuto(Expr value) {
    return value instanceof Expr.Call call && Declarations.decoratorName(call).equals("auto");
  }

  private Expr next(String name, Expr at) {
    if (isText) {
      return new Expr.StringLiteral(at.at(), name.toLowerCase(java.util.Locale.ROOT));
    }
    BigInteger highest = null;
    for (Object constant : constants.values()) {
      if (constant instanceof BigInteger number) {
        highest = highest == null ? number : highest.max(number);
      }
    }
    if (values.size() > aliases.size() + constants.size()) {
      throw CheckError.at(at.span(), InferenceCode.NOT_SUPPORTED_YET,
          "auto() after a value that is not a constant is not supported");
    }
    BigInteger next = highest == null ? BigInteger.ONE
        : isFlag ? BigInteger.ONE.shiftLeft(highest.bitLength()) : highest.add(BigInteger.ONE);
    return new Expr.IntLiteral(at.at(), next, "");
  }

  /// In the class body the name of an earlier member means its plain value.
  private Expr substitute(Expr value) {
    return switch (value) {
      case Expr.Name(_, var name) when values.containsKey(name) -> values.get(name);
      case Expr.Binary(var at, var operator, var left, var right) -> {
        var folded = new Expr.Binary(at, operator, substitute(left), substitute(right));
        yield fold(folded) instanceof BigInteger number && number.signum() >= 0
            ? new Expr.IntLiteral(at, number, "") : folded;
      }
      case Expr.Unary(var at, var operator, var operand) -> new Expr.Unary(at, operator, substitute(operand));
      case Expr.Display(var at, var kind, var elements) ->
          new Expr.Display(at, kind, elements.stream().map(this::substitute).toList());
      default -> value;
    };
  }

  private static @Nullable Object fold(Expr value) {
    return switch (value) {
      case Expr.IntLiteral(_, var number, var suffix) when suffix.isEmpty() -> number;
      case Expr.FloatLiteral(_, var number, var suffix) when suffix.isEmpty() -> number;
      case Expr.StringLiteral(_, var text) -> text;
      case Expr.BoolLiteral(_, var truth) -> truth;
      case Expr.Unary(_, var operator, var operand)
          when fold(operand) instanceof BigInteger number -> switch (operator) {
        case UnaryOperator.NEGATE -> number.negate();
        case UnaryOperator.INVERT -> number.not();
        default -> null;
      };
      case Expr.Binary(_, var operator, var left, var right)
          when fold(left) instanceof BigInteger a && fold(right) instanceof BigInteger b -> fold(operator, a, b);
      case Expr.Display(_, var kind, var elements) when kind == Expr.DisplayKind.TUPLE -> foldAll(elements);
      default -> null;
    };
  }

  private static @Nullable Object foldAll(List<Expr> elements) {
    var result = new ArrayList<Object>();
    for (Expr element : elements) {
      Object constant = fold(element);
      if (constant == null) {
        return null;
      }
      result.add(constant);
    }
    return result;
  }

  private static @Nullable BigInteger fold(BinaryOperator operator, BigInteger a, BigInteger b) {
    return switch (operator) {
      case ADD -> a.add(b);
      case SUBTRACT -> a.subtract(b);
      case MULTIPLY -> a.multiply(b);
      case OR -> a.or(b);
      case AND -> a.and(b);
      case XOR -> a.xor(b);
      case SHIFT_LEFT -> b.bitLength() < 8 && b.signum() >= 0 ? a.shiftLeft(b.intValue()) : null;
      default -> null;
    };
  }
}
