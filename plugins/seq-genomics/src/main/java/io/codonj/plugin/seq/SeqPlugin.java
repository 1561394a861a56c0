package io.codonj.plugin.seq;

import io.codonj.api.plugin.CodonjPlugin;
import io.codonj.api.plugin.DiagnosticCatalog;
import io.codonj.api.plugin.LiteralExtension;
import io.codonj.api.plugin.PluginInfo;
import io.codonj.api.plugin.StdlibModule;
import java.util.List;

/// Genomics: the module `bio`, literals `s'ACGT'` and `k'ACGT'`, files `*.seq`.
public final class SeqPlugin implements CodonjPlugin {
  static final String MODULE = "bio";

  @Override
  public PluginInfo info() {
    return new PluginInfo("seq", "0.1.0", "Genomics: sequences, k-mers, FASTA and FASTQ");
  }

  @Override
  public List<String> fileSuffixes() {
    return List.of(".seq");
  }

  @Override
  public List<LiteralExtension> literals() {
    return List.of(new SequenceLiteral(), new KmerLiteral());
  }

  @Override
  public List<StdlibModule> modules() {
    return List.of(new StdlibModule(MODULE, List.of("bio_files")));
  }

  @Override
  public List<DiagnosticCatalog> diagnostics() {
    return List.of(new SeqDiagnostics());
  }
}
