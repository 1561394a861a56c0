package io.codonj.core.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ast.Module;
import io.codonj.api.source.SourceFile;
import io.codonj.core.syntax.binary.AstReader;
import io.codonj.core.syntax.binary.AstWriter;
import org.junit.jupiter.api.Test;

/// That every kind of node survives is checked with the programs of the snapshots, in [HostileInputTest].
class AstBinaryTest {
  private static final String TEXT = """
      x = 123456789012345678901234567890 + 0.1 + '\\ud800' + b'\\xff'
      """;

  private static Module parse(SourceFile file) {
    return Parser.parse(file, "test", SyntaxOptions.DEFAULT).module();
  }

  @Test
  void valuesAreExact() {
    var file = new SourceFile("a.py", TEXT);
    Module module = parse(file);
    assertThat(AstReader.read(AstWriter.write(module), file)).contains(module);
  }

  @Test
  void anotherTextIsRefused() {
    byte[] bytes = AstWriter.write(parse(new SourceFile("a.py", TEXT)));
    assertThat(AstReader.read(bytes, new SourceFile("a.py", TEXT + "\n"))).isEmpty();
  }

  @Test
  void anotherVersionIsRefused() {
    var file = new SourceFile("a.py", TEXT);
    byte[] bytes = AstWriter.write(parse(file));
    bytes["CJAST".length()]++;
    assertThat(AstReader.read(bytes, file)).isEmpty();
  }

  @Test
  void whatIsNoTreeIsRefused() {
    assertThat(AstReader.read(new byte[] {1, 2, 3}, new SourceFile("a.py", ""))).isEmpty();
  }
}
