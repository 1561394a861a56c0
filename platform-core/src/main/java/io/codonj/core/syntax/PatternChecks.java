package io.codonj.core.syntax;

import io.codonj.api.ast.Pattern;
import io.codonj.api.ast.Stmt;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// Names bound by patterns, and patterns that can never be reached.
final class PatternChecks {
  private final SyntaxProblems problems;

  PatternChecks(SyntaxProblems problems) {
    this.problems = problems;
  }

  void cases(Stmt.Match match) {
    for (Iterator<Stmt.Case> cases = match.cases().iterator(); cases.hasNext(); ) {
      Stmt.Case next = cases.next();
      if (next.guard() == null && cases.hasNext()) {
        unreachable(next.pattern());
      }
      names(next.pattern());
    }
  }

  private void unreachable(Pattern pattern) {
    switch (pattern) {
      case Pattern.Wildcard _ -> hidden(pattern, "wildcard makes remaining patterns unreachable");
      case Pattern.Capture capture ->
          hidden(pattern, "name capture '" + capture.name() + "' makes remaining patterns unreachable");
      case Pattern.As as when as.pattern() != null -> unreachable(as.pattern());
      case Pattern.Or or -> unreachable(or.alternatives().getLast());
      default -> {}
    }
  }

  /// The names that a pattern binds.
  Set<String> names(Pattern pattern) {
    var names = new HashSet<String>();
    collect(pattern, names);
    return names;
  }

  private void collect(Pattern pattern, Set<String> names) {
    switch (pattern) {
      case Pattern.Value _, Pattern.Range _, Pattern.Wildcard _ -> {}
      case Pattern.Capture capture -> bind(pattern, capture.name(), names);
      case Pattern.Star star -> {
        if (!star.name().equals("_")) {
          bind(pattern, star.name(), names);
        }
      }
      case Pattern.Sequence sequence -> sequence.elements().forEach(element -> collect(element, names));
      case Pattern.Mapping mapping -> {
        mapping.values().forEach(value -> collect(value, names));
        if (!mapping.rest().isEmpty()) {
          bind(pattern, mapping.rest(), names);
        }
      }
      case Pattern.ClassPattern type -> {
        type.positional().forEach(element -> collect(element, names));
        type.keywords().forEach(keyword -> collect(keyword.pattern(), names));
      }
      case Pattern.As as -> {
        if (as.pattern() != null) {
          collect(as.pattern(), names);
        }
        bind(pattern, as.name(), names);
      }
      case Pattern.Or or -> alternatives(or.alternatives(), names);
    }
  }

  private void alternatives(List<Pattern> alternatives, Set<String> names) {
    Set<String> first = names(alternatives.getFirst());
    for (Pattern alternative : alternatives.subList(1, alternatives.size())) {
      if (!names(alternative).equals(first)) {
        refuse(alternative, "alternative patterns bind different names");
      }
    }
    for (Pattern alternative : alternatives.subList(0, alternatives.size() - 1)) {
      if (alternative instanceof Pattern.Wildcard || alternative instanceof Pattern.Capture) {
        unreachable(alternative);
      }
    }
    for (String name : first) {
      bind(alternatives.getFirst(), name, names);
    }
  }

  private void bind(Pattern pattern, String name, Set<String> names) {
    if (!names.add(name)) {
      refuse(pattern, "multiple assignments to name '" + name + "' in pattern");
    }
  }

  private void hidden(Pattern pattern, String message) {
    problems.report(SyntaxErrorCode.UNREACHABLE_PATTERN, pattern.span(), message);
  }

  private void refuse(Pattern pattern, String message) {
    problems.report(SyntaxErrorCode.INVALID_PATTERN, pattern.span(), message);
  }
}
