package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `str.format` with keywords, or with fields that name attributes. In a template that is written at the call, such
/// fields become arguments of their own:
///
/// ```
/// "{a.name} {0:{w}}".format(x, a=y, w=3)   →   "{0} {1:{2}}".format(y.name, x, 3)
/// ```
///
/// For any other template the keywords are handed over as a tuple of names and one of values.
final class FormatCalls {
  /// A field whose name goes on with an attribute.
  private static final Pattern ATTRIBUTE = Pattern.compile("\\{[^{}:!]*\\.");

  private final Body body;
  private final Expr at;
  private final List<TypedExpr> positional = new ArrayList<>();
  private final Map<String, TypedExpr> keywords = new LinkedHashMap<>();
  private final List<TypedStmt> statements = new ArrayList<>();

  /// The arguments of the new call by the fields that they stand for.
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<TypedExpr> values = new ArrayList<>();
  private int automatic;

  private FormatCalls(Body body, Expr at) {
    this.body = body;
    this.at = at;
  }

  /// The meaning of a call that needs one of these forms; null when the ordinary method does.
  static @Nullable TypedExpr check(Body body, TypedExpr receiver, List<Argument> arguments, Expr at) {
    String template = receiver instanceof TypedExpr.Literal(_, String text, _) ? text : null;
    boolean plain = arguments.stream().noneMatch(Argument::isKeyword) && (template == null || !ATTRIBUTE.matcher(template).find());
    if (plain || arguments.stream().anyMatch(a -> a.keyword().startsWith("*"))) {
      return null;
    }
    return new FormatCalls(body, at).call(receiver, template, arguments);
  }

  private TypedExpr call(TypedExpr receiver, @Nullable String template, List<Argument> arguments) {
    Span span = at.span();
    for (Argument argument : arguments) {
      TypedExpr value = body.calls.typed(argument, null);
      if (!body.types.isGround(value.type())) {
        return body.defer(at);
      }
      var temporary = body.temporary(body.types.resolve(value.type()), argument.span());
      statements.add(new TypedStmt.Set(temporary, value, argument.span()));
      TypedExpr read = new TypedExpr.Get(temporary, argument.span());
      if (argument.isKeyword()) {
        keywords.put(argument.keyword(), read);
      } else {
        positional.add(read);
      }
    }
    String numbered = template == null ? null : rewrite(template);
    if (numbered == null) {
      TypedExpr names = tuple(keywords.keySet().stream().map(k -> (TypedExpr) new TypedExpr.Literal(Names.STR, k, span)).toList());
      return finish(receiver, "_format_with", List.of(tuple(positional), names, tuple(List.copyOf(keywords.values()))));
    }
    return finish(new TypedExpr.Literal(Names.STR, numbered, receiver.span()), "format", values);
  }

  private TypedExpr finish(TypedExpr receiver, String method, List<TypedExpr> arguments) {
    TypedExpr call = body.members.callMethod(
        receiver, method, arguments.stream().map(Argument::of).toList(), at, Names.STR);
    return new TypedExpr.Block(statements, call, at.span());
  }

  private TypedExpr tuple(List<TypedExpr> elements) {
    var types = elements.stream().map(TypedExpr::type).toList();
    return new TypedExpr.MakeTuple(new TupleType(types), elements, at.span());
  }

  /// The template with a number in each field; null when it is malformed or names what is not there, so that it has to
  /// fail when the program runs.
  private @Nullable String rewrite(String template) {
    var result = new StringBuilder();
    int position = 0;
    while (position < template.length()) {
      char c = template.charAt(position);
      if (c != '{' && c != '}') {
        result.append(c);
        position++;
      } else if (position + 1 < template.length() && template.charAt(position + 1) == c) {
        result.append(c).append(c);
        position += 2;
      } else {
        int end = c == '{' ? endOfField(template, position) : -1;
        String field = end < 0 ? null : field(template.substring(position + 1, end));
        if (field == null) {
          return null;
        }
        result.append('{').append(field).append('}');
        position = end + 1;
      }
    }
    return result.toString();
  }

  private static int endOfField(String template, int start) {
    int depth = 0;
    for (int i = start; i < template.length(); i++) {
      depth += template.charAt(i) == '{' ? 1 : template.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /// What stands between braces: name, perhaps a conversion, perhaps a specification with fields of its own.
  private @Nullable String field(String text) {
    int nameEnd = 0;
    while (nameEnd < text.length() && text.charAt(nameEnd) != '!' && text.charAt(nameEnd) != ':') {
      nameEnd++;
    }
    String name = text.substring(0, nameEnd);
    int colon = text.indexOf(':', nameEnd);
    String conversion = colon < 0 ? text.substring(nameEnd) : text.substring(nameEnd, colon);
    Integer place = place(name);
    if (place == null) {
      return null;
    }
    if (colon < 0) {
      return place + conversion;
    }
    String specification = text.substring(colon + 1);
    if (specification.indexOf('{') >= 0) {
      specification = rewrite(specification);
    }
    return specification == null ? null : place + conversion + ":" + specification;
  }

  private @Nullable Integer place(String name) {
    int stop = 0;
    while (stop < name.length() && name.charAt(stop) != '.' && name.charAt(stop) != '[') {
      stop++;
    }
    String first = name.substring(0, stop);
    String root = first.isEmpty() ? String.valueOf(automatic++) : first;
    boolean isNumber = root.chars().allMatch(Character::isDigit);
    TypedExpr value = !isNumber ? keywords.get(root)
        : Integer.parseInt(root) < positional.size() ? positional.get(Integer.parseInt(root)) : null;
    if (value == null) {
      return null;
    }
    String path = name.substring(stop);
    String key = root + path;
    if (!places.containsKey(key)) {
      TypedExpr reached = follow(value, path);
      if (reached == null) {
        return null;
      }
      places.put(key, values.size());
      values.add(reached);
    }
    return places.get(key);
  }

  /// `.name` and `[key]` applied to a value.
  private @Nullable TypedExpr follow(TypedExpr start, String path) {
    TypedExpr value = start;
    int position = 0;
    while (position < path.length()) {
      boolean isItem = path.charAt(position) == '[';
      int end = position + 1;
      while (end < path.length() && (isItem ? path.charAt(end) != ']' : path.charAt(end) != '.' && path.charAt(end) != '[')) {
        end++;
      }
      String part = path.substring(position + 1, end);
      if (part.isEmpty() || isItem && end == path.length()) {
        return null;
      }
      value = isItem ? item(value, part) : body.members.get(value, part, at);
      position = isItem ? end + 1 : end;
    }
    return value;
  }

  private @Nullable TypedExpr item(TypedExpr container, String key) {
    boolean isNumber = key.chars().allMatch(Character::isDigit);
    Type type = body.types.prune(container.type());
    if (type instanceof TupleType(var elements)) {
      int index = isNumber ? Integer.parseInt(key) : elements.size();
      return index >= elements.size() ? null
          : new TypedExpr.GetElement(container, index, body.types.resolve(elements.get(index)), at.span());
    }
    TypedExpr literal = isNumber ? new TypedExpr.Literal(Names.INT, Long.parseLong(key), at.span())
        : new TypedExpr.Literal(Names.STR, key, at.span());
    return body.calls.tryMethod(container, "__getitem__", List.of(literal), at.span());
  }
}
