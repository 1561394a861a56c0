package io.codonj.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `codonj explain CODE`: the page about an error code, from `docs/errors`.
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
      if (page == null || !name.matches("[A-Z]+[0-9]+")) {
        System.err.println("codonj explain: there is no error code '" + code + "'");
        return 1;
      }
      System.out.print(new String(page.readAllBytes(), StandardCharsets.UTF_8));
      return 0;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
