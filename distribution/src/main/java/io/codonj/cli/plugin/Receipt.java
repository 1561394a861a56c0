package io.codonj.cli.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.TreeMap;

/// `receipt.properties` in the folder of an installed plugin: where it came from, and what it consisted of.
///
/// @param source what `codonj plugin install` was given: an absolute path, or Maven coordinates
/// @param archive SHA-256 of the zip; empty when it came as a folder
/// @param key fingerprint of the key that its signature was checked with; empty without a signature
/// @param files SHA-256 by path
record Receipt(String source, String archive, String key, SequencedMap<String, String> files) {
  static final String FILE = "receipt.properties";
  private static final String OF_FILE = "file:";

  /// That of an installed plugin; none when it was put there by hand or came with codonj.
  static Optional<Receipt> of(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    var files = new TreeMap<String, String>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(OF_FILE)) {
        files.put(key.substring(OF_FILE.length()), properties.getProperty(key));
      }
    }
    return Optional.of(new Receipt(
        properties.getProperty("source", ""), properties.getProperty("archive", ""), properties.getProperty("key", ""), files));
  }

  void write(Path folder) throws IOException {
    var text = new StringBuilder();
    line(text, "source", source);
    line(text, "archive", archive);
    line(text, "key", key);
    files.forEach((path, checksum) -> line(text, OF_FILE + path, checksum));
    Files.writeString(folder.resolve(FILE), text);
  }

  /// One checksum for the whole plugin, as `codonj.lock` has it.
  String contents() {
    return Checksums.ofAll(files);
  }

  private static void line(StringBuilder text, String key, String value) {
    if (!value.isEmpty()) {
      text.append(key.replaceAll("[\\\\ :=#!]", "\\\\$0")).append(" = ").append(value.replace("\\", "\\\\")).append('\n');
    }
  }
}
