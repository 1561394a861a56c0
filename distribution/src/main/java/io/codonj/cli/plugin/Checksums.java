package io.codonj.cli.plugin;

import io.codonj.core.plugin.PluginFolders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// SHA-256 of files and of plugins, as `sha256sum` prints it.
final class Checksums {
  private Checksums() {}

  static String of(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  /// One line for each file that came with a plugin, by path. What codonj itself writes into the folder does not count.
  static SequencedMap<String, String> ofPlugin(Path folder) throws IOException {
    var checksums = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString();
        if (!path.equals(Receipt.FILE) && !PluginFolders.isMadeHere(path)) {
          checksums.put(path, of(file));
        }
      }
    }
    return checksums;
  }

  /// One checksum for all files of a plugin.
  static String ofAll(SequencedMap<String, String> files) {
    var text = new StringBuilder();
    files.forEach((path, checksum) -> text.append(checksum).append("  ").append(path).append('\n'));
    return of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
