package io.codonj.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Run once when an installation is assembled: does what users will do, so that the JVM can keep the classes it loaded
/// in the state they are in then.
final class Training {
  /// What becomes of these programs is for tests to judge.
  private static final List<String> PROGRAMS = List.of("hello.py", "typical.py", "wrong.py");

  private Training() {}

  /// Argument: a directory for the programs and their executables.
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    for (String name : PROGRAMS) {
      Path program = unpack(name, directory);
      Main.onLargeStack("build", program.toString(), "-o", directory.resolve("program").toString());
    }
    System.exit(Main.onLargeStack("help"));
  }

  private static Path unpack(String name, Path directory) {
    Path file = directory.resolve(name);
    try (InputStream text = Training.class.getResourceAsStream("training/" + name)) {
      Files.copy(text, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
