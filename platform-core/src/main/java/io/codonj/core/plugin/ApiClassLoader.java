package io.codonj.core.plugin;

import java.util.List;

/// What a plugin's classes see of this process: Java itself and the plugin API. The compiler's own classes and its
/// libraries stay out of sight, so that no plugin comes to depend on them or clashes with them.
final class ApiClassLoader extends ClassLoader {
  private static final List<String> SHARED = List.of("io.codonj.api.", "org.jspecify.");

  private final ClassLoader host;

  ApiClassLoader(ClassLoader host) {
    super("codonj plugin API", ClassLoader.getPlatformClassLoader());
    this.host = host;
  }

  static boolean isShared(String className) {
    return SHARED.stream().anyMatch(className::startsWith);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (isShared(name)) {
      return host.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
