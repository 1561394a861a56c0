package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;

/// Statements: the function body as a whole, control flow, returns; other families have checkers of their own.
final class StatementChecker {
  private final Body body;
  private final Substitution types;

  StatementChecker(Body body) {
    this.body = body;
    this.types = body.types;
  }

  /// Checks the whole body of the instance.
  List<TypedStmt> functionBody() {
    var symbol = body.instance.symbol;
    var result = new ArrayList<TypedStmt>();
    for (var parameter : symbol.parameters()) {
      Version version = body.variables.parameter(parameter.name());
      version.annotated = parameter.annotation() != null
          && body.calls.invocations.declared(symbol, symbol.parameters().indexOf(parameter), body.instance.typeArguments)
              != null;
      body.flow.names.put(parameter.name(), version);
      body.flow.assigned.add(version);
    }
    if (body.isModule()) {
      new ModulePrologue(body).add(result);
    }
    List<TypedStmt> statements = sameBlock(symbol.definition.body());
    result.addAll(statements);
    endOfBody(symbol, result);
    if (GeneratorTypes.guardsStop(body)) {
      result = new ArrayList<>(body.stopValues.guarded(result, symbol.definition.nameSpan()));
    }
    var withCells = new ArrayList<>(body.variables.cells());
    withCells.addAll(result);
    return withCells;
  }

  private void endOfBody(FunctionSymbol symbol, List<TypedStmt> result) {
    if (!body.flow.reachable) {
      if (body.instance.generator != null) {
        GeneratorTypes.settle(body);
      }
      if (!body.instance.resultAnnotated && Substitution.isVariable(types.prune(body.instance.result))
          && !body.unresolved && symbol.displayName.charAt(0) != '<') {
        types.bind(types.prune(body.instance.result), Names.NEVER);
      }
      return;
    }
    if (body.instance.generator != null) {
      GeneratorTypes.settle(body);
      if (Substitution.isVariable(types.prune(body.instance.generator.yielded())) && body.program.applyDefaults) {
        types.bind(types.prune(body.instance.generator.yielded()), Names.NEVER);
      }
      if (Substitution.isVariable(types.prune(body.instance.generator.yielded()))) {
        body.unresolved = true;
      }
      return;
    }
    Type expected = types.prune(body.instance.result);
    if (body.instance.resultAnnotated) {
      boolean empty = symbol.isAbstract || isStub(symbol);
      if (!Names.isNone(expected) && !(expected instanceof OptionalType) && !empty && !Names.isNever(expected)
          && !Substitution.isVariable(expected)) {
        throw missingReturn(symbol, expected);
      }
      if (empty && !Names.isNone(expected)) {
        TypedExpr fail = new TypedExpr.Undefined(types.resolve(expected), symbol.definition.span());
        result.add(new TypedStmt.Return(fail, symbol.definition.span()));
        return;
      }
    } else if (Substitution.isVariable(expected)) {
      if (!symbol.scope().returnsValue || !body.returnsValue && !body.unresolved) {
        types.bind(expected, Names.NONE);
      }
    } else {
      join(Names.NONE);
    }
    Type actual = types.prune(body.instance.result);
    if (actual instanceof OptionalType) {
      result.add(new TypedStmt.Return(body.coercions.none(types.resolve(actual), symbol.definition.span()),
          symbol.definition.span()));
    }
  }

  private static boolean isStub(FunctionSymbol symbol) {
    return symbol.definition.body().stream().allMatch(s -> s instanceof Stmt.Pass
        || s instanceof Stmt.Expression(_, var value)
            && (value instanceof Expr.EllipsisLiteral || value instanceof Expr.StringLiteral));
  }

  private CheckError missingReturn(FunctionSymbol symbol, Type expected) {
    return body.error(symbol.definition.nameSpan(), InferenceCode.MISSING_RETURN, "missing return: '"
        + symbol.displayName + "' is declared to return '" + body.coercions.show(expected)
        + "', but can reach its end without a return statement");
  }

  /// Checks statements in the current flow; an error in one does not keep the others from being checked.
  List<TypedStmt> block(List<Stmt> statements) {
    int outer = body.block;
    body.block = ++body.blocks;
    var result = new ArrayList<TypedStmt>();
    for (Stmt statement : statements) {
      if (!body.flow.reachable) {
        break;
      }
      try {
        check(statement, result);
      } catch (CheckError error) {
        failed(statement, error, result);
      }
    }
    body.block = outer;
    return result;
  }

  private void failed(Stmt statement, CheckError error, List<TypedStmt> into) {
    List<TypedStmt> raising = body.raising.instead(statement, error);
    if (raising != null) {
      into.addAll(raising);
      return;
    }
    body.report(error);
    Recovery.afterError(body, statement);
  }

  private void check(Stmt statement, List<TypedStmt> into) {
    switch (statement) {
      case Stmt.Expression s -> expression(s, into);
      case Stmt.Assign s -> body.assignments.assign(s, into);
      case Stmt.AugmentedAssign s -> body.assignments.augmented(s, into);
      case Stmt.AnnotatedAssign s -> body.assignments.annotated(s, into);
      case Stmt.Return s -> returns(s, into);
      case Stmt.Raise s -> body.exceptions.raise(s, into);
      case Stmt.Assert s -> body.exceptions.assertion(s, into);
      case Stmt.Delete s -> body.assignments.delete(s, into);
      case Stmt.Pass _, Stmt.Global _, Stmt.Nonlocal _ -> {}
      case Stmt.Break s -> body.loops.leave(s, into);
      case Stmt.Continue s -> body.loops.next(s, into);
      case Stmt.Import s -> new ImportChecker(body).imports(s, into);
      case Stmt.ImportFrom s -> new ImportChecker(body).importFrom(s, into);
      case Stmt.If s -> conditional(s, into);
      case Stmt.While s -> body.loops.whileLoop(s, into);
      case Stmt.For s -> body.loops.forLoop(s, into);
      case Stmt.Try s -> body.exceptions.tryStatement(s, into);
      case Stmt.With s -> body.exceptions.with(s, into);
      case Stmt.Match s -> into.addAll(body.matches.check(s));
      case Stmt.FunctionDef s -> new DefinitionChecker(body).function(s, into);
      case Stmt.ClassDef s -> new DefinitionChecker(body).classDef(s, into);
      case Stmt.TypeAlias s -> body.localSymbols.put(
          s.name(), new Symbol.Alias(body.module(), s.typeParameters(), s.value()));
      case Stmt.Print s -> print(s, into);
      case Stmt.Region s -> {
        List<TypedExpr> arguments = s.arguments().stream().map(a -> body.expressions.check(a, null)).toList();
        into.add(new TypedStmt.Region(s.annotation(), arguments, block(s.body()), s.span()));
      }
      case Stmt.KeywordBlock s -> throw body.error(
          s.span(), InferenceCode.NOT_SUPPORTED_YET, "no plugin gives '" + s.keyword() + "' a meaning");
    }
  }

  private void expression(Stmt.Expression s, List<TypedStmt> into) {
    if (s.value() instanceof Expr.StringLiteral || s.value() instanceof Expr.EllipsisLiteral) {
      return;
    }
    TypedExpr value = s.value() instanceof Expr.Pipe pipe
        ? new PipelineChecker(body).check(pipe, true) : body.expressions.check(s.value(), null);
    into.add(new TypedStmt.Evaluate(value, s.span()));
    if (Names.isNever(types.prune(value.type()))) {
      body.flow.reachable = false;
    }
  }

  private void print(Stmt.Print s, List<TypedStmt> into) {
    var arguments = new ArrayList<Argument>();
    s.values().forEach(v -> arguments.add(Argument.of(v)));
    if (!s.newline()) {
      arguments.add(new Argument("end", null, new TypedExpr.Literal(Names.STR, " ", s.span()), s.span()));
    }
    into.add(new TypedStmt.Evaluate(body.calls.invocations.invoke(body.program.builtinFunction("print"), List.of(),
        arguments, body.calls.node(s.span()), java.util.Map.of(), null), s.span()));
  }

  private void conditional(Stmt.If s, List<TypedStmt> into) {
    Boolean decided = StaticBranches.truth(s.condition());
    if (decided != null) {
      into.addAll(sameBlock(decided ? s.body() : s.orElse()));
      return;
    }
    Narrowing.Condition condition = body.narrowing.condition(s.condition());
    Boolean constant = condition.constant();
    if (constant != null) {
      body.flow = (constant ? condition.whenTrue() : condition.whenFalse()).copy();
      into.addAll(sameBlock(constant ? s.body() : s.orElse()));
      return;
    }
    body.flow = condition.whenTrue().copy();
    var whenTrue = block(s.body());
    Flow afterTrue = body.flow;
    body.flow = condition.whenFalse().copy();
    var whenFalse = block(s.orElse());
    body.flow = Flow.merge(afterTrue, body.flow);
    into.add(new TypedStmt.If(condition.test(), whenTrue, whenFalse, s.span()));
  }

  /// Checks statements that belong to the enclosing block, as the branch that a compile-time condition chose does.
  List<TypedStmt> sameBlock(List<Stmt> statements) {
    var result = new ArrayList<TypedStmt>();
    for (Stmt statement : statements) {
      if (!body.flow.reachable) {
        break;
      }
      try {
        check(statement, result);
      } catch (CheckError error) {
        failed(statement, error, result);
      }
    }
    return result;
  }

  // ---- return

  private void returns(Stmt.Return s, List<TypedStmt> into) {
    if (body.instance.generator != null) {
      returnFromGenerator(s, into);
      body.flow.reachable = false;
      return;
    }
    boolean nothing = s.value() == null || s.value() instanceof Expr.NoneLiteral;
    Type expected = types.prune(body.instance.result);
    if (nothing) {
      if (body.instance.resultAnnotated && !Names.isNone(expected) && !(expected instanceof OptionalType)
          && !Substitution.isVariable(expected) && !(expected instanceof Type.UnionType)) {
        throw body.error(s.span(), InferenceCode.RETURN_TYPE,
            "return type mismatch: expected '" + body.coercions.show(expected) + "', got 'None'");
      }
      returnNothing(s, into, expected);
    } else {
      TypedExpr value = body.expressions.check(s.value(), Substitution.isVariable(expected) ? null : expected);
      body.returnsValue |= !Names.isNever(types.prune(value.type()));
      returnValue(s, value, into);
    }
    body.flow.reachable = false;
  }

  private void returnNothing(Stmt.Return s, List<TypedStmt> into, Type expected) {
    body.returnsNothing = true;
    if (Substitution.isVariable(expected)) {
      if (!returnsValues()) {
        types.bind(expected, Names.NONE);
      } else {
        types.bind(expected, new OptionalType(types.fresh()));
      }
    } else if (!body.instance.resultAnnotated) {
      join(Names.NONE);
    }
    Type actual = types.prune(body.instance.result);
    into.add(new TypedStmt.Return(
        actual instanceof OptionalType ? body.coercions.none(types.resolve(actual), s.span()) : null, s.span()));
  }

  private boolean returnsValues() {
    return ReturnScan.returnsValue(body.instance.symbol.definition.body());
  }

  private void returnValue(Stmt.Return s, TypedExpr value, List<TypedStmt> into) {
    Type given = types.prune(value.type());
    if (Names.isNever(given)) {
      into.add(new TypedStmt.Evaluate(value, s.span()));
      return;
    }
    if (body.instance.resultAnnotated) {
      TypedExpr converted = body.coercions.tryCoerce(value, body.instance.result);
      if (converted == null) {
        throw body.error(s.value().span(), InferenceCode.RETURN_TYPE, "return type mismatch: expected '"
            + body.coercions.show(body.instance.result) + "', got '" + body.coercions.show(given) + "'");
      }
      into.add(returned(converted, s.span()));
      return;
    }
    Type known = types.prune(body.instance.result);
    if (Substitution.isVariable(given) && !body.program.applyDefaults
        && (Names.isNone(known) || Substitution.isVariable(known) && !known.equals(given))) {
      // What other statements return, or None, does not say what this one returns.
      body.unresolved = true;
      into.add(returned(value, s.span()));
      return;
    }
    if (!Substitution.isVariable(given) || !Substitution.isVariable(known)) {
      join(given);
    }
    TypedExpr converted = body.coercions.tryCoerce(value, body.instance.result);
    into.add(returned(converted == null ? value : converted, s.span()));
  }

  private TypedStmt returned(TypedExpr value, Span span) {
    return new TypedStmt.Return(value, span);
  }

  /// Widens the inferred result so that it takes another type too.
  private void join(Type given) {
    Type known = types.prune(body.instance.result);
    if (Substitution.isVariable(known)) {
      types.unify(known, given);
      return;
    }
    if (Substitution.isVariable(given)) {
      types.unify(given, known);
      return;
    }
    Type joined = body.coercions.join(known, given);
    if (joined == null) {
      throw body.error(body.instance.symbol.definition.nameSpan(), InferenceCode.RETURNS_DO_NOT_JOIN,
          "the return statements of '" + body.instance.symbol.displayName + "' have types that do not join: '"
              + body.coercions.show(known) + "' and '" + body.coercions.show(given) + "'");
    }
    if (!types.resolve(joined).equals(types.resolve(known))) {
      body.instance.result = types.resolve(joined);
      body.program.facts.put("result " + body.instance.name, body.instance.result);
      body.restart = true;
    }
  }

  private void returnFromGenerator(Stmt.Return s, List<TypedStmt> into) {
    Type returned = types.prune(body.instance.generator.returned());
    if (s.value() == null) {
      if (Substitution.isVariable(returned) && !returnsValues()) {
        types.bind(returned, Names.NONE);
      }
      into.add(new TypedStmt.Return(
          returned instanceof OptionalType ? body.coercions.none(types.resolve(returned), s.span()) : null, s.span()));
      return;
    }
    TypedExpr value = body.expressions.check(s.value(), returned);
    into.add(new TypedStmt.Return(body.coercions.coerce(value, returned), s.span()));
  }
}
