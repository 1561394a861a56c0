package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The generated method by which a data class is made of names and values that a source gives one after the other.
///
/// ```
/// @staticmethod
/// def _read_fields(_source):
///   _has_x = False
///   while _source._next():
///     _known = False
///     if _source.name == "x":
///       x: int = _source._value()
///       _has_x = True
///       _known = True
///     if not _known: _source._unexpected("Point", _source.name)
///   if not _has_x: x = <default>           without one: _source._missing("Point", "x")
///   return Self(x=x)
/// ```
final class DataClassReader {
  private final GeneratedMethods methods;
  private final ClassSymbol symbol;
  private final List<DataField> fields;

  /// @param fields those that the constructor takes
  DataClassReader(GeneratedMethods methods, ClassSymbol symbol, List<DataField> fields) {
    this.methods = methods;
    this.symbol = symbol;
    this.fields = fields;
  }

  void add(Function<DataField, @Nullable Expr> defaults) {
    var parsed = methods.parse(text()).getFirst();
    var body = new ArrayList<>(parsed.body());
    int loop = fields.size();
    body.set(loop, annotated((Stmt.While) body.get(loop)));
    for (int i = 0; i < fields.size(); i++) {
      Expr value = defaults.apply(fields.get(i));
      if (value != null) {
        body.set(loop + 1 + i, assigned((Stmt.If) body.get(loop + 1 + i), fields.get(i), value));
      }
    }
    methods.declare(new Stmt.FunctionDef(parsed.at(), symbol.definition.nameSpan(), parsed.name(), parsed.decorators(),
        List.of(), parsed.parameters(), null, body, false, null), symbol.module);
  }

  private String text() {
    var code = new StringBuilder("@staticmethod\ndef _read_fields(_source):\n");
    fields.forEach(f -> code.append("  _has_").append(f.name()).append(" = False\n"));
    code.append("  while _source._next():\n    _known = False\n");
    for (DataField field : fields) {
      String name = field.name();
      code.append("    if _source.name == \"").append(name).append("\":\n      ").append(name)
          .append(": int = _source._value()\n      _has_").append(name).append(" = True\n      _known = True\n");
    }
    code.append("    if not _known:\n      _source._unexpected(\"").append(symbol.shortName()).append("\", _source.name)\n");
    for (DataField field : fields) {
      code.append("  if not _has_").append(field.name()).append(":\n    _source._missing(\"")
          .append(symbol.shortName()).append("\", \"").append(field.name()).append("\")\n");
    }
    code.append("  return Self(");
    fields.forEach(f -> code.append(f.name()).append('=').append(f.name()).append(", "));
    return code.append(")\n").toString();
  }

  /// The loop with the fields' own annotations.
  private Stmt.While annotated(Stmt.While loop) {
    var body = new ArrayList<>(loop.body());
    for (int i = 0; i < fields.size(); i++) {
      var branch = (Stmt.If) body.get(1 + i);
      var inside = new ArrayList<>(branch.body());
      var read = (Stmt.AnnotatedAssign) inside.getFirst();
      inside.set(0, new Stmt.AnnotatedAssign(read.at(), read.target(), fields.get(i).annotation(), read.value()));
      body.set(1 + i, new Stmt.If(branch.at(), branch.condition(), inside, branch.orElse()));
    }
    return new Stmt.While(loop.at(), loop.condition(), body, loop.orElse());
  }

  private Stmt.If assigned(Stmt.If missing, DataField field, Expr value) {
    var at = missing.body().getFirst().at();
    var target = methods.name(field.name(), at.span());
    return new Stmt.If(missing.at(), missing.condition(), List.of(new Stmt.Assign(at, List.of(target), value)), List.of());
  }
}
