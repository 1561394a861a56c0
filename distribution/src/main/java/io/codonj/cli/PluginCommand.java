package io.codonj.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `codonj plugin`: what is installed, and changes of it.
@Command(
    name = "plugin",
    description = "Look at, install and remove plugins.",
    mixinStandardHelpOptions = true,
    subcommands = {
      PluginListCommand.class,
      PluginInfoCommand.class,
      PluginInstallCommand.class,
      PluginUpdateCommand.class,
      PluginRemoveCommand.class,
      PluginVerifyCommand.class,
      PluginNewCommand.class,
      PluginTestCommand.class
    },
    footer = {
      "",
      "Plugins lie in the installation, in $XDG_DATA_HOME/codonj/plugins (~/.local/share/codonj/plugins) and in the",
      "folders of $CODONJ_PLUGIN_PATH, each in a folder of its own or as a zip.",
      "",
      "Examples:",
      "  codonj plugin list",
      "  codonj plugin info seq",
      "  codonj plugin install my-dsl.zip"
    })
final class PluginCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing: list, info, install, update, remove, verify, new or test");
  }
}
