package io.codonj.plugin.openmp;

import java.util.ArrayList;
import java.util.List;

/// What is known of a loop's clauses while the program is compiled. The values of chunk size and number of threads
/// are arguments of the region, in that order.
///
/// @param collapse how many nested loops are one
record Clauses(Schedule schedule, boolean ordered, int collapse, boolean hasChunk, boolean hasThreads) {
  /// The decorator's name, with which annotations begin.
  static final String NAME = "par";

  private static final String ORDERED = "ordered";
  private static final String COLLAPSE = "collapse=";
  private static final String CHUNK = "chunk";
  private static final String THREADS = "threads";

  /// The order is that of the native part.
  enum Schedule {
    STATIC, DYNAMIC, GUIDED, AUTO, RUNTIME;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static java.util.Optional<Schedule> of(String word) {
      return java.util.Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }

  static boolean isMark(String annotation) {
    return annotation.equals(NAME) || annotation.startsWith(NAME + " ");
  }

  static Clauses parse(String annotation) {
    List<String> words = List.of(annotation.split(" "));
    Schedule schedule = Schedule.STATIC;
    int collapse = 1;
    for (String word : words.subList(1, words.size())) {
      if (word.startsWith(COLLAPSE)) {
        collapse = Integer.parseInt(word.substring(COLLAPSE.length()));
      }
      schedule = Schedule.of(word).orElse(schedule);
    }
    return new Clauses(
        schedule, words.contains(ORDERED), collapse, words.contains(CHUNK), words.contains(THREADS));
  }

  /// The text that [#parse] reads: `par dynamic ordered collapse=2 chunk threads`.
  String annotation() {
    var words = new ArrayList<>(List.of(NAME, schedule.word()));
    if (ordered) {
      words.add(ORDERED);
    }
    if (collapse > 1) {
      words.add(COLLAPSE + collapse);
    }
    if (hasChunk) {
      words.add(CHUNK);
    }
    if (hasThreads) {
      words.add(THREADS);
    }
    return String.join(" ", words);
  }
}
