package io.codonj.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The commands and flags as fish wants to be told them; picocli writes scripts for bash and zsh only.
final class FishCompletion {
  private final StringBuilder script = new StringBuilder();

  private FishCompletion() {}

  static String of(CommandLine line) {
    var completion = new FishCompletion();
    completion.add(line.getCommandName(), line.getSubcommands());
    return completion.script.toString();
  }

  private void add(String program, Map<String, CommandLine> commands) {
    script.append("complete -c ").append(program).append(" -n __fish_use_subcommand -f\n");
    commands.forEach((name, command) -> {
      CommandSpec spec = command.getCommandSpec();
      script.append("complete -c ").append(program).append(" -n __fish_use_subcommand -a ").append(name)
          .append(" -d ").append(quoted(first(spec.usageMessage().description()))).append('\n');
      for (OptionSpec option : spec.options()) {
        if (!option.hidden()) {
          add(program, name, option);
        }
      }
    });
  }

  private void add(String program, String command, OptionSpec option) {
    script.append("complete -c ").append(program).append(" -n '__fish_seen_subcommand_from ").append(command).append('\'');
    for (String name : option.names()) {
      script.append(name.startsWith("--") ? " -l " : name.length() == 2 ? " -s " : " -o ").append(name.replaceFirst("^--?", ""));
    }
    script.append(option.arity().max() > 0 ? " -r" : "").append(" -d ").append(quoted(first(option.description()))).append('\n');
  }

  private static String first(String[] description) {
    return description.length == 0 ? "" : description[0];
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
