package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Parameter.ParameterKind;
import io.codonj.api.ast.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The methods of named tuples. Indexing, iteration and comparison go through the plain tuple of the fields.
final class NamedTupleMethods {
  private final ClassSymbol symbol;
  private final GeneratedMethods methods;
  private final List<String> names;

  NamedTupleMethods(ClassSymbol symbol, GeneratedMethods methods) {
    this.symbol = symbol;
    this.methods = methods;
    this.names = ClassLayouts.fields(symbol).stream().map(ClassSymbol.Field::name).toList();
  }

  void add() {
    boolean direct = symbol.linearization.stream().skip(1).noneMatch(c -> c.isNamedTuple);
    if (!direct) {
      return;
    }
    names.forEach(symbol.classVariables::remove);
    symbol.matchArguments = names;
    constructor();
    if (symbol.isTupleClass) {
      methods.add("__repr__", "def __repr__(self) -> str:\n  return \"(" + names.stream().map(
          n -> n + ": \" + repr(self." + n + ") + \"").collect(java.util.stream.Collectors.joining(", ")) + ")\"\n");
    } else {
      methods.add("__repr__", GeneratedMethods.repr("", names));
    }
    methods.add("__hash__", "def __hash__(self) -> int:\n  return hash(" + GeneratedMethods.tuple("self", names)
        + ")\n");
    methods.add("__len__", "def __len__(self) -> int:\n  return " + names.size() + "\n");
    methods.add("_fields", "@property\ndef _fields(self):\n  return ("
        + names.stream().map(n -> "\"" + n + "\", ").collect(java.util.stream.Collectors.joining()) + ")\n");
    String fields = GeneratedMethods.tuple("self", names);
    methods.add("count", "def count(self, item) -> int:\n  return " + fields + ".count(item)\n");
    methods.add("index", "def index(self, item) -> int:\n  return " + fields + ".index(item)\n");
    methods.add("_make", "@staticmethod\ndef _make(items):\n  return Self(*items)\n");
    replace();
    dictionary();
  }

  private void constructor() {
    if (methods.isDefined("__new__")) {
      return;
    }
    var fields = declared();
    var parsed = methods.parse("@staticmethod\ndef __new__():\n  return make_value(Self, "
        + String.join(", ", names) + ")\n").getFirst();
    var parameters = new ArrayList<Parameter>();
    for (String name : names) {
      var field = symbol.findField(name);
      Expr annotation = field.annotation();
      var span = annotation != null ? annotation.span() : symbol.definition.nameSpan();
      parameters.add(new Parameter(span, name, ParameterKind.NORMAL, annotation, fields.get(name)));
    }
    methods.declare(new Stmt.FunctionDef(parsed.at(), symbol.definition.nameSpan(), "__new__", parsed.decorators(),
        List.of(), parameters, null, parsed.body(), false, null), symbol.module);
  }

  /// The fields with their defaults.
  private Map<String, @Nullable Expr> declared() {
    var result = new LinkedHashMap<String, @Nullable Expr>();
    for (Stmt statement : symbol.definition.body()) {
      if (statement instanceof Stmt.AnnotatedAssign(_, Expr.Name(_, var name), _, var value)) {
        result.put(name, value);
      }
    }
    return result;
  }

  private void replace() {
    var code = new StringBuilder("def _replace(self").append(names.isEmpty() ? "" : ", *");
    names.forEach(n -> code.append(", ").append(n).append("=..."));
    code.append("):\n  return make_value(Self");
    names.forEach(n -> code.append(", self.").append(n).append(" if isinstance(").append(n)
        .append(", ellipsis) else ").append(n));
    methods.add("_replace", code.append(")\n").toString());
  }

  private void dictionary() {
    var code = new StringBuilder("def _asdict(self):\n  result = {");
    names.forEach(n -> code.append('"').append(n).append("\": self.").append(n).append(", "));
    var parsed = methods.parse(code.append("}\n  return result\n").toString()).getFirst();
    if (names.isEmpty() || methods.isDefined("_asdict")) {
      return;
    }
    var assign = (Stmt.Assign) parsed.body().getFirst();
    var span = assign.span();
    var types = ClassLayouts.fields(symbol).stream().map(ClassSymbol.Field::annotation).toList();
    Expr type = methods.dictOf(methods.union(types, span), span);
    methods.declare(new Stmt.FunctionDef(parsed.at(), parsed.nameSpan(), "_asdict", List.of(), List.of(),
        parsed.parameters(), null,
        List.of(new Stmt.AnnotatedAssign(assign.at(), assign.targets().getFirst(), type, assign.value()),
            parsed.body().get(1)), false, null), symbol.module);
  }
}
