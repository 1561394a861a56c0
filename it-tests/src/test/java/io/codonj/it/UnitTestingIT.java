package io.codonj.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `codonj test`: what it finds, how it runs it, what it says.
final class UnitTestingIT {
  private static final String TESTS =
      """
      import sys
      import unittest

      log: list[str] = []

      def test_passes():
          log.append("passes")
          assert log == ["passes"]

      def test_alone():
          log.append("alone")
          assert log == ["alone"]

      def test_fails():
          print("seen & shown")
          assert len(log) + 2 == 3, "why"

      @test
      def marked():
          assert "x" in ["y"]

      def test_exits():
          sys.exit(3)

      class Base(unittest.TestCase):
          def setUp(self):
              self.items = [1, 2]

          def test_items(self):
              self.assertEqual(self.items, [1, 2])

          def test_wrong(self):
              self.assertEqual(self.items, [1, 3])

          def test_raises(self):
              with self.assertRaises(ValueError) as caught:
                  int("x")
              self.assertIn("invalid literal", str(caught.exception))

          @unittest.skip("not today")
          def test_skipped(self):
              self.fail("never")

      class Derived(Base):
          def test_more(self):
              self.assertIsInstance(self.items, list)
      """;

  @TempDir Path work;
  private InstalledCodonj codonj = new InstalledCodonj(Path.of("."));

  @BeforeEach
  void start() {
    codonj = new InstalledCodonj(work);
  }

  @Test
  void findsTestsAndRunsEachOnItsOwn() throws Exception {
    write("deep/test_all.py", TESTS);
    write("helper.py", "def test_no(): assert False\n");
    var result = codonj.call("test", "--junit", "results.xml");
    assertThat(result.status()).as(result.err()).isEqualTo(1);
    assertThat(result.out().replaceAll(" +[0-9.]+ ms", "").replaceAll("\" in .*\n", "")).contains(
        "deep/test_all.py\n  ok    test_passes\n  ok    test_alone\n  FAIL  test_fails\n",
        "        seen & shown\n", "AssertionError: why\n        len(log) + 2 == 3\n          left:  2\n          right: 3\n",
        "  FAIL  marked\n", "  left:  'x'\n          right: ['y']\n", "  ERROR test_exits\n", "  ok    Base.test_items\n",
        "  FAIL  Base.test_wrong\n", "AssertionError: [1, 2] != [1, 3]\n", "  skip  Base.test_skipped  not today\n",
        "  ok    Derived.test_items\n", "  ok    Derived.test_more\n");
    assertThat(result.out()).contains("7 passed, 4 failed, 1 with errors, 2 skipped in ").doesNotContain("driver_of");
    assertThat(Files.readString(work.resolve("results.xml"))).contains(
        "<testsuite name=\"deep/test_all.py\" tests=\"14\" failures=\"4\" errors=\"1\" skipped=\"2\"",
        "<testcase classname=\"test_all.Base\" name=\"test_wrong\"", "<failure message=\"AssertionError: why\">seen &amp; shown",
        "<skipped message=\"not today\"/>");
  }

  @Test
  void testsAreChosenByNameAndStopAtAFailure() throws Exception {
    write("test_all.py", TESTS);
    assertThat(codonj.call("test", "-k", "ITEMS").out()).contains("Base.test_items", "2 passed in").doesNotContain("fails");
    assertThat(codonj.call("test", "-x").out()).contains("test_fails").doesNotContain("marked");
    assertThat(codonj.call("test", "-k", "nothing").err()).isEqualTo("codonj test: no tests found\n");
  }

  @Test
  void projectsHaveTestsAndFilesThatDoNotCompileAreTold() throws Exception {
    assertThat(codonj.call("new", "lib", "shapes").status()).isZero();
    var inside = new InstalledCodonj(work.resolve("shapes"));
    assertThat(inside.call("test").out()).contains("ok    test_greeting", "1 passed");
    write("shapes/tests/test_wrong.py", "def test_wrong() -> int:\n    return 'x'\n");
    var result = inside.call("test");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("test_wrong.py:2:12: error: ");
    assertThat(result.out()).contains("1 passed, not all files compile");
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(work.resolve(name).getParent());
    Files.writeString(work.resolve(name), text);
  }
}
