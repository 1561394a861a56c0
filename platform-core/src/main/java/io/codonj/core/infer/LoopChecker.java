package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.resolve.AsyncLoops;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import io.codonj.core.resolve.ScopeAnalyzer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Loops, iteration and generators.
final class LoopChecker {
  /// What `break` and `continue` of a loop lead to.
  private static final class Loop {
    final List<Flow> breaks = new ArrayList<>();
    final List<Flow> continues = new ArrayList<>();

    /// Set while the body of an unrolled loop is checked: labels to leave the loop and the current copy.
    String breakLabel = "";
    String continueLabel = "";
  }

  private final Body body;
  private final Substitution types;
  private final List<Loop> loops = new ArrayList<>();
  private int labels;

  LoopChecker(Body body) {
    this.body = body;
    this.types = body.types;
  }

  void leave(Stmt.Break s, List<TypedStmt> into) {
    Loop loop = loops.getLast();
    loop.breaks.add(body.flow.copy());
    into.add(new TypedStmt.Break(loop.breakLabel, s.span()));
    body.flow.reachable = false;
  }

  void next(Stmt.Continue s, List<TypedStmt> into) {
    Loop loop = loops.getLast();
    loop.continues.add(body.flow.copy());
    into.add(loop.continueLabel.isEmpty() ? new TypedStmt.Continue(s.span())
        : new TypedStmt.Break(loop.continueLabel, s.span()));
    body.flow.reachable = false;
  }

  // ---- while

  void whileLoop(Stmt.While s, List<TypedStmt> into) {
    int reads = enter(s.body());
    Flow head = body.flow.copy();
    Narrowing.Condition condition = body.narrowing.condition(s.condition());
    Boolean constant = condition.constant();
    if (constant != null && !constant) {
      body.flow = head;
      into.addAll(body.statements.block(s.orElse()));
      return;
    }
    Loop loop = new Loop();
    loops.add(loop);
    body.flow = condition.whenTrue().copy();
    var statements = body.statements.block(s.body());
    loops.removeLast();
    Flow end = endOfBody(loop, head, reads);
    boolean forever = constant != null;
    body.flow = forever ? condition.whenFalse().copy() : Flow.merge(condition.whenFalse(), end);
    var orElse = body.statements.block(s.orElse());
    leaveBy(loop);
    into.add(new TypedStmt.While(condition.test(), statements, orElse, s.span()));
  }

  /// What is known before a loop holds at the start of each round, except about what the body assigns.
  private int enter(List<Stmt> statements) {
    var names = ScopeAnalyzer.function(List.of(), statements).bound;
    var attributes = new HashSet<String>();
    statements.forEach(s -> AssignedNames.attributes(s, attributes));
    var versions = new HashSet<String>();
    for (String name : names) {
      for (Version version : body.versions.values()) {
        if (version.name.equals(name)) {
          versions.add(version.key);
        }
      }
    }
    body.flow.narrowed.keySet().removeIf(path -> {
      String[] parts = path.split(String.valueOf(Flow.FIELD_MARK));
      boolean changed = versions.contains(parts[0]);
      for (int i = 1; i < parts.length; i++) {
        changed |= attributes.contains(parts[i]);
      }
      return changed;
    });
    return body.reads;
  }

  /// The flow at the end of a round. A variable must come into the next round with the type it had in this one.
  private Flow endOfBody(Loop loop, Flow head, int readsBefore) {
    Flow end = body.flow;
    for (Flow flow : loop.continues) {
      end = Flow.merge(end, flow);
    }
    if (!end.reachable) {
      return end;
    }
    for (var entry : head.names.entrySet()) {
      Version after = end.names.get(entry.getKey());
      Version first = entry.getValue();
      if (after != null && after != first && first.lastRead > readsBefore) {
        Version later = after.span.start() > first.span.start() ? after : first;
        throw body.error(later.span, InferenceCode.LOOP_TYPES, "'" + first.name
            + "' has incompatible types in different rounds of the loop: '" + body.coercions.show(first.type())
            + "' and '" + body.coercions.show(after.type()) + "'");
      }
    }
    return end;
  }

  private void leaveBy(Loop loop) {
    for (Flow flow : loop.breaks) {
      body.flow = Flow.merge(body.flow, flow);
    }
  }

  // ---- for

  void forLoop(Stmt.For s, List<TypedStmt> into) {
    if (s.isAsync()) {
      into.addAll(body.statements.sameBlock(AsyncLoops.expand(s)));
      return;
    }
    if (!s.decorators().isEmpty()) {
      Expr decorator = s.decorators().getFirst();
      String name = Declarations.decoratorName(decorator);
      throw body.error(decorator.span(), InferenceCode.NOT_SUPPORTED_YET, name.equals("par")
          ? "'@par' on a loop needs the plugin 'openmp'"
          : "no plugin in force gives '@" + name + "' a meaning on a loop");
    }
    if (s.iterable() instanceof Expr.Call(_, Expr.Name(_, var name), var arguments) && name.equals("static_range")) {
      staticRange(s, arguments, into);
      return;
    }
    List<TypedExpr> written = new StaticLoops(body).values(s.iterable(), into);
    if (written != null) {
      unrolled(s, written, into);
      return;
    }
    TypedExpr paired = StaticIteration.check(body, s.iterable());
    TypedExpr iterable = paired != null ? paired : body.expressions.check(s.iterable(), null);
    Type type = types.prune(iterable.type());
    if (type instanceof TupleType tuple && mustUnroll(tuple)) {
      unroll(s, iterable, tuple, into);
      return;
    }
    if (iterable instanceof TypedExpr.Undefined && Substitution.isVariable(type)) {
      body.unresolved = true;
    }
    iterate(s, iterable, into);
  }

  private boolean mustUnroll(TupleType tuple) {
    if (body.isLibrary()) {
      return true;
    }
    return tuple.elements().stream().map(types::resolve).distinct().count() > 1
        || tuple.elements().isEmpty();
  }

  private void iterate(Stmt.For s, TypedExpr iterable, List<TypedStmt> into) {
    Span span = s.iterable().span();
    Type element = body.nodeType(s, "element");
    TypedExpr iterator = iteratorOf(iterable, element);
    if (!types.isGround(element)) {
      body.unresolved = true;
    }
    if (Names.isNever(types.prune(element))) {
      // An empty display that nothing adds to: there is no round whose types could be told.
      into.add(new TypedStmt.Evaluate(iterable, span));
      into.addAll(body.statements.block(s.orElse()));
      return;
    }
    var variable = body.temporary(types.resolve(element), span);
    int reads = enter(s.body());
    Flow head = body.flow.copy();
    Loop loop = new Loop();
    loops.add(loop);
    var statements = new ArrayList<TypedStmt>();
    int block = body.block;
    body.block = ++body.blocks;
    body.assignments.target(s.target(), new TypedExpr.Get(variable, s.target().span()), statements);
    statements.addAll(body.statements.block(s.body()));
    body.block = block;
    loops.removeLast();
    body.flow = Flow.merge(head, endOfBody(loop, head, reads));
    var orElse = body.statements.block(s.orElse());
    leaveBy(loop);
    into.add(new TypedStmt.ForEach(variable, iterator, statements, orElse, s.span()));
  }

  private void unroll(Stmt.For s, TypedExpr iterable, TupleType tuple, List<TypedStmt> into) {
    Span span = s.span();
    var temporary = body.temporary(types.resolve(tuple), span);
    into.add(new TypedStmt.Set(temporary, iterable, span));
    var copies = new ArrayList<TypedExpr>();
    for (int i = 0; i < tuple.elements().size(); i++) {
      copies.add(new TypedExpr.GetElement(
          new TypedExpr.Get(temporary, span), i, types.resolve(tuple.elements().get(i)), span));
    }
    unrolled(s, copies, into);
  }

  private void staticRange(Stmt.For s, List<Expr.Argument> arguments, List<TypedStmt> into) {
    var bounds = new ArrayList<Long>();
    for (Expr.Argument argument : arguments) {
      if (!(body.expressions.check(argument.value(), null) instanceof TypedExpr.Literal(_, Long value, _))) {
        throw body.error(argument.value().span(), InferenceCode.NOT_CONSTANT, "this must be a compile-time constant");
      }
      bounds.add(value);
    }
    long start = bounds.size() > 1 ? bounds.get(0) : 0;
    long stop = bounds.size() > 1 ? bounds.get(1) : bounds.get(0);
    var copies = new ArrayList<TypedExpr>();
    for (long i = start; i < stop; i++) {
      copies.add(new TypedExpr.Literal(Names.INT, i, s.span()));
    }
    unrolled(s, copies, into);
  }

  /// One copy of the body per value. The nodes of each copy have types of their own.
  private void unrolled(Stmt.For s, List<TypedExpr> values, List<TypedStmt> into) {
    String outer = "unrolled " + labels++;
    Loop loop = new Loop();
    loop.breakLabel = outer;
    loops.add(loop);
    var all = new ArrayList<TypedStmt>();
    for (int i = 0; i < values.size(); i++) {
      var copy = new ArrayList<TypedStmt>();
      loop.continueLabel = "copy " + labels++;
      String prefix = body.copyPrefix;
      body.copyPrefix = prefix + "copy" + i + "/" + s.id() + "/";
      body.copyTarget(s.target(), values.get(i), copy);
      copy.addAll(body.statements.block(s.body()));
      body.uncopyTarget(s.target());
      body.copyPrefix = prefix;
      for (Flow flow : loop.continues) {
        body.flow = Flow.merge(body.flow, flow);
      }
      loop.continues.clear();
      all.add(new TypedStmt.Labelled(loop.continueLabel, copy, s.span()));
      if (!body.flow.reachable) {
        break;
      }
    }
    loops.removeLast();
    all.addAll(body.statements.block(s.orElse()));
    for (Flow flow : loop.breaks) {
      body.flow = Flow.merge(body.flow, flow);
    }
    into.add(new TypedStmt.Labelled(outer, all, s.span()));
  }

  // ---- iteration

  /// The generator that goes over a value; its element type is unified with `element`.
  TypedExpr iteratorOf(TypedExpr value, Type element) {
    return new IterationChecker(body).iteratorOf(value, element);
  }

  // ---- generators

  TypedExpr yield(Expr.Yield e, @Nullable Type expected) {
    var generator = body.instance.generator;
    if (generator == null) {
      throw body.error(e.span(), InferenceCode.NOT_SUPPORTED_YET, "'yield' is not supported here");
    }
    boolean steps = AwaitChecker.isAsyncGenerator(body);
    Type yielded = steps ? AwaitChecker.item(body) : generator.yielded();
    TypedExpr value = e.value() == null ? new TypedExpr.Literal(Names.NONE, null, e.span())
        : body.expressions.check(e.value(), yielded);
    if (Names.isNone(types.prune(value.type())) && Substitution.isVariable(types.prune(yielded))
        && e.value() instanceof Expr.NoneLiteral) {
      types.bind(types.prune(yielded), new OptionalType(types.fresh()));
    }
    if (body.program.applyDefaults) {
      DisplayChecker.noneOnly(types, yielded);
    }
    TypedExpr converted = body.coercions.tryCoerce(value, yielded);
    if (converted == null) {
      throw body.error(e.span(), InferenceCode.YIELD_TYPE, "this generator yields '"
          + body.coercions.show(yielded) + "', but the value is '" + body.coercions.show(value.type()) + "'");
    }
    if (!types.isGround(yielded)) {
      body.unresolved = true;
    }
    if (steps) {
      converted = body.calls.library("_item_step", List.of(converted), e.span());
    }
    return new TypedExpr.Yield(converted, types.resolve(generator.received()), e.span());
  }

}
