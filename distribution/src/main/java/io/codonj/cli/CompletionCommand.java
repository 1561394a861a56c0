package io.codonj.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `codonj completion`: a script that teaches bash and zsh the commands and flags.
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  source <(codonj completion)"})
final class CompletionCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    System.out.print(AutoComplete.bash("codonj", spec.root().commandLine()));
    System.out.flush();
    return 0;
  }
}
