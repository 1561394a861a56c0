package io.codonj.cli.test;

import io.codonj.cli.test.TestResult.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// Results in the XML form of JUnit, which build servers read.
final class JUnitReport {
  private JUnitReport() {}

  static String of(List<TestResult> results) {
    var byFile = new LinkedHashMap<Path, List<TestResult>>();
    for (TestResult result : results) {
      byFile.computeIfAbsent(result.file(), _ -> new ArrayList<>()).add(result);
    }
    var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    byFile.forEach((file, suite) -> {
      xml.append(String.format(
          Locale.ROOT, "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"%.3f\">%n",
          escaped(file.toString()), suite.size(), count(suite, Outcome.FAILED), count(suite, Outcome.BROKEN),
          count(suite, Outcome.SKIPPED), suite.stream().mapToDouble(TestResult::seconds).sum()));
      suite.forEach(result -> test(result, xml));
      xml.append("  </testsuite>\n");
    });
    return xml.append("</testsuites>\n").toString();
  }

  private static long count(List<TestResult> results, Outcome outcome) {
    return results.stream().filter(each -> each.outcome() == outcome).count();
  }

  private static void test(TestResult result, StringBuilder xml) {
    String module = TestBuild.moduleName(result.file());
    String type = result.test().owner().isEmpty() ? module : module + "." + result.test().owner();
    xml.append(String.format(
        Locale.ROOT, "    <testcase classname=\"%s\" name=\"%s\" file=\"%s\" line=\"%d\" time=\"%.3f\">%n", escaped(type),
        escaped(result.test().name()), escaped(result.file().toString()), result.test().line(), result.seconds()));
    String reason = escaped(result.reason());
    String output = escaped(result.output());
    switch (result.outcome()) {
      case PASSED -> {}
      case SKIPPED -> xml.append("      <skipped message=\"").append(reason).append("\"/>\n");
      case FAILED -> failure("failure", reason, output, xml);
      case BROKEN -> failure("error", reason, output, xml);
    }
    if (result.isGood() && !output.isEmpty()) {
      xml.append("      <system-out>").append(output).append("</system-out>\n");
    }
    xml.append("    </testcase>\n");
  }

  private static void failure(String kind, String reason, String output, StringBuilder xml) {
    xml.append("      <").append(kind).append(" message=\"").append(reason).append("\">").append(output);
    xml.append("</").append(kind).append(">\n");
  }

  /// Characters that XML cannot hold at all are shown as a question mark.
  private static String escaped(String text) {
    var escaped = new StringBuilder();
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        default -> escaped.appendCodePoint(c >= ' ' && c != 0xfffe && c != 0xffff || c == '\n' || c == '\t' ? c : '?');
      }
    });
    return escaped.toString();
  }
}
