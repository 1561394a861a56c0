package io.codonj.api.diagnostic;

/// A stable code such as `CJ0301`, with an explanation page of the same name.
public interface ErrorCode {
  /// The code as printed and as given to `codonj explain`.
  String code();

  Severity severity();
}
