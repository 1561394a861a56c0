package io.codonj.cli.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// What lets the native launcher start an unchanged program without starting Java: the executable, and the size, time
/// and inode of everything it was made of.
///
/// ```
/// codonj-index-1
/// /home/u/.cache/codonj/programs/3fa1...
/// file 120 1763946000 123456789 4711 /home/u/a.py     size, seconds, nanoseconds, inode
/// absent /home/u/b.py
/// ```
final class IndexEntry {
  /// Names the file to write; set by the launcher, which knows the command line.
  private static final String VARIABLE = "CODONJ_INDEX";

  private static final String FORMAT = "codonj-index-1";

  /// A file changed so recently could change again without a new time stamp.
  private static final Duration CLOCK_GRAIN = Duration.ofMillis(20);

  private IndexEntry() {}

  static void write(Path executable, Manifest manifest, CacheKey key, Path root) {
    String wanted = System.getenv(VARIABLE);
    if (wanted == null || !Path.of(wanted).startsWith(root.resolve(BuildCache.INDEX))) {
      return;
    }
    try {
      var text = new StringBuilder(FORMAT + "\n" + executable + "\n");
      stamp(key.buildId(), key, text);
      for (Path file : manifest.filesRead()) {
        stamp(file, key, text);
      }
      manifest.absentFiles().forEach(file -> text.append("absent ").append(file).append('\n'));
      AtomicFile.write(Path.of(wanted), text.toString());
    } catch (IOException _) {
      // The next start asks Java again, which is slower and as right.
    }
  }

  private static void stamp(Path file, CacheKey key, StringBuilder text) throws IOException {
    Map<String, Object> attributes = Files.readAttributes(file, "unix:size,lastModifiedTime,ino");
    Instant changed = ((FileTime) attributes.get("lastModifiedTime")).toInstant();
    if (changed.isAfter(key.made().minus(CLOCK_GRAIN)) || file.toString().indexOf('\n') >= 0) {
      throw new IOException("too young for an index entry: " + file);
    }
    text.append("file ").append(attributes.get("size"));
    text.append(' ').append(changed.getEpochSecond()).append(' ').append(changed.getNano());
    text.append(' ').append(attributes.get("ino")).append(' ').append(file).append('\n');
  }
}
