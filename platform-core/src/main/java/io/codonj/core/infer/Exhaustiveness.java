package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Pattern;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.api.types.Type.UnionType;
import io.codonj.core.typed.TypedExpr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Do the patterns of a `match` take every value of its subject's type?
///
/// Rows of patterns are matched against columns of types. The first column is taken apart into the forms that a value
/// of its type can have; for each of them the rows that match it are looked at further (L. Maranget, "Warnings for
/// pattern matching", 2007).
final class Exhaustiveness {
  private static final Pattern ANY = new Pattern.Wildcard(new Origin(Span.NONE, -1));

  private static final ClassType UNKNOWN = ClassType.of("<unknown>");

  /// Patterns that need more steps are taken for incomplete, which only costs a check at run time.
  private static final int MAX_STEPS = 5000;

  private record Row(List<Pattern> patterns) {
    Pattern first() {
      return patterns.getFirst();
    }

    /// The row with the first pattern replaced by others.
    Row with(List<Pattern> first) {
      var result = new ArrayList<>(first);
      result.addAll(patterns.subList(1, patterns.size()));
      return new Row(result);
    }
  }

  private final Body body;
  private final Substitution types;
  private int steps;

  Exhaustiveness(Body body) {
    this.body = body;
    this.types = body.types;
  }

  boolean covers(List<Pattern> patterns, Type type) {
    return covers(patterns.stream().map(p -> new Row(List.of(p))).toList(), List.of(type));
  }

  /// @param columns types of the columns; [#UNKNOWN] stands where nothing is known
  private boolean covers(List<Row> given, List<Type> columns) {
    if (columns.isEmpty()) {
      return !given.isEmpty();
    }
    if (given.isEmpty() || ++steps > MAX_STEPS) {
      return false;
    }
    Type type = types.prune(columns.getFirst());
    var rows = new ArrayList<Row>();
    given.forEach(r -> expand(r, rows));
    return switch (type) {
      case OptionalType(var inner) -> covers(rows, replaced(columns, List.of(Names.NONE)))
          && covers(rows, replaced(columns, List.of(inner)));
      case UnionType(var members) ->
          members.stream().allMatch(m -> covers(rows, replaced(columns, List.of(m))));
      case TupleType(var elements) -> sequence(unwrapped(rows, type), columns, elements);
      case ClassType c -> ofClass(unwrapped(rows, type), columns, c);
      default -> covers(matching(rows, _ -> false), rest(columns));
    };
  }

  private static List<Type> rest(List<Type> columns) {
    return columns.subList(1, columns.size());
  }

  private static List<Type> replaced(List<Type> columns, List<Type> first) {
    var result = new ArrayList<>(first);
    result.addAll(rest(columns));
    return result;
  }

  /// One row per alternative, without names.
  private static void expand(Row row, List<Row> into) {
    switch (row.first()) {
      case Pattern.Or(_, var alternatives) -> alternatives.forEach(a -> expand(row.with(List.of(a)), into));
      case Pattern.As(_, var inner, _) -> expand(row.with(List.of(inner == null ? ANY : inner)), into);
      case Pattern.Capture _ -> into.add(row.with(List.of(ANY)));
      default -> into.add(row);
    }
  }

  /// The rows that match a form without parts: those with a wildcard, and those that name it.
  private static List<Row> matching(List<Row> rows, Predicate<Pattern> names) {
    return rows.stream().filter(r -> r.first() instanceof Pattern.Wildcard || names.test(r.first()))
        .map(r -> r.with(List.of())).toList();
  }

  /// Class patterns that every value of the type fits become what they say about its parts.
  private List<Row> unwrapped(List<Row> rows, Type type) {
    var result = new ArrayList<Row>();
    for (Row row : rows) {
      if (!(row.first() instanceof Pattern.ClassPattern pattern)) {
        result.add(row);
        continue;
      }
      var tests = new InstanceTests(body);
      List<Type> wanted = tests.wanted(pattern.type());
      boolean fits = tests.test(new TypedExpr.Undefined(types.resolve(type), pattern.span()), wanted, pattern.span())
          .test() instanceof TypedExpr.Literal(_, Boolean truth, _) && truth;
      if (!fits) {
        continue;
      }
      ClassSymbol symbol = wanted.isEmpty() ? null : body.program.classOf(wanted.getFirst());
      if (ClassPatterns.isWhole(symbol) && pattern.keywords().isEmpty()) {
        expand(row.with(List.of(pattern.positional().isEmpty() ? ANY : pattern.positional().getFirst())), result);
      } else if (pattern.positional().isEmpty() && pattern.keywords().isEmpty()) {
        result.add(row.with(List.of(ANY)));
      } else {
        result.add(row);
      }
    }
    return result;
  }

  private boolean ofClass(List<Row> rows, List<Type> columns, ClassType type) {
    ClassSymbol symbol = body.program.classOf(type);
    if (Names.isNone(type)) {
      return covers(matching(rows, PatternChecker::isNone), rest(columns));
    }
    if (type.equals(Names.BOOL)) {
      return covers(matching(rows, p -> isTruth(p, true)), rest(columns))
          && covers(matching(rows, p -> isTruth(p, false)), rest(columns));
    }
    if (symbol == null) {
      return covers(matching(rows, _ -> false), rest(columns));
    }
    if (symbol.isEnum && !symbol.members.isEmpty()) {
      return symbol.members.stream().allMatch(
          m -> covers(matching(rows, p -> isMember(p, symbol, m)), rest(columns)));
    }
    if (symbol.isNamedTuple) {
      return namedTuple(rows, columns, type, symbol);
    }
    if (SequencePatterns.isSequence(symbol)) {
      Type element = type.arguments().isEmpty() ? UNKNOWN : type.arguments().getFirst();
      int longest = rows.stream().mapToInt(r -> r.first() instanceof Pattern.Sequence s ? s.elements().size() : 0)
          .max().orElse(0);
      for (int length = 0; length <= longest + 1; length++) {
        if (!sequence(rows, columns, Collections.nCopies(length, element))) {
          return false;
        }
      }
      return true;
    }
    if (MappingPatterns.isMapping(symbol)) {
      return covers(matching(rows, p -> p instanceof Pattern.Mapping m && m.keys().isEmpty()), rest(columns));
    }
    return object(rows, columns, type, symbol);
  }

  private static boolean isTruth(Pattern pattern, boolean truth) {
    return pattern instanceof Pattern.Value(_, Expr.BoolLiteral(_, var value)) && value == truth;
  }

  private boolean isMember(Pattern pattern, ClassSymbol symbol, String member) {
    return pattern instanceof Pattern.Value(_, Expr.Attribute(_, var owner, var name)) && name.equals(member)
        && new TypeResolver(body.program).symbolOf(owner, body.typeContext()) == symbol;
  }

  private boolean namedTuple(List<Row> rows, List<Type> columns, ClassType type, ClassSymbol symbol) {
    var fields = ClassLayouts.fields(symbol);
    var elements = fields.stream().map(f -> known(body.program.fieldType(type, f))).toList();
    var names = fields.stream().map(ClassSymbol.Field::name).toList();
    var sequences = rows.stream().map(r -> r.first() instanceof Pattern.ClassPattern pattern
        ? r.with(List.of(new Pattern.Sequence(pattern.at(), parts(pattern, symbol, names)))) : r).toList();
    return sequence(sequences, columns, elements);
  }

  private Type known(Type type) {
    return types.isGround(type) ? types.resolve(type) : UNKNOWN;
  }

  /// The patterns of a class pattern, one for each of the attributes.
  private static List<Pattern> parts(Pattern.ClassPattern pattern, ClassSymbol symbol, List<String> attributes) {
    var positional = ClassPatterns.matchArguments(symbol);
    var result = new ArrayList<Pattern>();
    for (String attribute : attributes) {
      int index = positional.indexOf(attribute);
      Pattern part = index >= 0 && index < pattern.positional().size() ? pattern.positional().get(index) : ANY;
      for (Pattern.KeywordPattern keyword : pattern.keywords()) {
        part = keyword.name().equals(attribute) ? keyword.pattern() : part;
      }
      result.add(part);
    }
    return result;
  }

  private boolean object(List<Row> rows, List<Type> columns, ClassType type, ClassSymbol symbol) {
    var attributes = new LinkedHashSet<String>();
    var positional = ClassPatterns.matchArguments(symbol);
    for (Row row : rows) {
      if (row.first() instanceof Pattern.ClassPattern pattern) {
        attributes.addAll(positional.subList(0, Math.min(positional.size(), pattern.positional().size())));
        pattern.keywords().forEach(k -> attributes.add(k.name()));
      }
    }
    var names = new ArrayList<>(attributes);
    var parts = names.stream().map(a -> attributeType(type, symbol, a)).toList();
    var expanded = new ArrayList<Row>();
    for (Row row : rows) {
      switch (row.first()) {
        case Pattern.ClassPattern pattern -> expanded.add(row.with(parts(pattern, symbol, names)));
        case Pattern.Wildcard _ -> expanded.add(row.with(wildcards(names.size())));
        default -> {}
      }
    }
    return covers(expanded, replaced(columns, parts));
  }

  private Type attributeType(ClassType type, ClassSymbol symbol, String attribute) {
    ClassSymbol.Field field = symbol.findField(attribute);
    return field == null ? UNKNOWN : known(body.program.fieldType(type, field));
  }

  private static List<Pattern> wildcards(int count) {
    return Collections.nCopies(count, ANY);
  }

  /// All sequences of one length.
  private boolean sequence(List<Row> rows, List<Type> columns, List<? extends Type> elements) {
    int length = elements.size();
    var expanded = new ArrayList<Row>();
    for (Row row : rows) {
      List<Pattern> parts = switch (row.first()) {
        case Pattern.Wildcard _ -> wildcards(length);
        case Pattern.Sequence(_, var patterns) -> fitted(patterns, length);
        default -> null;
      };
      if (parts != null) {
        expanded.add(row.with(parts));
      }
    }
    return covers(expanded, replaced(columns, List.copyOf(elements)));
  }

  /// The patterns for the elements of a sequence of this length; null when it has another.
  private static @Nullable List<Pattern> fitted(List<Pattern> patterns, int length) {
    int star = SequencePatterns.star(patterns);
    if (star < 0) {
      return patterns.size() == length ? patterns : null;
    }
    int rest = length - (patterns.size() - 1);
    if (rest < 0) {
      return null;
    }
    var result = new ArrayList<>(patterns.subList(0, star));
    result.addAll(wildcards(rest));
    result.addAll(patterns.subList(star + 1, patterns.size()));
    return result;
  }
}
