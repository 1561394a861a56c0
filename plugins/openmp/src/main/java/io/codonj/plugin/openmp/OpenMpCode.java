package io.codonj.plugin.openmp;

import io.codonj.api.diagnostic.ErrorCode;
import io.codonj.api.diagnostic.Severity;

/// What can be wrong with a parallel loop.
enum OpenMpCode implements ErrorCode {
  /// A clause of `@par` is unknown, or its value is not one that it takes.
  CLAUSE("OMP001", Severity.ERROR),
  /// `break`, `return` or `yield` leaves the loop.
  LEAVES_LOOP("OMP002", Severity.ERROR),
  /// The loop has a form that cannot run in parallel.
  LOOP_FORM("OMP003", Severity.ERROR),
  /// `collapse` stands on loops that are not nested perfectly.
  COLLAPSE("OMP004", Severity.ERROR),
  /// Threads change a container or an object that they share.
  SHARED_OBJECT("OMP101", Severity.WARNING),
  /// A round reads what an earlier one left in a variable.
  CARRIED_VARIABLE("OMP102", Severity.WARNING);

  private final String code;
  private final Severity severity;

  OpenMpCode(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return severity;
  }
}
