package io.codonj.core.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The stored public names of CPython's modules, as `names.py` beside the file prints them.
final class CpythonNames {
  /// @param name `isclose`, or `Fraction.limit_denominator` for a member of a class
  /// @param parameters those that can be given by name
  record Name(String name, boolean isMember, List<String> parameters) {}

  private CpythonNames() {}

  static Map<String, List<Name>> read(Path file) throws IOException {
    var modules = new LinkedHashMap<String, List<Name>>();
    List<Name> current = List.of();
    for (String line : Files.readAllLines(file)) {
      List<String> words = List.of(line.split(" "));
      if (words.getFirst().equals("module")) {
        current = new ArrayList<>();
        modules.put(words.get(1), current);
      } else {
        current.add(new Name(words.get(1), words.getFirst().equals("member"), words.subList(2, words.size())));
      }
    }
    return modules;
  }
}
