package io.codonj.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The command `codonj` of the installation under test, with a cache of its own.
///
/// @param work the working directory; the cache lies in it
public record InstalledCodonj(Path work) {
  public static final Path HOME = Path.of(System.getProperty("codonj.home", "../distribution/target/codonj")).toAbsolutePath().normalize();

  Path cache() {
    return work.resolve(".cache/codonj");
  }

  public Processes.Result call(String... arguments) throws IOException, InterruptedException {
    return callWith("", Map.of(), arguments);
  }

  public Processes.Result callWith(String input, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    var environment = new HashMap<>(variables);
    environment.put("XDG_CACHE_HOME", work.resolve(".cache").toString());
    var command = new ArrayList<>(List.of(HOME.resolve("bin/codonj").toString()));
    command.addAll(List.of(arguments));
    return Processes.run(work, input, environment, command);
  }
}
