package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The members and look-ups of `Enum`, `IntEnum`, `StrEnum`, `Flag` and `IntFlag`.
///
///     class Color(Enum):      RED = Color._make("RED", 1)
///       RED = 1           →   def _members(): return [Color.RED]
///                             def _from_value(value): …; def __class_getitem__(name): …
final class Enumerations {
  private final ClassSymbol symbol;
  private final GeneratedMethods methods;
  private final boolean isFlag;
  private final EnumMembers members;

  Enumerations(ClassSymbol symbol, GeneratedMethods methods) {
    this.symbol = symbol;
    this.methods = methods;
    this.isFlag = isA("enum.Flag");
    this.members = new EnumMembers(isFlag, isA("enum.StrEnum"));
  }

  /// `class Color(int, Enum)`: the base that gives members what an `int` or a `str` can do.
  static ClassSymbol mixin(Program program, ClassSymbol symbol, ClassSymbol base) {
    boolean plain = base.name.equals("int") || base.name.equals("str");
    if (!plain || symbol.definition.bases().stream().noneMatch(
        b -> List.of("Enum", "ReprEnum").contains(Declarations.decoratorName(b.value())))) {
      return base;
    }
    program.module("enum", null);
    ClassSymbol mixed = program.classes.get(base.name.equals("int") ? "enum._IntValue" : "enum._StrValue");
    return mixed != null ? mixed : base;
  }

  private boolean isA(String name) {
    return symbol.linearization.stream().anyMatch(c -> c.name.equals(name));
  }

  void add() {
    if (methods.isDefined("__new__")) {
      throw CheckError.at(symbol.methods.get("__new__").getFirst().definition.nameSpan(),
          InferenceCode.ENUM_MEMBERS, "'__new__' in an enumeration is not supported; use '__init__'");
    }
    declareMembers();
    lookups();
    ClassSymbol root = symbol.linearization.stream().filter(c -> c.name.equals("enum.Enum")).findFirst().orElseThrow();
    methods.finish(root.module);
  }

  // ---- members

  private void declareMembers() {
    var found = new LinkedHashMap<String, ClassSymbol.Field>();
    symbol.classVariables.forEach((name, field) -> {
      if (!name.startsWith("_") && field.defaultValue() != null && !isClassVariable(field)) {
        found.put(name, field);
      }
    });
    symbol.members.clear();
    var names = new LinkedHashSet<String>();
    for (var entry : found.entrySet()) {
      String name = entry.getKey();
      Expr given = entry.getValue().defaultValue();
      Span span = given.span();
      Expr value = members.add(name, given);
      String original = members.aliasOf(name);
      if (original != null) {
        alias(name, original, span);
        continue;
      }
      symbol.members.add(name);
      names.add(name);
      symbol.fields.remove(name);
      Expr make = methods.call(methods.member("_make", span),
          List.of(new Expr.StringLiteral(methods.at(span), name), value), span);
      symbol.classVariables.put(name, new ClassSymbol.Field(name, null, make, symbol));
    }
    if (!names.isEmpty() && symbol.findField("_value_") == null) {
      symbol.fields.put("_value_", new ClassSymbol.Field("_value_", valueType(), null, symbol));
    }
    if (symbol.definition.span().file().text().contains("__members__")) {
      Span span = symbol.definition.nameSpan();
      var items = found.keySet().stream().map(n -> new Expr.DictItem(
          new Expr.StringLiteral(methods.at(span), n), methods.member(n, span))).toList();
      symbol.classVariables.put("__members__",
          new ClassSymbol.Field("__members__", null, new Expr.DictDisplay(methods.at(span), items), symbol));
    }
  }

  private static boolean isClassVariable(ClassSymbol.Field field) {
    Expr annotation = field.annotation();
    return annotation != null && GeneratedMethods.head(annotation).equals("ClassVar");
  }

  private void alias(String name, String original, Span span) {
    boolean unique = symbol.definition.decorators().stream().anyMatch(
        d -> Declarations.decoratorName(d).equals("unique"));
    if (unique) {
      throw CheckError.at(span, InferenceCode.DUPLICATE_MEMBER, "duplicate values found in <"
          + (isFlag ? "flag '" : "enum '") + symbol.shortName() + "'>: " + name + " -> " + original);
    }
    symbol.fields.remove(name);
    symbol.classVariables.put(name, new ClassSymbol.Field(
        name, methods.classReference(span), methods.member(original, span), symbol));
  }

  /// The type of `_value_`, when all values are literals; several kinds make a union.
  private @Nullable Expr valueType() {
    var kinds = new LinkedHashSet<String>();
    for (String member : symbol.members) {
      Object constant = members.constant(member);
      kinds.add(switch (constant) {
        case BigInteger _ -> "int";
        case String _ -> "str";
        case Double _ -> "float";
        case Boolean _ -> "bool";
        case null, default -> "";
      });
    }
    if (kinds.contains("")) {
      return null;
    }
    Span span = symbol.definition.nameSpan();
    return methods.union(kinds.stream().map(k -> methods.name(k, span)).toList(), span);
  }

  // ---- look-ups

  private void lookups() {
    String initialize = symbol.findMethods("__init__").isEmpty() ? ""
        : "  if is_tuple(T):\n    member.__init__(*value)\n  else:\n    member.__init__(value)\n";
    methods.add("_make", "@staticmethod\ndef _make[T](name: str, value: T):\n  member = new_object(Self)\n"
        + "  member._name_ = name\n  member._value_ = value\n" + initialize + "  return member\n");
    var listed = symbol.members.stream().filter(m -> !isFlag || members.isSingleBit(m)).map(m -> "Self." + m).toList();
    methods.add("_members", "@staticmethod\ndef _members():\n  return "
        + (listed.isEmpty() ? "list[Self]()" : "[" + String.join(", ", listed) + "]") + "\n");
    byName();
    if (isFlag) {
      flagByValue();
    } else {
      byValue();
    }
  }

  private void byName() {
    var code = new StringBuilder("@staticmethod\ndef __class_getitem__(name: str):\n");
    allNames().forEach((name, original) ->
        code.append("  if name == \"").append(name).append("\":\n    return Self.").append(original).append('\n'));
    methods.add("__class_getitem__", code.append("  raise KeyError(name)\n").toString());
  }

  private Map<String, String> allNames() {
    var result = new LinkedHashMap<String, String>();
    symbol.members.forEach(m -> result.put(m, m));
    members.aliases().forEach(result::put);
    return result;
  }

  private void byValue() {
    var code = new StringBuilder(
        "@staticmethod\ndef _from_value(value):\n  if isinstance(value, Self):\n    return value\n  else:\n");
    for (String member : symbol.members) {
      code.append("    if Self.").append(member).append("._value_ == value:\n      return Self.").append(member)
          .append('\n');
    }
    if (!symbol.findMethods("_missing_").isEmpty()) {
      code.append("    found = Self._missing_(value)\n    if found is not None:\n      return found\n");
    }
    code.append("    raise ValueError(repr(value) + \" is not a valid ").append(methods.qualifier())
        .append(symbol.shortName()).append("\")\n");
    methods.add("_from_value", code.toString());
  }

  private void flagByValue() {
    BigInteger mask = BigInteger.ZERO;
    for (String member : symbol.members) {
      mask = members.constant(member) instanceof BigInteger bits ? mask.or(bits) : mask;
    }
    var code = new StringBuilder(
        "@staticmethod\ndef _from_value(value):\n  if isinstance(value, Self):\n    return value\n  else:\n"
            + "    bits = _normal_flag(value, ").append(mask).append(", ")
        .append(isA("enum.IntFlag") ? "True" : "False")
        .append(", \"").append(symbol.shortName()).append("\")\n");
    for (String member : symbol.members) {
      code.append("    if Self.").append(member).append("._value_ == bits:\n      return Self.").append(member)
          .append('\n');
    }
    code.append("    return Self._make(_flag_name(bits, ").append(mask).append(", Self._members()), bits)\n");
    methods.add("_from_value", code.toString());
    methods.add("_flag_mask", "@staticmethod\ndef _flag_mask() -> int:\n  return " + mask + "\n");
  }

}
