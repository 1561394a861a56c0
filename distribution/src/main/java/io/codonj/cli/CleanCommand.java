package io.codonj.cli;

import io.codonj.cli.cache.BuildCache;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `codonj clean`: empties the cache of built programs.
@Command(
    name = "clean",
    description = "Empty the cache of programs that 'codonj run' has built.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  codonj clean"})
final class CleanCommand implements Callable<Integer> {
  @Override
  public Integer call() throws IOException {
    BuildCache cache = BuildCache.ofUser();
    long bytes = cache.clear();
    System.out.printf("freed %.1f MiB in %s%n", bytes / (1024.0 * 1024.0), cache.root());
    return 0;
  }
}
