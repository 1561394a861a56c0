package io.codonj.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `codonj version`
@Command(
    name = "version",
    description = "Print the version of codonj.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  codonj version"})
final class VersionCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    System.out.println(Version.text());
    return 0;
  }
}
