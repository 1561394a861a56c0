package io.codonj.core.syntax.binary;

import io.codonj.api.ast.Module;

/// Writes a module as bytes that [AstReader] reads again.
public final class AstWriter {
  private AstWriter() {}

  public static byte[] write(Module module) {
    var out = new Output();
    out.string(module.name());
    out.origin(module.at());
    out.number(module.nodeCount());
    out.list(module.body(), new StmtWriter(out)::write);
    return out.assemble(Format.VERSION, module.span().file().text());
  }
}
