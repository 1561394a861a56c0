package io.codonj.core.infer;

import io.codonj.api.ast.BinaryOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.source.SourceFile;
import io.codonj.api.source.Span;
import io.codonj.core.syntax.Parser;
import io.codonj.core.syntax.SyntaxOptions;
import java.util.ArrayList;
import java.util.List;

/// Methods that the compiler writes for a class, as text of the dialect. In them `Self` is the class. What the class
/// defines itself stays as it is.
final class GeneratedMethods {
  private final Declarations declarations;
  private final ClassSymbol symbol;
  private final ModuleSymbol library;
  private final StringBuilder text = new StringBuilder();
  private int nodes;

  GeneratedMethods(Program program, Declarations declarations, ClassSymbol symbol) {
    this.declarations = declarations;
    this.symbol = symbol;
    this.library = program.builtins();
  }

  boolean isDefined(String method) {
    return symbol.methods.containsKey(method);
  }

  /// Adds the text of a method unless the class has a method of that name.
  void add(String name, String definition) {
    if (!isDefined(name)) {
      text.append(definition.stripTrailing()).append("\n\n");
    }
  }

  /// Adds a method that counts only where neither the class nor a base of it has one.
  void addDefault(String name, String definition) {
    Stmt.FunctionDef parsed = parse(definition).getFirst();
    var method = function(parsed, library);
    symbol.defaultMethods.put(name, new ArrayList<>(List.of(method)));
  }

  /// Parses what was added and gives it to the class; its names mean what they mean in the library.
  void finish() {
    finish(library);
  }

  void finish(ModuleSymbol module) {
    if (!text.isEmpty()) {
      parse(text.toString()).forEach(d -> declare(d, module));
      text.setLength(0);
    }
  }

  void declare(Stmt.FunctionDef definition, ModuleSymbol module) {
    symbol.methods.put(definition.name(), new ArrayList<>(List.of(function(definition, module))));
  }

  private FunctionSymbol function(Stmt.FunctionDef definition, ModuleSymbol module) {
    var method = declarations.declareFunction(
        definition, symbol.name, module, symbol, symbol.enclosing, symbol.typeContext);
    if (method.kind == FunctionSymbol.Kind.FUNCTION) {
      method.kind = FunctionSymbol.Kind.METHOD;
    }
    method.synthetic = true;
    return method;
  }

  List<Stmt.FunctionDef> parse(String source) {
    var file = new SourceFile("<codonj>/generated/" + symbol.name, source);
    var parsed = Parser.parse(file, "generated", SyntaxOptions.DEFAULT);
    if (!parsed.problems().isEmpty()) {
      throw new CompilerBug("generated code: " + parsed.problems().getFirst().message() + "\n" + source, Span.NONE);
    }
    return parsed.module().body().stream().map(Stmt.FunctionDef.class::cast).toList();
  }

  // ---- expressions that are put between those of the user

  /// A place for a generated node, with a number that no node of a source has.
  Origin at(Span span) {
    return new Origin(span, Integer.MIN_VALUE / 2 + 100 * symbol.definition.id() + nodes++);
  }

  /// The class as its module names it.
  Expr classReference(Span span) {
    String prefix = symbol.module.name + ".";
    String path = symbol.enclosing == null && symbol.name.startsWith(prefix)
        ? symbol.name.substring(prefix.length()) : symbol.shortName();
    var parts = path.split("\\.");
    Expr result = new Expr.Name(at(span), parts[0]);
    for (int i = 1; i < parts.length; i++) {
      result = new Expr.Attribute(at(span), result, parts[i]);
    }
    return result;
  }

  Expr member(String name, Span span) {
    return new Expr.Attribute(at(span), classReference(span), name);
  }

  Expr name(String name, Span span) {
    return new Expr.Name(at(span), name);
  }

  Expr call(Expr callee, List<Expr> arguments, Span span) {
    var positional = arguments.stream()
        .map(a -> new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", a)).toList();
    return new Expr.Call(at(span), callee, positional);
  }

  /// `A | B | C`
  Expr union(List<Expr> types, Span span) {
    Expr result = types.getFirst();
    for (Expr type : types.subList(1, types.size())) {
      result = new Expr.Binary(at(span), BinaryOperator.OR, result, type);
    }
    return result;
  }

  /// `dict[str, value]`
  Expr dictOf(Expr value, Span span) {
    return new Expr.Subscript(at(span), name("dict", span), new Expr.Display(
        at(span), Expr.DisplayKind.TUPLE, List.of(name("str", span), value)));
  }

  /// The name before the brackets: `Sequence` for `Sequence[int]`.
  static String head(Expr type) {
    return Declarations.decoratorName(type instanceof Expr.Subscript(_, var base, _) ? base : type);
  }

  /// How `repr` of an object starts: the names of what encloses the class.
  String qualifier() {
    if (symbol.enclosing == null) {
      String prefix = symbol.module.name + ".";
      String path = symbol.name.startsWith(prefix) ? symbol.name.substring(prefix.length()) : symbol.name;
      return path.substring(0, path.length() - symbol.shortName().length());
    }
    var result = new StringBuilder();
    for (Body at = symbol.enclosing; at != null && !at.isModule(); at = at.enclosing()) {
      result.insert(0, at.instance.symbol.displayName + ".<locals>.");
    }
    return result.toString();
  }

  /// `Point(x=…, y=…)`
  static String repr(String qualifier, List<String> fields) {
    var parts = fields.stream().map(f -> f + "={self." + f + "!r}").toList();
    return "def __repr__(self) -> str:\n  return f\"" + qualifier + "{class_name(self)}("
        + String.join(", ", parts) + ")\"\n";
  }

  /// `(self.x, self.y)`
  static String tuple(String object, List<String> fields) {
    var result = new StringBuilder("(");
    fields.forEach(f -> result.append(object).append('.').append(f).append(", "));
    return result.append(")").toString().replace(", )", fields.size() == 1 ? ",)" : ")");
  }
}
