package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Pipelines: `source |> f |> g(x, ...)`.
///
/// Each stage is checked as a call with the piped value in the place of `...`, which is the first argument where no
/// `...` stands. What a generator yields goes to the stages that follow it, one value at a time; such a pipeline has
/// no value. A generator at the end is the value of the pipeline, except where a statement throws that value away:
/// there it is run to its end.
final class PipelineChecker {
  private final Body body;
  private final Substitution types;

  PipelineChecker(Body body) {
    this.body = body;
    this.types = body.types;
  }

  /// @param isStatement nobody uses the value
  TypedExpr check(Expr.Pipe pipe, boolean isStatement) {
    for (Expr.PipeStage stage : pipe.stages()) {
      if (stage.parallel() && !body.program.options.parallelPipes()) {
        throw body.error(stage.expression().span(), InferenceCode.NOT_SUPPORTED_YET,
            "the parallel pipe '||>' needs the plugin 'openmp'");
      }
    }
    if (!isStatement && pipe.stages().stream().anyMatch(Expr.PipeStage::parallel)) {
      throw body.error(pipe.span(), InferenceCode.PIPELINE_STAGE, "a pipeline with '||>' has no value");
    }
    TypedExpr source = body.expressions.check(pipe.stages().getFirst().expression(), null);
    var stages = new ArrayList<TypedExpr.Stage>();
    boolean repeats = false;
    Type piped = types.prune(source.type());
    if (isGenerator(piped)) {
      Version whole = version(pipe, 0, "source", piped);
      stages.add(stage(whole, new TypedExpr.Get(whole.variable, source.span()), true, false));
      piped = yielded(piped);
      repeats = true;
    }
    for (int i = 1; i < pipe.stages().size(); i++) {
      Version version = version(pipe, i, "value", piped);
      TypedExpr result = call(pipe.stages().get(i).expression(), version);
      boolean isLast = i == pipe.stages().size() - 1;
      piped = types.prune(result.type());
      boolean feeds = isGenerator(piped) && (!isLast || repeats || isStatement);
      stages.add(stage(version, result, feeds, pipe.stages().get(i).parallel()));
      if (feeds) {
        piped = yielded(piped);
        repeats = true;
      }
    }
    Type type = repeats ? Names.NONE : types.resolve(piped);
    if (!types.isGround(type)) {
      body.unresolved = true;
    }
    return new TypedExpr.Pipeline(source, stages, type, pipe.span());
  }

  private TypedExpr.Stage stage(Version version, TypedExpr result, boolean isGenerator, boolean isParallel) {
    version.variable.type(types.resolve(version.type()));
    return new TypedExpr.Stage(version.variable, result, isGenerator, isParallel);
  }

  private static boolean isGenerator(Type type) {
    return type instanceof ClassType c && c.name().equals("Generator");
  }

  private Type yielded(Type generator) {
    return types.prune(((ClassType) generator).arguments().getFirst());
  }

  /// The variable that holds what goes into a stage. Its name cannot be written in a program.
  private Version version(Expr.Pipe pipe, int index, String purpose, Type piped) {
    String key = body.copyPrefix + "pipe " + pipe.id() + " " + index + " " + purpose;
    Span span = pipe.stages().get(index).expression().span();
    Version version = body.versions.computeIfAbsent(key, _ -> {
      String name = "$pipe" + pipe.id() + "_" + index + purpose;
      var variable = new TypedVariable(name, TypedVariable.Scope.LOCAL, types.fresh(), span);
      return new Version(name, body.instance.name + "/" + key, variable, span, body);
    });
    types.unify(version.type(), piped);
    if (!types.isGround(version.type())) {
      body.unresolved = true;
    }
    return version;
  }

  private TypedExpr call(Expr stage, Version piped) {
    var scope = new HashMap<String, Version>();
    scope.put(piped.name, piped);
    body.comprehensionScopes.add(scope);
    try {
      return body.expressions.check(asCall(stage, new Expr.Name(new Origin(stage.span(), inner(stage, 0)), piped.name)), null);
    } finally {
      body.comprehensionScopes.removeLast();
    }
  }

  /// The stage as a call that takes the piped value.
  private Expr asCall(Expr stage, Expr piped) {
    if (!(stage instanceof Expr.Call(var at, var callee, var arguments))) {
      return new Expr.Call(new Origin(stage.span(), inner(stage, 1)), stage, List.of(positional(piped)));
    }
    var completed = new ArrayList<Expr.Argument>();
    boolean found = false;
    for (Expr.Argument argument : arguments) {
      boolean isPlace = argument.value() instanceof Expr.EllipsisLiteral;
      if (isPlace && found) {
        throw body.error(argument.value().span(), InferenceCode.PIPELINE_STAGE,
            "a stage of a pipeline takes the value at one place only");
      }
      found |= isPlace;
      completed.add(isPlace ? new Expr.Argument(argument.kind(), argument.name(), piped) : argument);
    }
    if (!found) {
      completed.addFirst(positional(piped));
    }
    return new Expr.Call(at, callee, completed);
  }

  private static Expr.Argument positional(Expr value) {
    return new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", value);
  }

  /// Identities of nodes that the source does not have; those of the parser are never negative.
  private static int inner(Expr stage, int number) {
    return Integer.MIN_VALUE + 2 * stage.id() + number;
  }
}
