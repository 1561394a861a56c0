package io.codonj.cli;

import io.codonj.api.diagnostic.CompilerBug;
import java.io.PrintWriter;
import java.io.StringWriter;

/// What users see when the compiler itself is wrong.
final class BugReport {
  private static final String BACKTRACE_VARIABLE = "CODONJ_BACKTRACE";

  private BugReport() {}

  static String of(CompilerBug bug) {
    var out = new StringWriter();
    var text = new PrintWriter(out);
    text.println("codonj: internal error: " + bug.getMessage());
    text.println();
    text.println("This is a defect of codonj, not of your program. Please report it with this text,");
    text.println("the program, and the command line.");
    text.println("  version: " + Version.text());
    text.println("  at:      " + place(bug));
    if ("1".equals(System.getenv(BACKTRACE_VARIABLE))) {
      bug.printStackTrace(text);
    } else {
      text.println("  " + BACKTRACE_VARIABLE + "=1 shows where in the compiler it happened");
    }
    return out.toString();
  }

  private static String place(CompilerBug bug) {
    Throwable origin = bug.getCause() == null ? bug : bug.getCause();
    StackTraceElement[] trace = origin.getStackTrace();
    return trace.length == 0 ? "unknown" : trace[0].toString();
  }
}
