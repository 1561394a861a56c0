package org.example.demo;

import io.codonj.api.pass.IrPass;
import io.codonj.api.plugin.AnnotatedRegion;
import io.codonj.api.plugin.CodonjPlugin;
import io.codonj.api.plugin.CommandExtension;
import io.codonj.api.plugin.DecoratorExtension;
import io.codonj.api.plugin.DiagnosticCatalog;
import io.codonj.api.plugin.ExtensionOp;
import io.codonj.api.plugin.KeywordExtension;
import io.codonj.api.plugin.LiteralExtension;
import io.codonj.api.plugin.PluginInfo;
import io.codonj.api.plugin.StdlibModule;
import java.util.List;

/// One of each extension point, as small as it can be.
public final class DemoPlugin implements CodonjPlugin {
  @Override
  public PluginInfo info() {
    return new PluginInfo("demo", "1.2.0", "One of each extension point");
  }

  @Override
  public List<String> fileSuffixes() {
    return List.of(".demo");
  }

  @Override
  public List<KeywordExtension> keywords() {
    return List.of(new RepeatKeyword());
  }

  @Override
  public List<LiteralExtension> literals() {
    return List.of(new HexLiteral(), new KilometreLiteral());
  }

  @Override
  public List<DecoratorExtension> decorators() {
    return List.of(new LoudDecorator());
  }

  @Override
  public List<AnnotatedRegion> regions() {
    return List.of(new NotedRegion());
  }

  @Override
  public List<StdlibModule> modules() {
    return List.of(new StdlibModule("demo", List.of("ticks")));
  }

  @Override
  public List<IrPass> passes() {
    return List.of(new OutlineNotedRegions());
  }

  @Override
  public List<ExtensionOp> operations() {
    return List.of(new AddOneOp());
  }

  @Override
  public List<CommandExtension> commands() {
    return List.of(new HelloCommand());
  }

  @Override
  public List<DiagnosticCatalog> diagnostics() {
    return List.of(new DemoCatalog());
  }
}
