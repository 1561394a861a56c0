package io.codonj.core.source;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.source.SourceFile;
import io.codonj.api.source.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns the bytes of a source into text: UTF-8 unless a byte order mark or a coding line (PEP 263) says otherwise.
public final class SourceReader {
  /// PEP 263, which takes only a comment in one of the first two lines.
  private static final Pattern CODING_LINE =
      Pattern.compile("\\A(?:[ \\t\\f]*(?:#[^\\r\\n]*)?(?:\\r\\n|\\r|\\n))?[ \\t\\f]*#[^\\r\\n]*?coding[:=][ \\t]*([-\\w.]+)");

  private final InputRecord inputs;
  private final DiagnosticSink sink;

  public SourceReader(InputRecord inputs, DiagnosticSink sink) {
    this.inputs = inputs;
    this.sink = sink;
  }

  /// Reads `path`; diagnostics call the file `displayed`.
  public Optional<SourceFile> read(Path path, String displayed) {
    try {
      byte[] bytes = Files.readAllBytes(path);
      inputs.read(path, bytes);
      return decode(bytes, displayed);
    } catch (NoSuchFileException _) {
      return fail(SourceError.FILE_NOT_FOUND, displayed, "no such file: '" + displayed + "'");
    } catch (IOException problem) {
      String reason = Files.isDirectory(path) ? "it is a directory" : problem.getClass().getSimpleName();
      return fail(SourceError.FILE_NOT_READABLE, displayed, "cannot read '" + displayed + "': " + reason);
    }
  }

  /// Decodes source bytes, from standard input for instance.
  public Optional<SourceFile> decode(byte[] bytes, String displayed) {
    boolean marked = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    int start = marked ? 3 : 0;
    String head = new String(bytes, start, Math.min(bytes.length - start, 1024), StandardCharsets.ISO_8859_1);
    Matcher coding = CODING_LINE.matcher(head);
    Charset charset = StandardCharsets.UTF_8;
    if (coding.find()) {
      String name = coding.group(1);
      Optional<Charset> named = charset(name);
      if (named.isEmpty() || (marked && !named.get().equals(StandardCharsets.UTF_8))) {
        return fail(SourceError.UNKNOWN_ENCODING, displayed, "encoding problem: " + name + (marked ? " with BOM" : ""));
      }
      charset = named.get();
    }
    return decode(ByteBuffer.wrap(bytes, start, bytes.length - start), charset, displayed);
  }

  private Optional<SourceFile> decode(ByteBuffer bytes, Charset charset, String displayed) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
    int start = bytes.position();
    CoderResult result = decoder.decode(bytes, text, true);
    text.flip();
    if (!result.isError()) {
      return Optional.of(new SourceFile(displayed, text.toString()));
    }
    var readable = new SourceFile(displayed, text.toString());
    int offset = readable.text().length();
    String codec = charset.name().toLowerCase(Locale.ROOT);
    String message =
        "(unicode error) '%s' codec can't decode byte 0x%02x in position %d"
            .formatted(codec, bytes.get(bytes.position()), bytes.position() - start);
    sink.report(
        Diagnostic.of(SourceError.UNDECODABLE_TEXT, new Span(readable, offset, offset), message)
            .withNote("a source is UTF-8 unless a '# coding: NAME' line among its first two says otherwise"));
    return Optional.empty();
  }

  private static Optional<Charset> charset(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    if (plain.equals("utf-8") || plain.startsWith("utf-8-") || plain.equals("utf8")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (plain.equals("latin-1") || plain.startsWith("latin-1-")) {
      return Optional.of(StandardCharsets.ISO_8859_1);
    }
    try {
      return Optional.of(Charset.forName(plain));
    } catch (UnsupportedCharsetException | IllegalCharsetNameException _) {
      return Optional.empty();
    }
  }

  private Optional<SourceFile> fail(SourceError code, String displayed, String message) {
    var nothing = new SourceFile(displayed, "");
    sink.report(Diagnostic.of(code, new Span(nothing, 0, 0), message));
    return Optional.empty();
  }
}
