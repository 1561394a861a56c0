package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.Fix;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import java.util.ArrayList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Errors about unknown names, each with the known name that was probably meant.
final class Suggestions {
  private Suggestions() {}

  static CheckError undefinedName(Body body, Expr.Name name) {
    var known = new ArrayList<String>();
    for (Body at = body; at != null; at = at.enclosing()) {
      known.addAll(at.instance.symbol.scope().bound);
    }
    return undefinedName(body.program, body.module(), known, name);
  }

  static CheckError undefinedName(Program program, ModuleSymbol module, Collection<String> local, Expr.Name name) {
    var known = new ArrayList<>(local);
    known.addAll(module.members.keySet());
    program.builtins().members.keySet().stream().filter(n -> !n.startsWith("_")).forEach(known::add);
    if (java.util.Set.of("eval", "exec", "compile", "globals", "locals", "__import__").contains(name.name())) {
      return CheckError.at(name.span(), InferenceCode.DYNAMIC_FEATURE,
          "'" + name.name() + "' is not supported: programs are compiled ahead of time");
    }
    return suggest(name.span(), InferenceCode.UNDEFINED_NAME, "name '" + name.name() + "' is not defined", name.name(),
        known);
  }

  static CheckError attribute(Body body, Type type, String name, Span span) {
    var known = new ArrayList<String>();
    ClassSymbol symbol = body.program.classOf(type);
    if (symbol != null) {
      for (ClassSymbol ancestor : symbol.linearization) {
        known.addAll(ancestor.methods.keySet());
        known.addAll(ancestor.fields.keySet());
        known.addAll(ancestor.classVariables.keySet());
      }
    }
    return suggest(span, InferenceCode.NO_ATTRIBUTE,
        "'" + body.coercions.show(type) + "' object has no attribute '" + name + "'", name, known);
  }

  static CheckError moduleAttribute(Body body, ModuleSymbol module, Expr.Attribute attribute) {
    return suggest(attribute.span(), InferenceCode.MODULE_ATTRIBUTE,
        "module '" + module.name + "' has no attribute '" + attribute.name() + "'", attribute.name(),
        module.members.keySet());
  }

  static CheckError importName(Body body, ModuleSymbol module, Stmt.ImportAlias alias) {
    return suggest(alias.span(), InferenceCode.IMPORT_NAME,
        "cannot import name '" + alias.name() + "' from '" + module.name + "'", alias.name(), module.members.keySet());
  }

  static CheckError unknownKeyword(FunctionSymbol function, String shown, String keyword, Span span) {
    return suggest(span, InferenceCode.UNKNOWN_KEYWORD,
        shown + "() got an unexpected keyword argument '" + keyword + "'", keyword,
        function.parameters().stream().map(p -> p.name()).toList());
  }

  private static CheckError suggest(
      Span span, InferenceCode code, String message, String name, Collection<String> known) {
    Diagnostic diagnostic = Diagnostic.of(code, span, message);
    String best = closest(name, known);
    if (best != null) {
      diagnostic = diagnostic.withNote("did you mean '" + best + "'?");
      int length = span.end() - span.start();
      if (length == name.length()) {
        diagnostic = diagnostic.withFix(new Fix("replace by '" + best + "'", span, best));
      }
    }
    return new CheckError(diagnostic);
  }

  private static @Nullable String closest(String name, Collection<String> known) {
    String best = null;
    int least = name.length() == 1 ? 1 : Math.max(1, name.length() / 3) + 1;
    for (String candidate : known) {
      int distance = candidate.equalsIgnoreCase(name) ? 0 : distance(name, candidate);
      if (distance < least && !candidate.startsWith("__")) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  /// Edit distance with insertions, deletions, substitutions, and neighbours that changed places.
  private static int distance(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1), table[i - 1][j - 1] + cost);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        table[i][j] = swapped ? Math.min(least, table[i - 2][j - 2] + 1) : least;
      }
    }
    return table[a.length()][b.length()];
  }
}
