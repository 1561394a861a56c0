package io.codonj.cli.render;

/// Terminal colours, or none.
enum Palette {
  PLAIN(false),
  ANSI(true);

  private final boolean coloured;

  Palette(boolean coloured) {
    this.coloured = coloured;
  }

  String bold(String text) {
    return paint("1", text);
  }

  String error(String text) {
    return paint("1;31", text);
  }

  String warning(String text) {
    return paint("1;33", text);
  }

  String note(String text) {
    return paint("1;36", text);
  }

  String fix(String text) {
    return paint("1;32", text);
  }

  String margin(String text) {
    return paint("1;34", text);
  }

  private String paint(String code, String text) {
    return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
