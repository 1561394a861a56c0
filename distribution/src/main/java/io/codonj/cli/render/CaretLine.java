package io.codonj.cli.render;

import io.codonj.api.source.Span;

/// A source line as a terminal shows it, and the cells that a span covers there.
///
/// Tabs become four spaces; characters of double width (East Asian scripts, emoji) count as two cells and combining
/// marks as none, so that the caret stands under the right character.
record CaretLine(String source, int indent, int width) {
  private static final String TAB = "    ";

  static CaretLine of(String line, Span span) {
    int lineStart = Math.min(span.start(), span.file().text().length()) - offsetInLine(span);
    int from = Math.min(span.start() - lineStart, line.length());
    int to = Math.max(from, Math.min(span.end() - lineStart, line.length()));
    var shown = new StringBuilder();
    int cells = 0;
    int indent = 0;
    int end = 0;
    for (int i = 0; i < line.length(); ) {
      if (i == from) {
        indent = cells;
      }
      int point = line.codePointAt(i);
      if (point == '\t') {
        shown.append(TAB);
        cells += TAB.length();
      } else {
        shown.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
        cells += width(point);
      }
      i += Character.charCount(point);
      if (i <= to) {
        end = cells;
      }
    }
    if (from >= line.length()) {
      indent = cells;
    }
    return new CaretLine(shown.toString().stripTrailing(), indent, Math.max(1, end - indent));
  }

  private static int offsetInLine(Span span) {
    String text = span.file().text();
    int start = Math.min(span.start(), text.length());
    return start - text.offsetByCodePoints(start, 1 - span.column());
  }

  private static int width(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (point >= 0x1100 && point <= 0x115F)
            || (point >= 0x2E80 && point <= 0xA4CF)
            || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0xF900 && point <= 0xFAFF)
            || (point >= 0xFE30 && point <= 0xFE6F)
            || (point >= 0xFF00 && point <= 0xFF60)
            || (point >= 0xFFE0 && point <= 0xFFE6)
            || (point >= 0x1F300 && point <= 0x1FAFF)
            || (point >= 0x20000 && point <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
