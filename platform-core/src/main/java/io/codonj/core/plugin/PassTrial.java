package io.codonj.core.plugin;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrParser;
import io.codonj.api.ir.IrPrinter;
import io.codonj.api.ir.IrSyntaxException;
import io.codonj.api.pass.IrPass;
import io.codonj.api.plugin.ExtensionOp;
import io.codonj.core.pipeline.LibraryRealizer;
import io.codonj.core.pipeline.PassManager;
import io.codonj.core.pipeline.PassOptions;
import io.codonj.core.pipeline.PipelineContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Runs single passes of a plugin on IR given as text, for the tests of its author. There is no library: `realize` finds
/// nothing.
public final class PassTrial {
  private final LoadedPlugin plugin;

  /// @throws PluginProblem when the plugin cannot be used
  public PassTrial(InstalledPlugin plugin) {
    if (!plugin.isUsable()) {
      throw new PluginProblem("the plugin '" + plugin.id() + "' cannot be used: " + plugin.problem());
    }
    this.plugin = new LoadedPlugin(plugin, PluginLoader.load(plugin.folder(), plugin.manifest()));
  }

  /// The text of the module after the pass, `unchanged` if it is the same, with what the pass reported in front.
  ///
  /// @throws PluginProblem when there is no such pass, or the text is no IR
  public String run(String passId, String text) {
    IrPass pass = plugin.entry().passes().stream().filter(each -> each.id().equals(passId)).findFirst()
        .orElseThrow(() -> new PluginProblem("the plugin '" + plugin.id() + "' has no pass '" + passId + "'"));
    IrModule module = parse(text);
    PassManager.verify(module, "input");
    var reported = new ArrayList<Diagnostic>();
    var context = new PipelineContext(LibraryRealizer.NONE, reported::add);
    IrModule result = new PassManager(List.of(new GuardedPass(plugin, pass)), PassOptions.VERIFYING).run(module, context);
    String problems = reported.stream().map(PassTrial::describe).collect(Collectors.joining());
    return problems + (result == module ? "unchanged\n" : IrPrinter.print(result));
  }

  private IrModule parse(String text) {
    var readers = plugin.entry().operations().stream()
        .collect(Collectors.toMap(ExtensionOp::name, each -> (IrParser.ExtensionReader) each::make));
    try {
      return IrParser.parse(text, readers);
    } catch (IrSyntaxException problem) {
      throw new PluginProblem("the input is no IR: " + problem.getMessage(), problem);
    }
  }

  private static String describe(Diagnostic problem) {
    var text = new StringBuilder(problem.code().code() + ": " + problem.message() + "\n");
    problem.notes().forEach(note -> text.append("  ").append(note).append('\n'));
    return text.toString();
  }
}
