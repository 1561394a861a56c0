package io.codonj.cli.cache;

import io.codonj.core.source.InputRecord;
import io.codonj.core.source.UniqueName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/// The executables that `codonj run` has built.
///
/// ```
/// programs/   executables, named by the digest of all that went into them
/// manifests/  one [Manifest] per key
/// index/      one [IndexEntry] per command line, for the native launcher
/// ```
/// Files appear by renaming, so processes that run at the same time see a whole file or none; one that is removed while
/// it runs goes on running.
public final class BuildCache {
  private static final String PROGRAMS = "programs";
  private static final String MANIFESTS = "manifests";
  static final String INDEX = "index";
  private static final long DEFAULT_LIMIT_BYTES = 1L << 30;

  private final Path root;
  private final long limitBytes;

  public BuildCache(Path root, long limitBytes) {
    this.root = root;
    this.limitBytes = limitBytes;
  }

  /// The cache below `$XDG_CACHE_HOME`, or `~/.cache`; `CODONJ_CACHE_LIMIT` is its size in bytes.
  public static BuildCache ofUser() {
    String base = System.getenv("XDG_CACHE_HOME");
    boolean named = base != null && base.startsWith("/");
    Path parent = named ? Path.of(base) : Path.of(System.getProperty("user.home"), ".cache");
    String limit = System.getenv("CODONJ_CACHE_LIMIT");
    boolean limited = limit != null && limit.matches("[0-9]{1,18}");
    return new BuildCache(parent.resolve("codonj"), limited ? Long.parseLong(limit) : DEFAULT_LIMIT_BYTES);
  }

  public Path root() {
    return root;
  }

  /// The executable of an unchanged program.
  public Optional<Path> find(CacheKey key) {
    Optional<Manifest> manifest = Manifest.readIfGood(manifestFile(key));
    Optional<Path> program =
        manifest.map(each -> root.resolve(PROGRAMS).resolve(each.program())).filter(Files::isExecutable);
    program.ifPresent(
        executable -> {
          touch(executable);
          IndexEntry.write(executable, manifest.orElseThrow(), key, root);
        });
    return program;
  }

  /// A place where the linker may write; on the same file system as the cache.
  public Path temporaryFile() throws IOException {
    return Files.createDirectories(root.resolve(PROGRAMS)).resolve(".new-" + UniqueName.next());
  }

  public void discard(Path temporary) throws IOException {
    Files.deleteIfExists(temporary);
  }

  /// Takes a fresh executable into the cache and returns where it now is.
  public Path store(Optional<CacheKey> key, Path fresh, InputRecord inputs) throws IOException {
    String name = key.map(each -> nameOf(each, inputs)).orElse("input-" + UniqueName.next());
    Path program = fresh.resolveSibling(name);
    Files.move(fresh, program, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    if (key.isPresent()) {
      Manifest manifest = Manifest.of(name, inputs);
      AtomicFile.write(manifestFile(key.get()), manifest.text());
      IndexEntry.write(program, manifest, key.get(), root);
    }
    new Eviction(limitBytes).run(root.resolve(PROGRAMS), program, List.of(root.resolve(MANIFESTS), root.resolve(INDEX)));
    return program;
  }

  /// Removes everything and returns the number of bytes freed.
  public long clear() throws IOException {
    long freed = 0;
    for (String part : List.of(PROGRAMS, MANIFESTS, INDEX)) {
      for (Path file : Eviction.filesIn(root.resolve(part))) {
        freed += Eviction.sizeOf(file);
        Files.deleteIfExists(file);
      }
    }
    return freed;
  }

  private Path manifestFile(CacheKey key) {
    return root.resolve(MANIFESTS).resolve(key.digest());
  }

  private static String nameOf(CacheKey key, InputRecord inputs) {
    var digest = new Digest().add(key.digest());
    inputs.contents().forEach((path, content) -> digest.add(path.toString()).add(content));
    return digest.hex();
  }

  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
    } catch (IOException _) {
      // Someone else's cache, or removed just now: its age matters to nobody then.
    }
  }
}
