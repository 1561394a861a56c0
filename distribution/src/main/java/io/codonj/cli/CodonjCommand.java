package io.codonj.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command that only has subcommands.
@Command(
    name = "codonj",
    description = "Compile Python ahead of time to native code.",
    mixinStandardHelpOptions = true,
    versionProvider = CodonjCommand.VersionText.class,
    subcommands = {
      RunCommand.class,
      BuildCommand.class,
      CheckCommand.class,
      ExplainCommand.class,
      TestCommand.class,
      DocCommand.class,
      NewCommand.class,
      PluginCommand.class,
      CleanCommand.class,
      VersionCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  codonj run fib.py                      compile (cached) and run",
      "  codonj build -release app.py -o app    make an executable",
      "  codonj check app.py                    diagnostics only",
      "  codonj help build                      the flags of a command"
    })
final class CodonjCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /// The text of `--version`.
  static final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Version.text()};
    }
  }
}
