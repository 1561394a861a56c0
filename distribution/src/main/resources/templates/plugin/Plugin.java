package @package@;

import io.codonj.api.pass.IrPass;
import io.codonj.api.plugin.CodonjPlugin;
import io.codonj.api.plugin.DiagnosticCatalog;
import io.codonj.api.plugin.KeywordExtension;
import io.codonj.api.plugin.LiteralExtension;
import io.codonj.api.plugin.PluginInfo;
import io.codonj.api.plugin.StdlibModule;
import java.util.List;

/// What the plugin adds.
public final class @Class@Plugin implements CodonjPlugin {
  @Override
  public PluginInfo info() {
    return PluginInfo.of(@Class@Plugin.class);
  }

  @Override
  public List<KeywordExtension> keywords() {
    return List.of(new TwiceKeyword());
  }

  @Override
  public List<LiteralExtension> literals() {
    return List.of(new PercentLiteral());
  }

  @Override
  public List<StdlibModule> modules() {
    return List.of(new StdlibModule("@module@", List.of()));
  }

  @Override
  public List<IrPass> passes() {
    return List.of(new DoubleByShift());
  }

  @Override
  public List<DiagnosticCatalog> diagnostics() {
    return List.of(new @Class@Errors());
  }
}
