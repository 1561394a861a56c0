package io.codonj.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Run once when an installation is assembled: does what users will do, so that the JVM can keep the classes it loaded
/// in the state they are in then.
final class Training {
  private Training() {}

  /// Arguments: a path for executables, then programs to compile. Programs called `wrong...` must not compile.
  public static void main(String[] arguments) throws Exception {
    Path executable = Path.of(arguments[0]);
    List<String> programs = Arrays.asList(arguments).subList(1, arguments.length);
    for (String program : programs) {
      boolean wrong = Path.of(program).getFileName().toString().startsWith("wrong");
      int status = Main.onLargeStack("build", program, "-o", executable.toString());
      if (wrong != (status != 0) || !wrong && !Files.isExecutable(executable)) {
        throw new IllegalStateException("status " + status + " for " + program);
      }
      Files.deleteIfExists(executable);
    }
    System.exit(Main.onLargeStack("help"));
  }
}
