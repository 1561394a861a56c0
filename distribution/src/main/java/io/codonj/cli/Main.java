package io.codonj.cli;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.cli.plugin.InstallError;
import io.codonj.cli.project.ProjectError;
import io.codonj.core.plugin.PluginProblem;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The process `codonj`.
///
/// Exit status: 0; 1 for a program that does not compile or an uncaught exception; 2 for a wrong command line; what the
/// program returned otherwise.
public final class Main {
  private static final int FAILURE = 1;
  private static final int WRONG_USAGE = 2;

  /// Deeply nested programs are walked by recursion; the memory is taken only when it is used.
  private static final long STACK_BYTES = 1L << 30;

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    int status = onLargeStack(arguments);
    System.out.flush();
    System.err.flush();
    // The native libraries need no farewell, and the JVM's own takes longer than this.
    Runtime.getRuntime().halt(status);
  }

  static int onLargeStack(String... arguments) throws InterruptedException {
    var status = new AtomicInteger(1);
    var worker = new Thread(null, () -> status.set(runGuarded(arguments)), "codonj", STACK_BYTES);
    worker.start();
    worker.join();
    return status.get();
  }

  private static int runGuarded(String... arguments) {
    try {
      return run(arguments);
    } catch (OutOfMemoryError _) {
      return say("codonj: out of memory", FAILURE);
    } catch (Throwable problem) {
      return say(BugReport.of(new CompilerBug(problem.toString(), problem)), FAILURE);
    }
  }

  /// Runs one command line and returns its exit status.
  static int run(String... arguments) {
    CommandLine line =
        new CommandLine(new CodonjCommand())
            .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
            .setParameterExceptionHandler(Main::explainUsage)
            .setExecutionExceptionHandler((problem, command, _) -> explain(problem, command))
            .setExpandAtFiles(false);
    // What follows the program's name belongs to the program.
    line.getSubcommands().get("run").setStopAtPositional(true);
    OptionalInt ofPlugin = PluginCommands.run(line, arguments);
    return ofPlugin.isPresent() ? ofPlugin.getAsInt() : line.execute(arguments);
  }

  private static int explainUsage(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    System.err.println(name + ": " + problem.getMessage());
    System.err.println("usage and examples: " + name + " --help");
    return WRONG_USAGE;
  }

  private static int explain(Exception problem, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    return switch (problem) {
      case UsageError wrong -> say(name + ": " + wrong.getMessage(), WRONG_USAGE);
      case ProjectError wrong -> say(name + ": " + wrong.getMessage(), WRONG_USAGE);
      case InstallError wrong -> say(name + ": " + wrong.getMessage(), FAILURE);
      case PluginProblem wrong -> say(name + ": " + wrong.getMessage(), FAILURE);
      case IOException files -> say(name + ": " + describe(files), FAILURE);
      case UncheckedIOException files -> say(name + ": " + describe(files.getCause()), FAILURE);
      case CompilerBug bug -> say(BugReport.of(bug), FAILURE);
      default -> say(BugReport.of(new CompilerBug(problem.toString(), problem)), FAILURE);
    };
  }

  /// Java's words for most file problems are just the path.
  private static String describe(IOException problem) {
    String kind =
        switch (problem) {
          case NoSuchFileException _ -> "no such file or directory: ";
          case AccessDeniedException _ -> "permission denied: ";
          case FileAlreadyExistsException _ -> "in the way: ";
          default -> "";
        };
    return kind + problem.getMessage();
  }

  private static int say(String text, int status) {
    System.err.println(text.stripTrailing());
    return status;
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 14), false, StandardCharsets.UTF_8);
  }
}
