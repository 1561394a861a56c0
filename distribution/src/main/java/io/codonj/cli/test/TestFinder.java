package io.codonj.cli.test;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Module;
import io.codonj.api.ast.Stmt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds test files, and the tests in them: functions named `test_*` or decorated with `@test`, and methods named `test*`
/// of classes below `unittest.TestCase`.
public final class TestFinder {
  private static final String TEST = "test";
  private static final String TEST_CASE = "TestCase";

  private TestFinder() {}

  /// The files themselves, and of directories `test_*` and `*_test` files at any depth, in a stable order.
  public static List<Path> files(List<Path> places) throws IOException {
    var files = new ArrayList<Path>();
    for (Path place : places) {
      if (!Files.isDirectory(place)) {
        files.add(place.normalize());
        continue;
      }
      try (Stream<Path> below = Files.walk(place.normalize())) {
        below.filter(TestFinder::isTestFile).sorted().forEach(files::add);
      }
    }
    return files;
  }

  private static boolean isTestFile(Path file) {
    return file.getFileName().toString().matches("(test_.*|.*_test)\\.(py|codon)") && Files.isRegularFile(file);
  }

  public static List<TestCase> tests(Module module) {
    SequencedMap<String, Stmt.ClassDef> classes = new LinkedHashMap<>();
    var tests = new ArrayList<TestCase>();
    for (Stmt statement : module.body()) {
      switch (statement) {
        case Stmt.FunctionDef function when isTest(function) -> tests.add(test("", function));
        case Stmt.ClassDef definition -> {
          classes.put(definition.name(), definition);
          if (isTestCase(definition, classes)) {
            methods(definition, classes, new HashSet<>()).forEach(each -> tests.add(test(definition.name(), each)));
          }
        }
        default -> {}
      }
    }
    return tests;
  }

  private static boolean isTest(Stmt.FunctionDef function) {
    return function.name().startsWith("test_") || isMarked(function);
  }

  private static boolean isMarked(Stmt.FunctionDef function) {
    return function.decorators().stream().anyMatch(each -> each instanceof Expr.Name(_, var name) && name.equals(TEST));
  }

  private static TestCase test(String owner, Stmt.FunctionDef function) {
    return new TestCase(owner, function.name(), function.nameSpan().line());
  }

  private static boolean isTestCase(Stmt.ClassDef definition, SequencedMap<String, Stmt.ClassDef> classes) {
    return bases(definition).stream().anyMatch(
        base -> base.equals(TEST_CASE)
            || classes.containsKey(base) && classes.get(base) != definition && isTestCase(classes.get(base), classes));
  }

  private static Set<String> bases(Stmt.ClassDef definition) {
    var names = new TreeSet<String>();
    for (Expr.Argument base : definition.bases()) {
      switch (base.value()) {
        case Expr.Name name -> names.add(name.name());
        case Expr.Attribute attribute -> names.add(attribute.name());
        default -> {}
      }
    }
    return names;
  }

  /// Inherited ones first, as the classes come.
  private static List<Stmt.FunctionDef> methods(
      Stmt.ClassDef definition, SequencedMap<String, Stmt.ClassDef> classes, Set<String> seen) {
    var methods = new ArrayList<Stmt.FunctionDef>();
    for (String base : bases(definition)) {
      if (classes.containsKey(base) && classes.get(base) != definition) {
        methods.addAll(methods(classes.get(base), classes, seen));
      }
    }
    for (Stmt statement : definition.body()) {
      if (statement instanceof Stmt.FunctionDef method && method.name().startsWith(TEST) && seen.add(method.name())) {
        methods.add(method);
      }
    }
    return methods;
  }
}
