package io.codonj.core.expand;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Module;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.diagnostic.Severity;
import io.codonj.api.plugin.ExpansionContext;
import io.codonj.api.source.SourceFile;
import io.codonj.api.source.Span;
import io.codonj.core.syntax.ParseResult;
import io.codonj.core.syntax.Parser;
import io.codonj.core.syntax.SyntaxOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Answers the extensions while one module is expanded.
final class Expansion implements ExpansionContext {
  private final Module original;
  private final SyntaxOptions options;
  private final DiagnosticSink sink;
  private final SequencedMap<String, String> imports = new LinkedHashMap<>();
  private int nodes;
  private int names;
  private int errors;

  Expansion(Module module, SyntaxOptions options, DiagnosticSink sink) {
    this.original = module;
    this.options = options;
    this.sink = sink;
    this.nodes = module.nodeCount();
  }

  /// How many errors extensions have reported.
  int errors() {
    return errors;
  }

  /// The module with a new body, and with the imports that the expansion needs.
  Module module(List<Stmt> body) {
    var whole = new ArrayList<Stmt>();
    var start = new Span(original.span().file(), 0, 0);
    imports.forEach((module, hidden) ->
        whole.add(new Stmt.Import(at(start), List.of(new Stmt.ImportAlias(start, module, hidden, null)))));
    whole.addAll(body);
    return new Module(original.at(), original.name(), whole, nodes);
  }

  @Override
  public DiagnosticSink diagnostics() {
    return this::report;
  }

  private void report(Diagnostic diagnostic) {
    if (diagnostic.severity() == Severity.ERROR) {
      errors++;
    }
    sink.report(diagnostic);
  }

  @Override
  public Origin at(Span span) {
    return new Origin(span, nodes++);
  }

  @Override
  public String freshName(String stem) {
    return "$" + stem + names++;
  }

  @Override
  public Expr reference(String module, String member, Span span) {
    String hidden = imports.computeIfAbsent(module, name -> "$module " + name);
    var whole = new Expr.Name(at(span), hidden);
    return member.isEmpty() ? whole : new Expr.Attribute(at(span), whole, member);
  }

  @Override
  public Expr expression(String text, Map<String, ? extends Expr> holes, Span span) {
    List<Stmt> statements = parse("(" + text + ")");
    if (statements.size() != 1 || !(statements.getFirst() instanceof Stmt.Expression(var _, Expr value))) {
      throw new IllegalArgumentException("not an expression: " + text);
    }
    return new Template(this, holes, Map.of(), span).expression(value);
  }

  @Override
  public List<Stmt> statements(
      String text, Map<String, ? extends Expr> holes, Map<String, ? extends List<? extends Stmt>> blocks, Span span) {
    return new Template(this, holes, blocks, span).statements(parse(text));
  }

  private List<Stmt> parse(String text) {
    ParseResult result = Parser.parse(new SourceFile("<expansion>", text), original.name(), options);
    if (!result.succeeded()) {
      throw new IllegalArgumentException(result.problems().getFirst().message() + " in: " + text);
    }
    return result.module().body();
  }
}
