package io.codonj.core.infer;

import io.codonj.api.ast.Module;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.diagnostic.Severity;
import io.codonj.core.resolve.ModuleSource;
import io.codonj.core.typed.TypedModule;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import io.codonj.api.types.Type;
import org.jspecify.annotations.Nullable;

/// Infers the types of a whole program.
public final class Checker {
  /// A program whose variables still widen after so many rounds has a widening that never ends.
  private static final int MAX_RESTARTS = 30;

  private final ModuleSource modules;
  private final DiagnosticSink sink;
  private final CheckOptions options;
  private @Nullable LibraryInstances instances;

  public Checker(ModuleSource modules, DiagnosticSink sink, CheckOptions options) {
    this.modules = modules;
    this.sink = sink;
    this.options = options;
  }

  /// Checks the program that starts in `main`; empty when it has errors, which went to the sink.
  public Optional<TypedModule> check(Module main) {
    return DeepStack.run(() -> checkProgram(main), Optional.empty());
  }

  /// The checked program, to which instances can be added; empty before a successful check.
  public Optional<LibraryInstances> instances() {
    return Optional.ofNullable(instances);
  }

  private Optional<TypedModule> checkProgram(Module main) {
    Map<String, Type> facts = new HashMap<>();
    for (int round = 0; ; round++) {
      var program = new Program(modules, options, facts);
      try {
        var checker = new ProgramChecker(program);
        var typed = checker.check(main);
        if (program.restartRequested && round < MAX_RESTARTS) {
          continue;
        }
        if (report(program)) {
          return Optional.empty();
        }
        instances = checker.instances(main);
        return Optional.of(typed);
      } catch (CheckError error) {
        program.problems.add(error.diagnostic());
        report(program);
        return Optional.empty();
      }
    }
  }

  private boolean report(Program program) {
    boolean failed = false;
    var seen = new LinkedHashSet<String>();
    var problems = new java.util.ArrayList<>(program.problems);
    problems.sort(java.util.Comparator.comparing((Diagnostic d) -> d.span().file().path())
        .thenComparingInt(d -> d.span().start()));
    for (Diagnostic problem : problems) {
      if (seen.add(problem.span() + problem.message())) {
        sink.report(problem);
      }
      failed |= problem.severity() == Severity.ERROR;
    }
    return failed;
  }
}
