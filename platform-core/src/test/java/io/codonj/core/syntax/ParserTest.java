package io.codonj.core.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ast.AstPrinter;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Node;
import io.codonj.api.ast.Stmt;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
  private static ParseResult parse(String text) {
    return Parser.parse(new SourceFile("test.py", text), "test", SyntaxOptions.DEFAULT);
  }

  private static String textOf(Node node) {
    var span = node.span();
    return span.file().text().substring(span.start(), span.end());
  }

  private static Stmt only(String text) {
    ParseResult result = parse(text);
    assertThat(result.problems()).isEmpty();
    return result.module().body().getFirst();
  }

  @Test
  void emptyFilesAreModules() {
    for (String text : new String[] {"", "\n", "# comment", "  \n\t# x\n", "\uFEFF", "\f\n"}) {
      assertThat(parse(text).succeeded()).as(text).isTrue();
      assertThat(parse(text).module().body()).isEmpty();
    }
  }

  @Test
  void theNumberOfNodesExceedsTheLargestId() {
    ParseResult result = parse("x = 1 + 2\nprint(x)\n");
    assertThat(result.module().nodeCount()).isEqualTo(result.module().id() + 1).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "(a) + b | (a) + b",
    "(a + b) | a + b",
    "f(x)[0].y | f(x)[0].y",
    "not (a) | not (a)",
    "await_, b | await_, b",
    "(a, b) | (a, b)",
    "-x ** 2 | -x ** 2",
  })
  void expressionsSpanTheirText(String text, String expected) {
    assertThat(textOf(((Stmt.Expression) only(text)).value())).isEqualTo(expected);
  }

  @Test
  void compoundStatementsEndWithTheirLastStatement() {
    String text = "if a:\n  b\n\n  c  # comment\n\n\nd\n";
    assertThat(textOf(only(text))).isEqualTo("if a:\n  b\n\n  c");
  }

  @Test
  void decoratorsLieOutsideOfTheFunction() {
    var function = (Stmt.FunctionDef) only("@cached\nasync def f(): pass\n");
    assertThat(textOf(function)).isEqualTo("async def f(): pass");
    assertThat(function.nameSpan().column()).isEqualTo(11);
  }

  @Test
  void lineEndsOfAllKindsAreEqual() {
    String unix = "if x:\n  y = '''a\nb'''\nz = f'''{x}\n'''\n@llvm\ndef f() -> int:\n  ret\n";
    String printed = AstPrinter.print(parse(unix).module());
    assertThat(AstPrinter.print(parse(unix.replace("\n", "\r\n")).module())).isEqualTo(printed);
    assertThat(AstPrinter.print(parse(unix.replace("\n", "\r")).module())).isEqualTo(printed);
  }

  @Test
  void namesAreNormalized() {
    var assign = (Stmt.Assign) only("ﬁ = 1");
    assertThat(((Expr.Name) assign.targets().getFirst()).name()).isEqualTo("fi");
  }

  @Test
  void longChainsNeedNoDeepStack() {
    var text = new StringBuilder("x = 0");
    text.append(" + 1".repeat(5_000)).append("\nif x: pass\n");
    text.append("elif x: pass\n".repeat(500));
    text.append("y = [").append("1, ".repeat(50_000)).append("]\n");
    assertThat(parse(text.toString()).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "-", "not ", "lambda: ", "x if y else ", "f(", "a[", "{", "x ** "})
  void nestingWithoutEndIsAProblem(String piece) {
    assertThat(parse("x = " + piece.repeat(100_000)).problems()).isNotEmpty();
  }

  @Test
  void indentationHasALimit() {
    var text = new StringBuilder();
    for (int depth = 0; depth < 150; depth++) {
      text.append(" ".repeat(depth)).append("if x:\n");
    }
    assertThat(parse(text.toString()).problems()).extracting(Diagnostic::message)
        .contains("too many levels of indentation");
  }

  @Test
  void problemsComeInSourceOrder() {
    var problems = parse("x = 5 5\nbreak\ny = $\nprint(\n").problems();
    assertThat(problems).extracting(problem -> problem.span().line()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void statementsWithErrorsAreLeftOut() {
    var module = parse("a = 1\nb = = 2\ndef f():\n  c = 3\n  d d\n  e = 4\ng = 5\n").module();
    assertThat(AstPrinter.print(module)).isEqualTo("""
        (= a 1)
        (def f ()
          (= c 3)
          (= e 4))
        (= g 5)
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "UTF8", "latin-1", "iso-8859-15", "ascii", "utf_8"})
  void knownEncodingsPass(String name) {
    assertThat(parse("#!/usr/bin/python\n# -*- coding: " + name + " -*-\n").problems()).isEmpty();
  }
}
