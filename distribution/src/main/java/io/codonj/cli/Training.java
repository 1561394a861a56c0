package io.codonj.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Run once when an installation is assembled: does what users will do, so that the JVM can keep the classes it loaded
/// in the state they are in then.
final class Training {
  private Training() {}

  /// Arguments: a path for executables, then programs to compile. What becomes of them is for tests to judge.
  public static void main(String[] arguments) throws Exception {
    Path executable = Path.of(arguments[0]);
    List<String> programs = Arrays.asList(arguments).subList(1, arguments.length);
    for (String program : programs) {
      Main.onLargeStack("build", program, "-o", executable.toString());
      Files.deleteIfExists(executable);
    }
    System.exit(Main.onLargeStack("help"));
  }
}
