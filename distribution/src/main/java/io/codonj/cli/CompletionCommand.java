package io.codonj.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `codonj completion`: a script that teaches a shell the commands and flags.
@Command(
    name = "completion",
    description = "Print a completion script for bash, zsh or fish.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  source <(codonj completion)              in bash or zsh",
      "  codonj completion fish | source          in fish"
    })
final class CompletionCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "bash|zsh|fish", description = "The shell (default: bash; zsh takes the same script).")
  Shell shell = Shell.bash;

  @Override
  public Integer call() {
    CommandLine codonj = spec.root().commandLine();
    System.out.print(
        switch (shell) {
          case bash, zsh -> AutoComplete.bash("codonj", codonj);
          case fish -> FishCompletion.of(codonj);
        });
    System.out.flush();
    return 0;
  }

  /// The words for the shells.
  enum Shell {
    bash,
    zsh,
    fish
  }
}
