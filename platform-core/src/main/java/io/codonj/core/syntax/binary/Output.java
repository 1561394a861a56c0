package io.codonj.core.syntax.binary;

import io.codonj.api.ast.Node;
import io.codonj.api.ast.Origin;
import io.codonj.api.source.Span;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Bytes of a tree being written, and the strings met on the way.
final class Output {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private int lastStart;
  private int lastId;

  void tag(int tag) {
    bytes.write(tag);
  }

  void flag(boolean value) {
    bytes.write(value ? 1 : 0);
  }

  void constant(Enum<?> value) {
    bytes.write(value.ordinal());
  }

  /// Seven bits per byte, the lowest first.
  void number(long value) {
    writeNumber(bytes, value);
  }

  void difference(int value) {
    number((long) value << 1 ^ value >> 31);
  }

  void string(String text) {
    Integer known = strings.putIfAbsent(text, strings.size());
    number(known == null ? strings.size() - 1 : known);
  }

  void strings(List<String> texts) {
    list(texts, this::string);
  }

  void bits(double value) {
    long bits = Double.doubleToRawLongBits(value);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes.write((int) (bits >>> shift));
    }
  }

  void bytes(byte[] raw) {
    number(raw.length);
    bytes.writeBytes(raw);
  }

  void node(int tag, Node node) {
    tag(tag);
    origin(node.at());
  }

  void origin(Origin at) {
    span(at.span());
    difference(at.id() - lastId);
    lastId = at.id();
  }

  void span(Span span) {
    difference(span.start() - lastStart);
    number(span.end() - span.start());
    lastStart = span.start();
  }

  <T> void list(List<T> items, Consumer<T> write) {
    number(items.size());
    for (T item : items) {
      write.accept(item);
    }
  }

  /// A flag, and the item when there is one.
  <T> void optional(@Nullable T item, Consumer<T> write) {
    flag(item != null);
    if (item != null) {
      write.accept(item);
    }
  }

  /// The whole file: header, strings, tree.
  byte[] assemble(int version, String sourceText) {
    var file = new ByteArrayOutputStream(bytes.size() + 1024);
    file.writeBytes(Format.MAGIC.getBytes(StandardCharsets.US_ASCII));
    writeNumber(file, version);
    writeNumber(file, Integer.toUnsignedLong(sourceText.hashCode()));
    writeNumber(file, sourceText.length());
    writeNumber(file, strings.size());
    for (String text : strings.keySet()) {
      // Not UTF-8: literals may hold lone surrogates.
      writeNumber(file, text.length());
      for (int i = 0; i < text.length(); i++) {
        writeNumber(file, text.charAt(i));
      }
    }
    file.writeBytes(bytes.toByteArray());
    return file.toByteArray();
  }

  private static void writeNumber(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
