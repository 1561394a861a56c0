package io.codonj.cli.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvictionTest {
  @TempDir Path directory;

  @Test
  void whatWasUsedLeastRecentlyGoesFirst() throws IOException {
    Path oldest = file("programs/a", 100, 30);
    Path older = file("programs/b", 100, 20);
    Path newest = file("programs/c", 100, 10);
    new Eviction(250).run(directory.resolve("programs"), newest, List.of());
    assertThat(oldest).doesNotExist();
    assertThat(older).doesNotExist();
    assertThat(newest).exists();
  }

  @Test
  void nothingGoesBelowTheLimit() throws IOException {
    Path old = file("programs/a", 100, 30);
    new Eviction(250).run(directory.resolve("programs"), old, List.of());
    assertThat(old).exists();
  }

  @Test
  void theProgramThatIsAboutToRunStays() throws IOException {
    Path kept = file("programs/a", 1000, 30);
    new Eviction(1).run(directory.resolve("programs"), kept, List.of());
    assertThat(kept).exists();
  }

  @Test
  void notesOlderThanAllProgramsGoWithThem() throws IOException {
    Path kept = file("programs/a", 100, 10);
    file("programs/b", 100, 20);
    Path stale = file("index/x", 1, 40);
    Path fresh = file("index/y", 1, 5);
    new Eviction(150).run(directory.resolve("programs"), kept, List.of(directory.resolve("index")));
    assertThat(stale).doesNotExist();
    assertThat(fresh).exists();
  }

  @Test
  void filesInTheMakingStayUnlessAbandoned() throws IOException {
    Path kept = file("programs/a", 100, 1);
    Path inTheMaking = file("programs/.new-1", 100, 2);
    Path abandoned = file("programs/.new-2", 100, 120);
    new Eviction(1).run(directory.resolve("programs"), kept, List.of());
    assertThat(inTheMaking).exists();
    assertThat(abandoned).doesNotExist();
  }

  private Path file(String name, int size, int minutesAgo) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[size]);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(minutesAgo))));
    return file;
  }
}
