package io.codonj.plugin.openmp;

import io.codonj.api.ast.Expr;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.plugin.AnnotatedRegion.Mark;
import io.codonj.api.plugin.ExpansionContext;
import io.codonj.api.source.Span;
import io.codonj.plugin.openmp.Clauses.Schedule;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the arguments of `@par(…)`: keywords, or one string with the clauses of a pragma.
///
/// ```
/// @par(schedule="dynamic", chunk_size=4)
/// @par("schedule(dynamic, 4) num_threads(2) ordered collapse(2)")
/// ```
final class ClauseReader {
  private static final Pattern WORD = Pattern.compile("\\s*([a-z_]+)\\s*(?:\\(([^()]*)\\))?\\s*,?");
  private static final String EXPECTED =
      "clauses are schedule, chunk_size, num_threads, ordered and collapse";

  private final ExpansionContext context;
  private Schedule schedule = Schedule.STATIC;
  private boolean ordered;
  private int collapse = 1;
  private @Nullable Expr chunk;
  private @Nullable Expr threads;

  private ClauseReader(ExpansionContext context) {
    this.context = context;
  }

  static Mark read(Expr decorator, ExpansionContext context) {
    var reader = new ClauseReader(context);
    if (decorator instanceof Expr.Call call) {
      call.arguments().forEach(reader::argument);
    }
    return reader.mark();
  }

  private Mark mark() {
    var arguments = new ArrayList<Expr>();
    if (chunk != null) {
      arguments.add(chunk);
    }
    if (threads != null) {
      arguments.add(threads);
    }
    var clauses = new Clauses(schedule, ordered, collapse, chunk != null, threads != null);
    return new Mark(clauses.annotation(), arguments);
  }

  private void argument(Expr.Argument argument) {
    Expr value = argument.value();
    switch (argument.kind()) {
      case KEYWORD -> keyword(argument.name(), value);
      case POSITIONAL -> {
        if (value instanceof Expr.StringLiteral text) {
          pragma(text.value(), value.span());
        } else {
          refuse(value.span(), "@par takes keywords or one string");
        }
      }
      default -> refuse(value.span(), "@par takes no unpacked arguments");
    }
  }

  private void keyword(String name, Expr value) {
    switch (name) {
      case "schedule" -> {
        if (value instanceof Expr.StringLiteral text) {
          schedule(text.value(), value.span());
        } else {
          refuse(value.span(), "the schedule must be a string literal");
        }
      }
      case "chunk_size" -> chunk = positive(value, "chunk_size");
      case "num_threads" -> threads = positive(value, "num_threads");
      case "ordered" -> {
        if (value instanceof Expr.BoolLiteral literal) {
          ordered = literal.value();
        } else {
          refuse(value.span(), "'ordered' must be True or False");
        }
      }
      case "collapse" -> {
        if (value instanceof Expr.IntLiteral literal) {
          collapse(literal.value(), value.span());
        } else {
          refuse(value.span(), "'collapse' must be an integer literal");
        }
      }
      case "gpu" -> refuse(value.span(), "loops on a GPU are not a matter of OpenMP; the plugin 'gpu' has them");
      default -> refuse(value.span(), "@par has no clause '" + name + "'");
    }
  }

  private void pragma(String text, Span span) {
    Matcher match = WORD.matcher(text);
    int end = 0;
    while (match.find() && match.start() == end) {
      end = match.end();
      clause(match.group(1), match.group(2) == null ? List.of() : List.of(match.group(2).strip().split("\\s*,\\s*")), span);
    }
    if (!text.substring(end).isBlank()) {
      refuse(span, "cannot read '" + text.substring(end).strip() + "' in the clauses of @par");
    }
  }

  private void clause(String name, List<String> values, Span span) {
    switch (name) {
      case "omp", "parallel", "for" -> {}
      case "ordered" -> ordered = true;
      case "collapse" -> collapse(number(values, 0, name, span), span);
      case "num_threads" -> threads = literal(number(values, 0, name, span), span);
      case "chunk_size" -> chunk = literal(number(values, 0, name, span), span);
      case "schedule" -> {
        schedule(values.isEmpty() ? "" : values.getFirst(), span);
        if (values.size() > 1) {
          chunk = literal(number(values, 1, name, span), span);
        }
      }
      default -> refuse(span, "@par has no clause '" + name + "'");
    }
  }

  private BigInteger number(List<String> values, int index, String clause, Span span) {
    if (values.size() > index && values.get(index).matches("[1-9][0-9]{0,8}")) {
      return new BigInteger(values.get(index));
    }
    refuse(span, "'" + clause + "' needs a positive number");
    return BigInteger.ONE;
  }

  private Expr literal(BigInteger value, Span span) {
    return new Expr.IntLiteral(context.at(span), value, "");
  }

  private Expr positive(Expr value, String clause) {
    if (value instanceof Expr.IntLiteral literal && literal.value().signum() <= 0
        || value instanceof Expr.Unary || value instanceof Expr.StringLiteral || value instanceof Expr.FloatLiteral) {
      refuse(value.span(), "'" + clause + "' needs a positive integer");
    }
    return value;
  }

  private void collapse(BigInteger value, Span span) {
    if (value.signum() <= 0 || value.bitLength() > 5) {
      refuse(span, "'collapse' must be between 1 and 31");
    } else {
      collapse = value.intValue();
    }
  }

  private void schedule(String word, Span span) {
    Schedule.of(word).ifPresentOrElse(
        found -> schedule = found,
        () -> refuse(span, "no schedule '" + word + "': static, dynamic, guided, auto or runtime"));
  }

  private void refuse(Span span, String message) {
    context.diagnostics().report(Diagnostic.of(OpenMpCode.CLAUSE, span, message).withNote(EXPECTED));
  }
}
