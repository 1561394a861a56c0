package io.codonj.core.resolve;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Pattern;
import java.util.function.Consumer;

/// The names that a pattern binds and the expressions that it evaluates, in order.
final class PatternParts {
  private PatternParts() {}

  static void walk(Pattern pattern, Consumer<String> binds, Consumer<Expr> reads) {
    switch (pattern) {
      case Pattern.Value p -> reads.accept(p.value());
      case Pattern.Range p -> {
        reads.accept(p.first());
        reads.accept(p.last());
      }
      case Pattern.Capture p -> binds.accept(p.name());
      case Pattern.Wildcard _ -> {}
      case Pattern.Sequence p -> p.elements().forEach(each -> walk(each, binds, reads));
      case Pattern.Star p -> {
        if (!p.name().equals("_")) {
          binds.accept(p.name());
        }
      }
      case Pattern.Mapping p -> {
        p.keys().forEach(reads);
        p.values().forEach(each -> walk(each, binds, reads));
        if (!p.rest().isEmpty()) {
          binds.accept(p.rest());
        }
      }
      case Pattern.ClassPattern p -> {
        reads.accept(p.type());
        p.positional().forEach(each -> walk(each, binds, reads));
        p.keywords().forEach(each -> walk(each.pattern(), binds, reads));
      }
      case Pattern.Or p -> p.alternatives().forEach(each -> walk(each, binds, reads));
      case Pattern.As p -> {
        if (p.pattern() != null) {
          walk(p.pattern(), binds, reads);
        }
        binds.accept(p.name());
      }
    }
  }
}
