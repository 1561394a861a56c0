package io.codonj.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Starts the program that `codonj run` has built.
///
/// A Java process cannot become another program, so the native launcher, which waits for this process, is told through
/// an inherited file descriptor what to execute in its own place: signals, terminal and exit status are then the
/// program's own and no Java process stays behind. Started without the launcher, this process waits for the program.
final class Handover {
  /// Names the descriptor that the launcher reads. Contents, each ended by NUL: path, number of the program's
  /// arguments, name of the program.
  static final String DESCRIPTOR_VARIABLE = "CODONJ_HANDOVER_FD";

  /// `1` when standard error is a terminal; the JVM cannot tell.
  static final String TERMINAL_VARIABLE = "CODONJ_TERMINAL";

  /// Where the launcher wants the index entry of this command line.
  static final String INDEX_VARIABLE = "CODONJ_INDEX";

  private Handover() {}

  /// @param file the program's name as typed, its `argv[0]`
  static int start(Path executable, String file, List<String> arguments) {
    String descriptor = System.getenv(DESCRIPTOR_VARIABLE);
    try {
      if (descriptor != null) {
        try (OutputStream launcher = new FileOutputStream("/proc/self/fd/" + descriptor)) {
          launcher.write((executable + "\0" + arguments.size() + "\0" + file + "\0").getBytes(StandardCharsets.UTF_8));
        }
        return 0;
      }
      return waitFor(executable, file, arguments);
    } catch (IOException problem) {
      throw new UsageError("cannot start " + executable + ": " + problem.getMessage());
    }
  }

  private static int waitFor(Path executable, String file, List<String> arguments) throws IOException {
    var command = new ArrayList<>(List.of("/bin/bash", "-c", "exec -a \"$0\" \"$@\"", file, executable.toString()));
    command.addAll(arguments);
    Process program = new ProcessBuilder(command).inheritIO().start();
    try {
      return program.waitFor();
    } catch (InterruptedException _) {
      program.destroy();
      return 130;
    }
  }
}
