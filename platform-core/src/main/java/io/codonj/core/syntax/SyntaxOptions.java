package io.codonj.core.syntax;

import java.util.List;

/// What is in force for one file: the statement keywords of its plugins, and whether the dialect is.
///
/// Without the dialect the file is plain Python: no pipes, `print x`, literal prefixes and suffixes, or ranges.
public record SyntaxOptions(List<String> pluginKeywords, boolean dialect) {
  public static final SyntaxOptions DEFAULT = new SyntaxOptions(List.of(), true);

  public SyntaxOptions {
    pluginKeywords = List.copyOf(pluginKeywords);
  }
}
