package io.codonj.api.plugin;

import io.codonj.api.Experimental;
import java.io.PrintStream;
import java.util.List;

/// A subcommand: `codonj NAME ARGUMENTS`.
@Experimental(since = "0.1")
public interface CommandExtension {

  String name();

  /// One line for `codonj plugin info`.
  String summary();

  /// Runs it and returns the exit status.
  int run(List<String> arguments, Console console);

  /// What a command talks to.
  interface Console {
    PrintStream out();

    PrintStream err();

    /// Runs another command of codonj (`build`, `-o`, …) in this process and returns its exit status.
    int codonj(List<String> arguments);
  }
}
