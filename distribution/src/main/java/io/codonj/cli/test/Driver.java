package io.codonj.cli.test;

import java.util.List;

/// The program that runs one test of a module, by its number: `driver 3`.
///
/// Its exit status is 0, [#SKIPPED], or that of an uncaught exception. A skipped test says why on a line that begins with
/// [#REASON].
final class Driver {
  static final int SKIPPED = 77;
  static final String REASON = "skipped: ";

  private Driver() {}

  static String of(String module, List<TestCase> tests) {
    var text = new StringBuilder();
    text.append("import sys\nimport unittest\nimport ").append(module).append("\n\n");
    for (int i = 0; i < tests.size(); i++) {
      text.append("def _test_").append(i).append("() -> None:\n");
      body(module, tests.get(i), text);
    }
    text.append("def _run(number: int) -> None:\n    try:\n");
    for (int i = 0; i < tests.size(); i++) {
      text.append("        ").append(i == 0 ? "if" : "elif").append(" number == ").append(i).append(":\n");
      text.append("            _test_").append(i).append("()\n");
    }
    text.append("    except unittest.SkipTest as reason:\n");
    text.append("        print('").append(REASON).append("' + str(reason))\n");
    text.append("        sys.exit(").append(SKIPPED).append(")\n\n");
    text.append("_run(int(sys.argv[1]))\n");
    return text.toString();
  }

  private static void body(String module, TestCase test, StringBuilder text) {
    if (test.owner().isEmpty()) {
      text.append("    ").append(module).append('.').append(test.name()).append("()\n\n");
      return;
    }
    String type = module + "." + test.owner();
    text.append("    case = ").append(type).append("()\n");
    text.append("    ").append(type).append(".setUpClass()\n");
    text.append("    try:\n");
    text.append("        try:\n");
    text.append("            case.setUp()\n");
    text.append("            try:\n");
    text.append("                case.").append(test.name()).append("()\n");
    text.append("            finally:\n");
    text.append("                case.tearDown()\n");
    text.append("        finally:\n");
    text.append("            case.doCleanups()\n");
    text.append("    finally:\n");
    text.append("        ").append(type).append(".tearDownClass()\n\n");
  }
}
