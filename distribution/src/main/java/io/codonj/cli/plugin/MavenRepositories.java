package io.codonj.cli.plugin;

import io.codonj.core.source.Installation;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Plugins in Maven repositories. The resolver lies in `lib/maven` and is loaded only here.
record MavenRepositories(Installation installation, Path settings) {
  private static final String CLIENT = "io.codonj.maven.PluginDownload";

  /// A file that was downloaded.
  ///
  /// @param coordinates with the version that it is of
  record Download(PluginSource.Coordinates coordinates, Path file) {}

  static MavenRepositories ofUser(Installation installation) {
    return new MavenRepositories(installation, Path.of(System.getProperty("user.home"), ".m2", "settings.xml"));
  }

  /// A plugin, and behind it the plugins that it depends on.
  ///
  /// @throws InstallError when one of them cannot be had
  List<Download> get(PluginSource.Coordinates wanted) throws IOException {
    // What the resolver logs is nothing for users.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    try (var loader = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader())) {
      List<String> found = client(loader).apply(Map.of(
          "group", wanted.group(), "artifact", wanted.artifact(), "version", wanted.version(), "settings", settings.toString()));
      var downloads = new ArrayList<Download>();
      for (int i = 0; i < found.size(); i += 2) {
        String[] parts = found.get(i).split(":");
        downloads.add(new Download(new PluginSource.Coordinates(parts[0], parts[1], parts[2]), Path.of(found.get(i + 1))));
      }
      return downloads;
    } catch (IllegalArgumentException problem) {
      throw new InstallError(problem.getMessage());
    }
  }

  @SuppressWarnings("unchecked") // its class says so
  private static Function<Map<String, String>, List<String>> client(ClassLoader loader) {
    try {
      return (Function<Map<String, String>, List<String>>) loader.loadClass(CLIENT).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException _) {
      throw new InstallError("this installation cannot download plugins: lib/maven is missing");
    }
  }

  private URL[] jars() throws IOException {
    Path lib = installation.home().resolve("lib");
    Path folder = lib.resolve("maven");
    if (!Files.isDirectory(folder)) {
      return new URL[0];
    }
    try (Stream<Path> jars = Files.list(folder)) {
      return Stream.concat(jars.filter(each -> each.toString().endsWith(".jar")).sorted(), Stream.of(lib.resolve("slf4j-api.jar")))
          .map(MavenRepositories::url).toArray(URL[]::new);
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
