package io.codonj.core.infer;

import io.codonj.api.ast.Module;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A module that is part of the program.
final class ModuleSymbol {
  final String name;

  /// The files of the module; one, except for the built-ins.
  final List<Module> files;

  final boolean isPackage;
  final boolean isLibrary;
  final Map<String, Symbol> members = new LinkedHashMap<>();

  /// Modules whose names are imported with `*`.
  final List<String> starImports = new ArrayList<>();

  /// Is a method `send` called here? Where none is, generators get nothing but None.
  final boolean sends;

  @Nullable Instance body;

  ModuleSymbol(String name, List<Module> files, boolean isPackage, boolean isLibrary) {
    this.name = name;
    this.files = isLibrary ? files : SingleDispatch.rewrite(files);
    this.isPackage = isPackage;
    this.sends = !isLibrary && files.stream().anyMatch(f -> f.span().file().text().contains(".send"));
    this.isLibrary = isLibrary;
  }

  /// Is this a file of the dialect, in which the names of `typing` need no import?
  boolean isDialect() {
    return !files.isEmpty() && files.getFirst().span().file().path().endsWith(".codon");
  }

  @Override
  public String toString() {
    return name;
  }
}
