package io.codonj.api.plugin;

import io.codonj.api.Stable;
import io.codonj.api.diagnostic.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Error codes of a plugin, with the pages that `codonj explain CODE` shows. A code is capital letters of the plugin's
/// own, not `CJ`, and digits.
@Stable(since = "0.1")
public interface DiagnosticCatalog {

  List<? extends ErrorCode> codes();

  /// The page about a code, in Markdown; `/errors/CODE.md` among the plugin's resources unless overridden.
  default Optional<String> page(String code) {
    try (InputStream page = getClass().getResourceAsStream("/errors/" + code + ".md")) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
