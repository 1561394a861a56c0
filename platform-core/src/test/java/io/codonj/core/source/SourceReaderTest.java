package io.codonj.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.SourceFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SourceReaderTest {
  private final List<Diagnostic> problems = new ArrayList<>();
  private final SourceReader reader = new SourceReader(new InputRecord(), problems::add);

  @Test
  void sourcesAreUtf8() {
    assertThat(text("x = '\u6771'\n", StandardCharsets.UTF_8)).contains("x = '\u6771'\n");
  }

  @Test
  void aByteOrderMarkIsNotText() {
    assertThat(text("\ufeffx = 1\n", StandardCharsets.UTF_8)).contains("x = 1\n");
  }

  @Test
  void aCodingLineNamesAnotherEncoding() {
    assertThat(text("#!/usr/bin/python\n# -*- coding: latin-1 -*-\nx = '\u00e9'\n", StandardCharsets.ISO_8859_1))
        .hasValueSatisfying(each -> assertThat(each).endsWith("x = '\u00e9'\n"));
  }

  @Test
  void aCodingLineAfterCodeIsAComment() {
    assertThat(text("x = 1\n# coding: nonsense\n", StandardCharsets.UTF_8)).isPresent();
  }

  @Test
  void anUnknownEncodingIsAProblem() {
    assertThat(text("# coding: utf-9\n", StandardCharsets.UTF_8)).isEmpty();
    assertThat(problems).extracting(each -> each.code().code()).containsExactly("CJ0003");
  }

  @Test
  void undecodableBytesAreAProblemAtTheirPlace() {
    assertThat(text("a = 1\nb = '\u00e9'\n", StandardCharsets.ISO_8859_1)).isEmpty();
    assertThat(problems)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.code()).isEqualTo(SourceError.UNDECODABLE_TEXT);
              assertThat(each.span().toString()).isEqualTo("app.py:2:6");
              assertThat(each.message()).isEqualTo("(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 11");
            });
  }

  @Test
  void missingFilesAndDirectoriesAreProblems() {
    assertThat(reader.read(Path.of("no-such-file.py"), "no-such-file.py")).isEmpty();
    assertThat(reader.read(Path.of("."), ".")).isEmpty();
    assertThat(problems).extracting(Diagnostic::code)
        .containsExactly(SourceError.FILE_NOT_FOUND, SourceError.FILE_NOT_READABLE);
    assertThat(problems).extracting(Diagnostic::message).containsExactly("no such file: 'no-such-file.py'", "cannot read '.': it is a directory");
  }

  private Optional<String> text(String text, Charset charset) {
    return reader.decode(text.getBytes(charset), "app.py").map(SourceFile::text);
  }
}
