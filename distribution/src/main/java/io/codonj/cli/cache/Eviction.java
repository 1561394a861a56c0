package io.codonj.cli.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Keeps a directory of executables below a size by removing those that were not used for the longest time.
record Eviction(long limitBytes) {
  /// Below this age a file is in the making by another process.
  private static final Duration IN_THE_MAKING = Duration.ofHours(1);

  private record Entry(Path file, long size, FileTime used) {}

  /// @param kept the file that is about to be run
  /// @param notes directories of small files that are pointless when older than every program
  void run(Path programs, Path kept, List<Path> notes) throws IOException {
    List<Entry> entries = entriesOf(programs);
    removeAbandoned(entries);
    long total = entries.stream().mapToLong(Entry::size).sum();
    if (total <= limitBytes) {
      return;
    }
    entries.sort(Comparator.comparing(Entry::used));
    long goal = limitBytes / 4 * 3;
    for (Entry entry : entries) {
      if (total <= goal) {
        removeOlder(notes, entry.used());
        break;
      }
      if (!entry.file().equals(kept) && !isTemporary(entry.file())) {
        Files.deleteIfExists(entry.file());
        total -= entry.size();
      }
    }
  }

  static List<Path> filesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    } catch (NoSuchFileException | NotDirectoryException _) {
      return List.of();
    }
  }

  static long sizeOf(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException _) {
      return 0;
    }
  }

  private static List<Entry> entriesOf(Path directory) throws IOException {
    var entries = new ArrayList<Entry>();
    for (Path file : filesIn(directory)) {
      try {
        entries.add(new Entry(file, Files.size(file), Files.getLastModifiedTime(file)));
      } catch (NoSuchFileException _) {
        // Another process was faster.
      }
    }
    return entries;
  }

  private static void removeAbandoned(List<Entry> entries) throws IOException {
    FileTime limit = FileTime.from(Instant.now().minus(IN_THE_MAKING));
    for (Entry entry : entries) {
      if (isTemporary(entry.file()) && entry.used().compareTo(limit) < 0) {
        Files.deleteIfExists(entry.file());
      }
    }
  }

  private static void removeOlder(List<Path> directories, FileTime limit) throws IOException {
    for (Path directory : directories) {
      for (Entry entry : entriesOf(directory)) {
        if (entry.used().compareTo(limit) < 0) {
          Files.deleteIfExists(entry.file());
        }
      }
    }
  }

  private static boolean isTemporary(Path file) {
    return file.getFileName().toString().startsWith(".new-");
  }
}
