package io.codonj.core.driver;

import java.nio.file.Path;

/// One compilation.
///
/// @param file the program as the user named it; `-` is standard input
/// @param product what is wanted
/// @param output where an object or executable goes; text products are handed back instead
public record CompileRequest(String file, Product product, Path output, BuildOptions options) {
  /// The name that means standard input.
  public static final String STANDARD_INPUT = "-";
}
