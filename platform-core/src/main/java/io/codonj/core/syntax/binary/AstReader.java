package io.codonj.core.syntax.binary;

import io.codonj.api.ast.Module;
import io.codonj.api.source.SourceFile;
import java.util.Optional;

/// Reads what [AstWriter] wrote.
public final class AstReader {
  private AstReader() {}

  /// The module, with `file` as the source of all spans. Empty when the bytes are of another version of the format or
  /// of another text: then the file has to be parsed.
  public static Optional<Module> read(byte[] bytes, SourceFile file) {
    var in = new Input(bytes, file);
    if (!in.open()) {
      return Optional.empty();
    }
    String name = in.string();
    var at = in.origin();
    int nodeCount = in.count();
    return Optional.of(new Module(at, name, in.list(new StmtReader(in)::read), nodeCount));
  }
}
