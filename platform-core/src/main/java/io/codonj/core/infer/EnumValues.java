package io.codonj.core.infer;

import io.codonj.api.types.Type.ClassType;
import io.codonj.core.typed.TypedExpr;
import org.jspecify.annotations.Nullable;

/// Members of `IntEnum`, `IntFlag` and `StrEnum` where an `int` or a `str` is wanted.
final class EnumValues {
  private EnumValues() {}

  /// The member's plain value; null when the class has no plain value of that type.
  static @Nullable TypedExpr plain(Body body, TypedExpr member, ClassType from, ClassType to) {
    ClassSymbol symbol = body.program.classOf(from);
    if (symbol == null || !symbol.isEnum) {
      return null;
    }
    ClassType plain = plainType(symbol);
    if (plain == null || !(plain.equals(to) || plain.equals(Names.INT) && to.equals(Names.FLOAT))) {
      return null;
    }
    TypedExpr value = body.members.getField(member, from, symbol.findField("_value_"), member.span());
    return plain.equals(to) ? value : body.coercions.tryCoerce(value, to);
  }

  static @Nullable ClassType plainType(ClassSymbol symbol) {
    for (ClassSymbol ancestor : symbol.linearization) {
      switch (ancestor.name) {
        case "enum._IntValue", "enum.IntFlag" -> {
          return Names.INT;
        }
        case "enum._StrValue" -> {
          return Names.STR;
        }
        default -> {}
      }
    }
    return null;
  }
}
