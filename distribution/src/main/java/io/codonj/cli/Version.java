package io.codonj.cli;

import io.codonj.core.source.Installation;

/// The version that users see.
final class Version {
  static final String NUMBER = "0.1.0";

  private Version() {}

  static String text() {
    String build = Installation.ofThisProcess().map(Installation::buildId).orElse("unknown");
    return "codonj " + NUMBER + " (build " + build + ", LLVM 20.1.7, Java " + Runtime.version().feature() + ")";
  }
}
