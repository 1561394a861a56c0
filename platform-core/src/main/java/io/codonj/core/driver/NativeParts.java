package io.codonj.core.driver;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.core.backend.link.Linker;
import io.codonj.core.source.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a program is linked with beside the runtime: the native libraries whose functions it still calls after all
/// passes.
///
/// ```
/// @foreign("cj_inflate", "deflate")   ->   parts/deflate/deflate.o, parts/deflate/libz.a
/// ```
final class NativeParts {
  private NativeParts() {}

  /// The objects and archives, in a stable order.
  ///
  /// @param ofPlugins directories in which plugins have theirs
  static List<Path> of(IrModule module, Installation installation, List<Path> ofPlugins) {
    var files = new ArrayList<Path>();
    for (String name : names(module)) {
      Path own = installation.nativeParts().resolve(name);
      Path directory = ofPlugins.stream().map(each -> each.resolve(name)).filter(Files::isDirectory).findFirst().orElse(own);
      files.addAll(files(name, directory));
    }
    return files;
  }

  private static SortedSet<String> names(IrModule module) {
    var names = new TreeSet<String>();
    for (IrFunction function : module.functions().values()) {
      for (String attribute : function.attributes()) {
        if (function.isExternal() && attribute.startsWith(IrFunction.NATIVE)) {
          names.add(attribute.substring(IrFunction.NATIVE.length()));
        }
      }
    }
    return names;
  }

  private static List<Path> files(String name, Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new CompilerBug("the installation lacks the native library " + name);
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(NativeParts::isLinked).sorted().toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static boolean isLinked(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".o") || name.endsWith(".a") || Linker.isShared(file);
  }
}
