package io.codonj.cli.cache;

import io.codonj.core.source.InputRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which executable belongs to a key, and what must still hold for it to be good.
///
/// ```
/// program 3fa1...            name below programs/
/// read 9c02... /home/u/a.py  a file of this content
/// absent /home/u/b.py        a place where a module was looked for and not found
/// ```
record Manifest(String program, List<String> conditions) {
  private static final String PROGRAM = "program ";
  private static final String READ = "read ";
  private static final String ABSENT = "absent ";

  static Manifest of(String program, InputRecord inputs) {
    var conditions = new ArrayList<String>();
    inputs.contents().forEach((path, content) -> conditions.add(READ + Digest.of(content) + " " + path));
    inputs.absent().forEach(path -> conditions.add(ABSENT + path));
    return new Manifest(program, conditions);
  }

  /// The manifest in `file`, if there is one and all its conditions hold.
  static Optional<Manifest> readIfGood(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty() || !lines.getFirst().startsWith(PROGRAM)) {
        return Optional.empty();
      }
      var manifest = new Manifest(lines.getFirst().substring(PROGRAM.length()), lines.subList(1, lines.size()));
      return manifest.conditions.stream().allMatch(Manifest::holds) ? Optional.of(manifest) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  String text() {
    return PROGRAM + program + "\n" + String.join("\n", conditions) + "\n";
  }

  /// The files and absent places, for the launcher's index.
  List<Path> filesRead() {
    return conditions.stream()
        .filter(each -> each.startsWith(READ))
        .map(each -> Path.of(each.substring(each.indexOf(' ', READ.length()) + 1)))
        .toList();
  }

  List<Path> absentFiles() {
    return conditions.stream()
        .filter(each -> each.startsWith(ABSENT))
        .map(each -> Path.of(each.substring(ABSENT.length())))
        .toList();
  }

  private static boolean holds(String condition) {
    try {
      if (condition.startsWith(ABSENT)) {
        return !Files.exists(Path.of(condition.substring(ABSENT.length())));
      }
      int space = condition.indexOf(' ', READ.length());
      String digest = condition.substring(READ.length(), space);
      return digest.equals(Digest.of(Files.readAllBytes(Path.of(condition.substring(space + 1)))));
    } catch (IOException _) {
      return false;
    }
  }
}
