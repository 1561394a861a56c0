package io.codonj.api.plugin;

import io.codonj.api.Stable;
import io.codonj.api.pass.IrPass;
import java.util.List;

/// A plugin: the one class that its jar names in `META-INF/services/io.codonj.api.plugin.CodonjPlugin`.
///
/// It has a public constructor without parameters and no state that changes. Each method is asked once for each
/// time the plugin is loaded; what they return is fixed, since the compiler keeps an index of it that is written when
/// the plugin is installed. A plugin contributes at least one thing.
@Stable(since = "0.1")
public interface CodonjPlugin {

  /// The same id and version as in `plugin.properties`.
  PluginInfo info();

  /// Suffixes of files in which the syntax of this plugin is in force without being asked for (`.seq`).
  default List<String> fileSuffixes() {
    return List.of();
  }

  default List<KeywordExtension> keywords() {
    return List.of();
  }

  default List<LiteralExtension> literals() {
    return List.of();
  }

  default List<DecoratorExtension> decorators() {
    return List.of();
  }

  default List<AnnotatedRegion> regions() {
    return List.of();
  }

  default List<StdlibModule> modules() {
    return List.of();
  }

  /// Passes run in programs that use the plugin: its syntax is in force in one of their files, or they import one of
  /// its modules.
  default List<IrPass> passes() {
    return List.of();
  }

  /// Whether the plugin's passes take care of `||>`: what follows it is a [io.codonj.api.ir.IrOp.Region] of the
  /// annotation `pipeline.task`, within one of `pipeline.tasks`, at which all tasks have ended.
  default boolean runsParallelPipes() {
    return false;
  }

  default List<ExtensionOp> operations() {
    return List.of();
  }

  default List<CommandExtension> commands() {
    return List.of();
  }

  default List<DiagnosticCatalog> diagnostics() {
    return List.of();
  }
}
