package io.codonj.cli.doc;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Module;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Parameter.ParameterKind;
import io.codonj.api.ast.Stmt;
import io.codonj.cli.doc.Documentation.Entry;
import io.codonj.cli.doc.Documentation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Collects the public names of a module and their doc strings.
///
/// What a package imports from its own modules is documented as its own: `from shapes._round import Circle` in
/// `shapes/__init__.py`.
public final class DocCollector {
  private static final Set<String> PROPERTIES = Set.of("property", "cached_property");

  private final Function<String, Optional<Module>> modules;

  /// @param modules finds the tree of a module by its dotted name
  public DocCollector(Function<String, Optional<Module>> modules) {
    this.modules = modules;
  }

  public Documentation of(String name, Module module) {
    var entries = new ArrayList<Entry>();
    for (Stmt statement : module.body()) {
      if (statement instanceof Stmt.ImportFrom(var _, var level, var from, var names)) {
        String source = level > 0 ? from.isEmpty() ? name : name + "." + from : from;
        if (source.startsWith(name + ".")) {
          imported(source, names, entries);
        }
      } else {
        entry(statement, false).ifPresent(entries::add);
      }
    }
    return new Documentation(name, docString(module.body()), entries);
  }

  private void imported(String source, List<Stmt.ImportAlias> names, List<Entry> into) {
    List<Entry> theirs = modules.apply(source).map(module -> of(source, module).entries()).orElse(List.of());
    for (Stmt.ImportAlias name : names) {
      boolean renamed = !name.alias().isEmpty() && !name.alias().equals(name.name());
      theirs.stream().filter(each -> each.name().equals(name.name()) && !renamed).forEach(into::add);
    }
  }

  private static Optional<Entry> entry(Stmt statement, boolean inClass) {
    return switch (statement) {
      case Stmt.FunctionDef function when isPublic(function.name(), inClass, docString(function.body())) ->
          Optional.of(new Entry(
              kind(function), function.name(), signature(function, inClass), docString(function.body()),
              function.nameSpan().line(), List.of()));
      case Stmt.ClassDef type when !type.name().startsWith("_") -> Optional.of(type(type));
      case Stmt.AnnotatedAssign(var at, Expr.Name(_, var name), var annotation, var value) when !name.startsWith("_") ->
          Optional.of(new Entry(
              Kind.VALUE, name, name + ": " + text(annotation) + (value == null ? "" : " = " + text(value)), "",
              at.span().line(), List.of()));
      case Stmt.Assign(var at, var targets, var value)
          when targets.size() == 1 && targets.getFirst() instanceof Expr.Name(_, var name) && !name.startsWith("_") ->
          Optional.of(new Entry(Kind.VALUE, name, name + " = " + text(value), "", at.span().line(), List.of()));
      default -> Optional.empty();
    };
  }

  /// Special methods are worth a line only when someone described them.
  private static boolean isPublic(String name, boolean inClass, String text) {
    boolean special = name.startsWith("__") && name.endsWith("__");
    return !name.startsWith("_") || inClass && special && (name.equals("__init__") || !text.isEmpty());
  }

  private static Kind kind(Stmt.FunctionDef function) {
    boolean property =
        function.decorators().stream().anyMatch(each -> each instanceof Expr.Name(_, var name) && PROPERTIES.contains(name));
    return property ? Kind.PROPERTY : Kind.FUNCTION;
  }

  private static Entry type(Stmt.ClassDef type) {
    var members = new ArrayList<Entry>();
    type.body().forEach(statement -> entry(statement, true).ifPresent(members::add));
    String bases = type.bases().stream().map(each -> text(each.value())).collect(Collectors.joining(", "));
    String signature = "class " + type.name() + (bases.isEmpty() ? "" : "(" + bases + ")");
    return new Entry(Kind.CLASS, type.name(), signature, docString(type.body()), type.nameSpan().line(), members);
  }

  private static String signature(Stmt.FunctionDef function, boolean inClass) {
    var parts = new ArrayList<String>();
    ParameterKind before = ParameterKind.NORMAL;
    List<Parameter> parameters = function.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      if (before == ParameterKind.POSITIONAL_ONLY && parameter.kind() != before) {
        parts.add("/");
      }
      if (parameter.kind() == ParameterKind.KEYWORD_ONLY
          && parts.stream().noneMatch(each -> each.startsWith("*"))) {
        parts.add("*");
      }
      boolean self = inClass && i == 0 && Set.of("self", "cls").contains(parameter.name());
      if (!self) {
        parts.add(parameter(parameter));
      }
      before = parameter.kind();
    }
    String result = function.returns() == null ? "" : " -> " + text(function.returns());
    String call = kind(function) == Kind.PROPERTY ? function.name() : function.name() + "(" + String.join(", ", parts) + ")";
    return (function.isAsync() ? "async " : "") + call + result;
  }

  private static String parameter(Parameter parameter) {
    String stars =
        switch (parameter.kind()) {
          case STAR -> "*";
          case DOUBLE_STAR -> "**";
          case POSITIONAL_ONLY, NORMAL, KEYWORD_ONLY -> "";
        };
    Expr annotation = parameter.annotation();
    Expr value = parameter.defaultValue();
    String equals = annotation == null ? "=" : " = ";
    return stars + parameter.name() + (annotation == null ? "" : ": " + text(annotation))
        + (value == null ? "" : equals + text(value));
  }

  /// As it is written, on one line.
  private static String text(Expr expression) {
    var span = expression.span();
    return span.file().text().substring(span.start(), span.end()).replaceAll("\\s*\\R\\s*", " ");
  }

  private static String docString(List<Stmt> body) {
    return !body.isEmpty() && body.getFirst() instanceof Stmt.Expression(var _, Expr.StringLiteral(var _, var text))
        ? withoutIndentation(text)
        : "";
  }

  /// All lines but the first are moved left as far as the least indented of them allows.
  private static String withoutIndentation(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text.strip() : (text.substring(0, end).strip() + "\n" + text.substring(end + 1).stripIndent()).strip();
  }
}
