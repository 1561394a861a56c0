package io.codonj.it.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Makes programs that are almost right: a few random edits of real ones.
final class ProgramMutator {
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z_][A-Za-z_0-9]*|[0-9][0-9.]*|\"[^\"\\n]*\"|'[^'\\n]*'|[-+*/%=<>!&|^:]+|[^\\sA-Za-z_0-9]");

  /// Tokens that change the shape of a program.
  private static final List<String> SPICE = List.of(
      "None", "True", "0", "-1", "1.5", "\"\"", "'a'", "[]", "{}", "()", "lambda: 0", "yield", "await x", "*", "**", "not",
      "is", "in", "if", "else", "for", "while", "return", "raise", "def", "class", "with", "match", "case", "del", "global",
      "nonlocal", "import", "try", "except", "finally", ":=", "->", "...", "@", "self", "super()", "int", "str", "list",
      "dict[str, int]", "f\"{x}\"", "b'a'", "1j", "99999999999999999999", "__init__", "print", "type", "async");

  private final List<String> sources;
  private final List<String> tokens = new ArrayList<>();

  /// @param sources programs that compile
  ProgramMutator(List<String> sources) {
    this.sources = List.copyOf(sources);
    for (String source : sources) {
      var matcher = TOKEN.matcher(source);
      while (matcher.find()) {
        tokens.add(matcher.group());
      }
    }
  }

  String mutant(Random random) {
    var lines = new ArrayList<>(pick(sources, random).lines().toList());
    int edits = 1 + random.nextInt(4);
    for (int i = 0; i < edits && !lines.isEmpty(); i++) {
      edit(lines, random);
    }
    return String.join("\n", lines) + "\n";
  }

  private void edit(List<String> lines, Random random) {
    int at = random.nextInt(lines.size());
    switch (random.nextInt(8)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size() + 1), lines.get(at));
      case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
      case 3 -> lines.set(at, " ".repeat(random.nextInt(3) * 4) + lines.get(at).strip());
      case 4 -> {
        var others = pick(sources, random).lines().toList();
        lines.add(at, others.isEmpty() ? "" : pick(others, random));
      }
      default -> lines.set(at, line(lines.get(at), random));
    }
  }

  /// One token of a line replaced, removed, doubled, or another put in.
  private String line(String line, Random random) {
    var places = new ArrayList<int[]>();
    var matcher = TOKEN.matcher(line);
    while (matcher.find()) {
      places.add(new int[] {matcher.start(), matcher.end()});
    }
    if (places.isEmpty()) {
      return line + token(random);
    }
    int[] place = pick(places, random);
    String before = line.substring(0, place[0]);
    String old = line.substring(place[0], place[1]);
    String after = line.substring(place[1]);
    return switch (random.nextInt(4)) {
      case 0 -> before + after;
      case 1 -> before + old + " " + old + after;
      case 2 -> before + old + " " + token(random) + after;
      default -> before + token(random) + after;
    };
  }

  private String token(Random random) {
    return random.nextBoolean() ? pick(SPICE, random) : pick(tokens, random);
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
