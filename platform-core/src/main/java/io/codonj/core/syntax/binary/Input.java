package io.codonj.core.syntax.binary;

import io.codonj.api.ast.Origin;
import io.codonj.api.source.SourceFile;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Bytes of a tree being read; the mirror of [Output].
final class Input {
  private final byte[] bytes;
  private final SourceFile file;
  private String[] strings = new String[0];
  private int at;
  private int lastStart;
  private int lastId;

  Input(byte[] bytes, SourceFile file) {
    this.bytes = bytes;
    this.file = file;
  }

  /// Reads the header and the string table; false when the bytes are of another version or source.
  boolean open() {
    for (int i = 0; i < Format.MAGIC.length(); i++) {
      if (at >= bytes.length || bytes[at++] != Format.MAGIC.charAt(i)) {
        return false;
      }
    }
    boolean fits =
        number() == Format.VERSION
            && number() == Integer.toUnsignedLong(file.text().hashCode())
            && number() == file.text().length();
    if (fits) {
      readStrings();
    }
    return fits;
  }

  private void readStrings() {
    strings = new String[count()];
    var chars = new char[64];
    for (int i = 0; i < strings.length; i++) {
      int length = count();
      chars = length > chars.length ? new char[length * 2] : chars;
      for (int j = 0; j < length; j++) {
        chars[j] = (char) count();
      }
      strings[i] = new String(chars, 0, length);
    }
  }

  SourceFile file() {
    return file;
  }

  int tag() {
    return bytes[at++] & 0xFF;
  }

  boolean flag() {
    return bytes[at++] != 0;
  }

  <T> T constant(T[] values) {
    return values[bytes[at++]];
  }

  long number() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  int count() {
    return (int) number();
  }

  private int difference() {
    long zigzag = number();
    return (int) (zigzag >>> 1 ^ -(zigzag & 1));
  }

  String string() {
    return strings[count()];
  }

  List<String> strings() {
    return list(this::string);
  }

  double bits() {
    long bits = 0;
    for (int i = 0; i < 8; i++) {
      bits = bits << 8 | bytes[at++] & 0xFF;
    }
    return Double.longBitsToDouble(bits);
  }

  byte[] bytes() {
    int length = count();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  Origin origin() {
    Span span = span();
    lastId += difference();
    return new Origin(span, lastId);
  }

  Span span() {
    lastStart += difference();
    return new Span(file, lastStart, lastStart + count());
  }

  <T> List<T> list(Supplier<T> read) {
    int count = count();
    if (count == 0) {
      return List.of();
    }
    var items = new ArrayList<T>(count);
    for (int i = 0; i < count; i++) {
      items.add(read.get());
    }
    return Collections.unmodifiableList(items);
  }

  <T> @Nullable T optional(Supplier<T> read) {
    return flag() ? read.get() : null;
  }
}
