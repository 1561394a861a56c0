package io.codonj.api.ir;

/// A rule of the IR that a module breaks.
///
/// @param place `function @name` or `global @name`, or `module`
/// @param message what is wrong
/// @param text the operation as the printer writes it, shortened; may be empty
public record IrViolation(String place, String message, String text) {
  @Override
  public String toString() {
    return place + ": " + message + (text.isEmpty() ? "" : ": " + text);
  }
}
