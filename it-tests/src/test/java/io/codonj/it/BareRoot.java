package io.codonj.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A root directory that holds the shared libraries of glibc, libgcc_s, `/proc`, and nothing else: no shell, no compiler,
/// no headers, no Java, not even `/dev`.
///
/// @param directory becomes `/`
record BareRoot(Path directory) {
  private static final Path SYSTEM = Path.of("/lib/x86_64-linux-gnu");
  private static final Path LOADER = Path.of("/lib64/ld-linux-x86-64.so.2");
  private static final List<String> LIBRARIES =
      List.of("libc.so.6", "libm.so.6", "libgcc_s.so.1", "libdl.so.2", "libpthread.so.0", "librt.so.1");

  /// Mounts exist only for the command, in a mount namespace of its own.
  private static final String ENTER = "mount -t proc proc \"$0/proc\" && exec chroot \"$0\" \"$@\"";

  static BareRoot in(Path directory) throws IOException {
    for (String name : List.of("proc", "tmp", "lib64", "lib/x86_64-linux-gnu")) {
      Files.createDirectories(directory.resolve(name));
    }
    for (String name : LIBRARIES) {
      Files.copy(SYSTEM.resolve(name), inside(directory, SYSTEM.resolve(name)));
    }
    Files.copy(LOADER, inside(directory, LOADER));
    return new BareRoot(directory);
  }

  /// Where a path of the bare system lies.
  Path file(String path) {
    return inside(directory, Path.of(path));
  }

  void write(String path, String text) throws IOException {
    Files.createDirectories(file(path).getParent());
    Files.writeString(file(path), text);
  }

  void unpack(Path archive, String into) throws IOException, InterruptedException {
    Files.createDirectories(file(into));
    var tar = List.of("tar", "-xzf", archive.toString(), "-C", file(into).toString(), "--strip-components=1");
    Processes.Result result = Processes.run(directory, "", Map.of(), tar);
    if (result.status() != 0) {
      throw new IOException(result.err());
    }
  }

  /// Runs a command in the root. Needs to be root, or user namespaces; where the system allows neither, what it says is in
  /// the result and the test fails.
  Processes.Result run(Map<String, String> variables, String... command) throws IOException, InterruptedException {
    var line = new ArrayList<>(List.of("unshare", "--map-root-user", "--mount", "--pid", "--fork", "sh", "-c", ENTER));
    line.add(directory.toString());
    line.addAll(List.of(command));
    var environment = new HashMap<>(variables);
    environment.put("HOME", "/");
    environment.put("XDG_CACHE_HOME", "/cache");
    return Processes.run(directory, "", environment, line);
  }

  private static Path inside(Path directory, Path path) {
    return directory.resolve(Path.of("/").relativize(path));
  }
}
