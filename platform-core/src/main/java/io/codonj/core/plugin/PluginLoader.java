package io.codonj.core.plugin;

import io.codonj.api.plugin.CodonjPlugin;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.pf4j.DefaultPluginManager;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginState;
import org.pf4j.PropertiesPluginDescriptorFinder;

/// Loads the classes of plugins with PF4J, each plugin in a class loader of its own.
final class PluginLoader {
  static {
    // PF4J logs through SLF4J, which would complain on standard error that nobody listens.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
  }

  private PluginLoader() {}

  /// @throws PluginProblem when the plugin cannot be loaded, says something else of itself than its manifest, or
  ///     contributes nothing
  static CodonjPlugin load(Path folder, PluginManifest manifest) {
    var manager = new Manager(folder);
    manager.setSystemVersion(PluginApi.VERSION);
    String id;
    try {
      id = manager.loadPlugin(folder);
    } catch (PluginRuntimeException problem) {
      throw new PluginProblem(PluginProblem.describe(problem), problem);
    }
    PluginState state = manager.getPlugin(id).getPluginState();
    if (state == PluginState.DISABLED) {
      throw new PluginProblem("it requires version " + manifest.requires() + " of the plugin API; this is " + PluginApi.VERSION);
    }
    CodonjPlugin plugin = entry(manager.getPluginClassLoader(id));
    var info = plugin.info();
    if (!info.id().equals(manifest.id()) || !info.version().equals(manifest.version())) {
      throw new PluginProblem("its class calls it " + info.id() + " " + info.version() + ", its "
          + PluginManifest.FILE + " " + manifest.id() + " " + manifest.version());
    }
    return plugin;
  }

  private static CodonjPlugin entry(ClassLoader loader) {
    try {
      List<CodonjPlugin> found = ServiceLoader.load(CodonjPlugin.class, loader).stream()
          .filter(each -> each.type().getClassLoader() == loader).map(ServiceLoader.Provider::get).toList();
      if (found.size() != 1) {
        throw new PluginProblem("META-INF/services/" + CodonjPlugin.class.getName() + " must name one class, not " + found.size());
      }
      return found.getFirst();
    } catch (ServiceConfigurationError | LinkageError problem) {
      Throwable reason = problem.getCause() == null ? problem : problem.getCause();
      throw new PluginProblem("its class cannot be loaded: " + PluginProblem.describe(reason), problem);
    }
  }

  /// PF4J for plugins in folders: `plugin.properties`, jars in `lib`.
  private static final class Manager extends DefaultPluginManager {
    Manager(Path folder) {
      super(folder.toAbsolutePath().getParent());
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
      return new PropertiesPluginDescriptorFinder() {
        @Override
        protected PluginDescriptor createPluginDescriptor(Properties properties) {
          // Plugins need each other's modules, not classes; the catalogue sees to that.
          properties.remove(PLUGIN_DEPENDENCIES);
          return super.createPluginDescriptor(properties);
        }
      };
    }

    @Override
    protected org.pf4j.PluginLoader createPluginLoader() {
      return new org.pf4j.DefaultPluginLoader(this) {
        @Override
        protected PluginClassLoader createPluginClassLoader(Path path, PluginDescriptor descriptor) {
          return new HostFirst(pluginManager, descriptor);
        }
      };
    }
  }

  /// The API comes from the compiler, even when a plugin's jar holds a copy of it.
  private static final class HostFirst extends PluginClassLoader {
    HostFirst(org.pf4j.PluginManager manager, PluginDescriptor descriptor) {
      super(manager, descriptor, new ApiClassLoader(PluginLoader.class.getClassLoader()));
    }

    @Override
    protected boolean shouldDelegateToParent(String className) {
      return super.shouldDelegateToParent(className) || ApiClassLoader.isShared(className);
    }
  }
}
