package io.codonj.api.ir;

/// Text that is not IR, with the 1-based line where that was noticed.
public final class IrSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;

  IrSyntaxException(int line, String message) {
    super("line " + line + ": " + message);
    this.line = line;
  }

  public int line() {
    return line;
  }
}
