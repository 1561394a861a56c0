package io.codonj.core.source;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// What a compilation saw of the file system: the user's files that it read, with their bytes, and the places where it
/// looked for a module in vain. A cached build is good as long as all of this is unchanged.
public final class InputRecord {
  private final LinkedHashMap<Path, byte[]> contents = new LinkedHashMap<>();
  private final LinkedHashSet<Path> absent = new LinkedHashSet<>();

  public void read(Path file, byte[] bytes) {
    contents.put(file.toAbsolutePath().normalize(), bytes);
  }

  public void absent(Path file) {
    absent.add(file.toAbsolutePath().normalize());
  }

  public SequencedMap<Path, byte[]> contents() {
    return Collections.unmodifiableSequencedMap(contents);
  }

  public SequencedSet<Path> absent() {
    return Collections.unmodifiableSequencedSet(absent);
  }
}
