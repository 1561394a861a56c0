package io.codonj.core.syntax.binary;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Pattern;
import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.core.syntax.binary.Format.Patterns;
import java.util.List;

/// Patterns to and from bytes; few enough for one place.
final class PatternCodec {
  private PatternCodec() {}

  static void write(Output out, ExprWriter expressions, Pattern pattern) {
    switch (pattern) {
      case Pattern.Value value -> {
        out.node(Patterns.VALUE, value);
        expressions.write(value.value());
      }
      case Pattern.Range range -> {
        out.node(Patterns.RANGE, range);
        expressions.write(range.first());
        expressions.write(range.last());
      }
      case Pattern.Capture capture -> {
        out.node(Patterns.CAPTURE, capture);
        out.string(capture.name());
      }
      case Pattern.Wildcard wildcard -> out.node(Patterns.WILDCARD, wildcard);
      case Pattern.Sequence sequence -> {
        out.node(Patterns.SEQUENCE, sequence);
        all(out, expressions, sequence.elements());
      }
      case Pattern.Star star -> {
        out.node(Patterns.STAR, star);
        out.string(star.name());
      }
      case Pattern.Mapping mapping -> {
        out.node(Patterns.MAPPING, mapping);
        expressions.all(mapping.keys());
        all(out, expressions, mapping.values());
        out.string(mapping.rest());
      }
      case Pattern.ClassPattern type -> {
        out.node(Patterns.CLASS, type);
        expressions.write(type.type());
        all(out, expressions, type.positional());
        out.list(type.keywords(), keyword -> {
          out.string(keyword.name());
          write(out, expressions, keyword.pattern());
        });
      }
      case Pattern.Or or -> {
        out.node(Patterns.OR, or);
        all(out, expressions, or.alternatives());
      }
      case Pattern.As as -> {
        out.node(Patterns.AS, as);
        out.optional(as.pattern(), inner -> write(out, expressions, inner));
        out.string(as.name());
      }
    }
  }

  private static void all(Output out, ExprWriter expressions, List<Pattern> patterns) {
    out.list(patterns, pattern -> write(out, expressions, pattern));
  }

  static Pattern read(Input in, ExprReader expressions) {
    int tag = in.tag();
    Origin at = in.origin();
    return switch (tag) {
      case Patterns.VALUE -> new Pattern.Value(at, expressions.read());
      case Patterns.RANGE -> new Pattern.Range(at, expressions.read(), expressions.read());
      case Patterns.CAPTURE -> new Pattern.Capture(at, in.string());
      case Patterns.WILDCARD -> new Pattern.Wildcard(at);
      case Patterns.SEQUENCE -> new Pattern.Sequence(at, all(in, expressions));
      case Patterns.STAR -> new Pattern.Star(at, in.string());
      case Patterns.MAPPING -> new Pattern.Mapping(at, expressions.all(), all(in, expressions), in.string());
      case Patterns.CLASS -> {
        Expr type = expressions.read();
        var positional = all(in, expressions);
        var keywords = in.list(() -> new Pattern.KeywordPattern(in.string(), read(in, expressions)));
        yield new Pattern.ClassPattern(at, type, positional, keywords);
      }
      case Patterns.OR -> new Pattern.Or(at, all(in, expressions));
      case Patterns.AS -> new Pattern.As(at, in.optional(() -> read(in, expressions)), in.string());
      default -> throw new CompilerBug("no tag of a pattern: " + tag);
    };
  }

  private static List<Pattern> all(Input in, ExprReader expressions) {
    return in.list(() -> read(in, expressions));
  }
}
