package io.codonj.core.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrPrinter;
import io.codonj.api.ir.IrVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares IR with `src/test/resources/snapshots/lower/NAME.ir`; `-Dcodonj.bless=true` rewrites the file.
final class IrSnapshot {
  private static final Path FOLDER = Path.of("src/test/resources/snapshots/lower");

  private IrSnapshot() {}

  static void check(String name, IrModule module) {
    assertThat(IrVerifier.verify(module)).isEmpty();
    String actual = IrPrinter.print(module);
    Path file = FOLDER.resolve(name + ".ir");
    try {
      if (Boolean.getBoolean("codonj.bless")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, actual);
      }
      assertThat(file).as("snapshot; bless with -Dcodonj.bless=true").exists();
      assertThat(actual).isEqualTo(Files.readString(file));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
