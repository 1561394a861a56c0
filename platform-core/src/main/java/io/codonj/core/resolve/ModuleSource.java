package io.codonj.core.resolve;

import io.codonj.api.ast.Module;
import io.codonj.api.source.SourceFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where imported modules come from.
public interface ModuleSource {
  /// Finds a module by its absolute dotted name, as seen from `importer` (null for the library's own needs).
  /// A package's name finds its `__init__`. The same name gives the same tree each time.
  Optional<Module> find(String dottedName, @Nullable SourceFile importer);

  /// The files that make up the module of built-in types and functions.
  List<Module> builtins();

  /// Is the module a package, so that relative imports in it start from itself?
  boolean isPackage(String dottedName);
}
