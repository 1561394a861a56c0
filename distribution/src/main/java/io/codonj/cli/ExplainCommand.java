package io.codonj.cli;

import io.codonj.core.plugin.PluginAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `codonj explain CODE`: the page about an error code, from `docs/errors` or from the plugin that it
/// belongs to.
@Command(
    name = "explain",
    description = "Explain an error code.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  codonj explain CJ0101"})
final class ExplainCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CODE", description = "A code as printed in brackets after a message.")
  String code = "";

  @Override
  public Integer call() {
    String name = code.toUpperCase(Locale.ROOT);
    try (InputStream page = ExplainCommand.class.getResourceAsStream("/docs/errors/" + name + ".md")) {
      if (page != null && name.matches("[A-Z]+[0-9]+")) {
        System.out.print(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        return 0;
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    Optional<String> ofPlugin = new PluginAccess(Compilers.plugins()).page(name);
    ofPlugin.ifPresentOrElse(
        System.out::print, () -> System.err.println("codonj explain: there is no error code '" + code + "'"));
    return ofPlugin.isPresent() ? 0 : 1;
  }
}
