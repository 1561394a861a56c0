package io.codonj.cli;

import io.codonj.api.plugin.CommandExtension;
import io.codonj.core.plugin.PluginAccess;
import io.codonj.core.plugin.PluginProblem;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;

/// Subcommands of plugins: `codonj NAME ARGUMENTS`, for names that are none of codonj's own.
final class PluginCommands {
  private PluginCommands() {}

  /// Runs the command line when its first word is a plugin's command, and gives the exit status.
  static OptionalInt run(CommandLine codonj, String... arguments) {
    if (arguments.length == 0 || arguments[0].startsWith("-") || codonj.getSubcommands().containsKey(arguments[0])) {
      return OptionalInt.empty();
    }
    try {
      Optional<CommandExtension> command = new PluginAccess(Compilers.plugins()).command(arguments[0]);
      List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
      return command.isEmpty() ? OptionalInt.empty() : OptionalInt.of(command.get().run(rest, new Terminal()));
    } catch (UsageError | PluginProblem problem) {
      System.err.println("codonj: " + problem.getMessage());
      return OptionalInt.of(2);
    }
  }

  private static final class Terminal implements CommandExtension.Console {
    @Override
    public PrintStream out() {
      return System.out;
    }

    @Override
    public PrintStream err() {
      return System.err;
    }

    @Override
    public int codonj(List<String> arguments) {
      return Main.run(arguments.toArray(String[]::new));
    }
  }
}
