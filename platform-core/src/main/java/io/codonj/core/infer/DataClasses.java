package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Parameter.ParameterKind;
import io.codonj.api.ast.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The methods of `@dataclass`.
///
///     class Point:            def __init__(self, x: int, y: int = 0): self.x = x; self.y = y
///       x: int          →     def __repr__(self): return f"Point(x={self.x!r}, y={self.y!r})"
///       y: int = 0            def __eq__(self, other): …
final class DataClasses {
  private final Program program;
  private final ClassSymbol symbol;
  private final GeneratedMethods methods;
  private final List<DataField> fields;

  DataClasses(Program program, ClassSymbol symbol, GeneratedMethods methods) {
    this.program = program;
    this.symbol = symbol;
    this.methods = methods;
    this.fields = DataField.of(symbol);
  }

  void add() {
    boolean frozen = option("frozen", false);
    symbol.isFrozen = frozen || symbol.linearization.stream().skip(1).anyMatch(c -> c.isFrozen);
    declareFields();
    if (symbol.matchArguments.isEmpty() && option("match_args", true)) {
      symbol.matchArguments = names(fields.stream().filter(f -> f.inInit() && !f.keywordOnly()).toList());
    }
    if (option("init", true) && !methods.isDefined("__init__")) {
      initializer();
    }
    if (option("repr", true)) {
      var shown = names(fields.stream().filter(DataField::inRepr).toList());
      methods.add("__repr__", GeneratedMethods.repr(methods.qualifier(), shown));
    }
    boolean equality = option("eq", true);
    if (equality) {
      equality();
    }
    if (option("order", false)) {
      order();
    }
    if (option("unsafe_hash", false) || equality && frozen) {
      hash();
    }
    conversions();
  }

  private boolean option(String name, boolean otherwise) {
    return DataField.option(symbol, name, otherwise);
  }

  private static List<String> names(List<DataField> fields) {
    return fields.stream().map(DataField::name).toList();
  }

  private List<DataField> stored() {
    return fields.stream().filter(f -> !f.initOnly()).toList();
  }

  /// Corrects what the class body said about fields: `field(…)` is no value, and an `InitVar` no field.
  private void declareFields() {
    for (Stmt statement : symbol.definition.body()) {
      if (statement instanceof Stmt.AnnotatedAssign(_, Expr.Name(_, var name), var annotation, _)
          && Declarations.decoratorName(annotation).equals("KW_ONLY")) {
        symbol.fields.remove(name);
      }
    }
    for (DataField field : DataField.own(symbol)) {
      if (field.initOnly()) {
        symbol.fields.remove(field.name());
      } else {
        symbol.fields.put(field.name(), new ClassSymbol.Field(field.name(), field.annotation(), null, symbol));
      }
      symbol.classVariables.remove(field.name());
      if (field.defaultValue() != null && isShared(field)) {
        symbol.classVariables.put(field.name(),
            new ClassSymbol.Field(field.name(), field.annotation(), field.defaultValue(), symbol));
      }
    }
  }

  /// A default is evaluated once, with the class statement; a type parameter has no value then.
  private static boolean isShared(DataField field) {
    return field.owner().typeParameters.isEmpty() && field.owner().typeContext.isEmpty();
  }

  // ---- __init__

  private void initializer() {
    var code = new StringBuilder("def __init__(self");
    var parameters = parametersInOrder();
    parameters.forEach(f -> code.append(", ").append(f.name()));
    code.append(") -> None:\n");
    var assigned = new ArrayList<DataField>();
    for (DataField field : fields) {
      if (field.initOnly() || !field.inInit() && !field.hasDefault()) {
        continue;
      }
      assigned.add(field);
      code.append("  self.").append(field.name()).append(" = ").append(field.name()).append('\n');
    }
    if (!symbol.findMethods("__post_init__").isEmpty()) {
      code.append("  self.__post_init__(")
          .append(String.join(", ", names(fields.stream().filter(DataField::initOnly).toList()))).append(")\n");
    }
    code.append("  return\n");
    var parsed = methods.parse(code.toString()).getFirst();
    var statements = new ArrayList<Stmt>(parsed.body());
    for (int i = 0; i < assigned.size(); i++) {
      DataField field = assigned.get(i);
      if (!field.inInit()) {
        var assign = (Stmt.Assign) statements.get(i);
        statements.set(i, new Stmt.Assign(assign.at(), assign.targets(), defaultOf(field)));
      }
    }
    methods.declare(new Stmt.FunctionDef(parsed.at(), symbol.definition.nameSpan(), parsed.name(), List.of(), List.of(),
        parameters(parsed, parameters), parsed.returns(), statements, false, null), symbol.module);
  }

  private List<DataField> parametersInOrder() {
    var result = new ArrayList<>(fields.stream().filter(f -> f.inInit() && !f.keywordOnly()).toList());
    DataField previous = null;
    for (DataField field : result) {
      if (previous != null && previous.hasDefault() && !field.hasDefault()) {
        throw CheckError.at(symbol.definition.nameSpan(), InferenceCode.FIELD_ORDER,
            "non-default argument '" + field.name() + "' follows default argument");
      }
      previous = field;
    }
    fields.stream().filter(f -> f.inInit() && f.keywordOnly()).forEach(result::add);
    return result;
  }

  private List<Parameter> parameters(Stmt.FunctionDef parsed, List<DataField> fields) {
    var result = new ArrayList<Parameter>();
    result.add(parsed.parameters().getFirst());
    for (DataField field : fields) {
      Expr annotation = canName(field) ? field.annotation() : null;
      result.add(new Parameter(field.span(), field.name(),
          field.keywordOnly() ? ParameterKind.KEYWORD_ONLY : ParameterKind.NORMAL, annotation, defaultOf(field)));
    }
    return result;
  }

  /// The type of an inherited field may be written in names that this module does not have.
  private boolean canName(DataField field) {
    return field.owner() == symbol || field.owner().module == symbol.module && field.owner().typeParameters.isEmpty();
  }

  private @Nullable Expr defaultOf(DataField field) {
    Expr factory = field.factory();
    if (factory != null) {
      return methods.call(factory, List.of(), factory.span());
    }
    Expr value = field.defaultValue();
    if (value == null || value instanceof Expr.NoneLiteral || Declarations.isLiteral(value) || !isShared(field)) {
      return value;
    }
    return methods.member(field.name(), value.span());
  }

  // ---- comparisons

  private void equality() {
    var parts = names(fields.stream().filter(DataField::isCompared).toList()).stream()
        .map(f -> "self." + f + " == other." + f).toList();
    methods.add("__eq__", "def __eq__(self, other) -> bool:\n  if isinstance(other, Self):\n"
        + "    if type(self) is type(other):\n      return "
        + (parts.isEmpty() ? "True" : String.join(" and ", parts)) + "\n  return False\n");
  }

  private void order() {
    var compared = names(fields.stream().filter(DataField::isCompared).toList());
    for (String[] operator : new String[][] {
        {"__lt__", "<"}, {"__le__", "<="}, {"__gt__", ">"}, {"__ge__", ">="}}) {
      methods.add(operator[0], "def " + operator[0] + "(self, other: Self) -> bool:\n  return "
          + GeneratedMethods.tuple("self", compared) + " " + operator[1] + " "
          + GeneratedMethods.tuple("other", compared) + "\n");
    }
  }

  private void hash() {
    var hashed = names(fields.stream().filter(DataField::hashed).toList());
    methods.add("__hash__", "def __hash__(self) -> int:\n  return hash("
        + GeneratedMethods.tuple("self", hashed) + ")\n");
  }

  // ---- replace(), asdict(), astuple(), fields()

  private void conversions() {
    var initial = fields.stream().filter(DataField::inInit).toList();
    if (initial.stream().noneMatch(DataField::initOnly)) {
      var code = new StringBuilder("def __replace__(self");
      code.append(initial.isEmpty() ? "" : ", *");
      initial.forEach(f -> code.append(", ").append(f.name()).append("=..."));
      code.append("):\n  return Self(");
      initial.forEach(f -> code.append(f.name()).append("=self.").append(f.name()).append(" if isinstance(")
          .append(f.name()).append(", ellipsis) else ").append(f.name()).append(", "));
      methods.add("__replace__", code.append(")\n").toString());
    }
    var library = program.module("dataclasses", null);
    if (library == null) {
      return;
    }
    var code = new StringBuilder("def _as_tuple(self):\n  return (");
    stored().forEach(f -> code.append("_tuple_value(self.").append(f.name()).append("), "));
    code.append(")\n\n@staticmethod\ndef _data_fields():\n  return (");
    stored().forEach(f -> code.append("Field(\"").append(f.name()).append("\"), "));
    code.append(")\n\ndef _as_dict(self):\n  return _mixed({");
    names(stored()).forEach(f -> code.append('"').append(f).append("\": _dict_value(self.").append(f).append("), "));
    code.append("})\n");
    methods.parse(code.toString()).forEach(definition -> methods.declare(definition, library));
    if (initial.stream().noneMatch(f -> f.initOnly() || !canName(f))) {
      new DataClassReader(methods, symbol, initial).add(this::defaultOf);
    }
  }
}
