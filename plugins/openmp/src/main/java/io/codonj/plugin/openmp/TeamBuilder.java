package io.codonj.plugin.openmp;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.ir.FreshNames;
import io.codonj.api.ir.Intrinsics;
import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.PassContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns one marked loop of a function into a call that has a team run it.
final class TeamBuilder {
  private final IrModule module;
  private final IrFunction function;
  private final IrOp.Region region;
  private final PassContext context;
  private final Clauses clauses;
  private final FreshNames names;
  private final IrBuilder build;
  private final RuntimeFunctions runtime;
  private final Variable member;
  private final Variable threads;
  private final Variable chunk;

  TeamBuilder(IrModule module, IrFunction function, IrOp.Region region, PassContext context) {
    this.module = module;
    this.function = function;
    this.region = region;
    this.context = context;
    this.clauses = Clauses.parse(region.annotation());
    this.names = new FreshNames(function);
    this.build = new IrBuilder(region.span());
    this.runtime = new RuntimeFunctions(context);
    this.member = names.local("member", IrType.PTR);
    this.threads = names.local("threads", IrType.I64);
    this.chunk = names.local("chunk", IrType.I64);
  }

  /// The function with the loop run by a team, or with the plain loop after an error.
  IrFunction build() {
    Optional<LoopShape> shape = LoopShape.of(region.body(), module, names);
    if (shape.isEmpty()) {
      report(OpenMpCode.LOOP_FORM, "this loop cannot run in parallel");
    } else if (argumentsAreNumbers()) {
      SharedStores.warn(shape.get().loop(), module, context.diagnostics());
      Optional<IrFunction> made = switch (shape.get().loop()) {
        case IrOp.ForRange loop -> overRange(loop, shape.get().before());
        case IrOp.ForEach loop -> overItems(loop, shape.get().before());
        default -> Optional.empty();
      };
      if (made.isPresent()) {
        return made.get();
      }
    }
    return replaced(function, region, region.body());
  }

  private void report(OpenMpCode code, String message) {
    context.diagnostics().report(Diagnostic.of(code, region.span(), message));
  }

  private boolean argumentsAreNumbers() {
    boolean numbers = region.arguments().stream().allMatch(each -> each.type().equals(IrType.I64));
    if (!numbers) {
      report(OpenMpCode.CLAUSE, "'chunk_size' and 'num_threads' of @par must be of type int");
    }
    return numbers;
  }

  /// Values of the clauses; 0 leaves them to the native part.
  private List<IrOp> clauseValues() {
    List<IrOp> arguments = region.arguments();
    IrOp none = build.constant(0);
    return List.of(
        build.set(chunk, clauses.hasChunk() ? arguments.getFirst() : none),
        build.set(threads, clauses.hasThreads() ? arguments.getLast() : none),
        build.set(member, build.zero(IrType.PTR)));
  }

  private Optional<IrFunction> overRange(IrOp.ForRange loop, List<IrOp> shapeBefore) {
    Optional<LoopNest> made = LoopNest.of(loop, clauses.collapse(), module, names, runtime, context.diagnostics());
    if (made.isEmpty()) {
      return Optional.empty();
    }
    LoopNest nest = made.get();
    var before = new ArrayList<>(clauseValues());
    before.addAll(shapeBefore);
    before.addAll(nest.before());
    VariableRoles roles = VariableRoles.of(
        module, function, region, before, loop, nest.body(), nest.variables(), names, context.diagnostics());
    var results = new Results(roles.kept(), names);
    Variable round = names.local("round", IrType.I64);
    var own = new OwnVariables(module, names, round, roles);
    before.addAll(copies(roles, own));
    IrOp code = loopMember(nest, roles, results, own, round);
    return outline(before, results, build.nothing(), code, (symbol, data) -> build.call(
        runtime.loop(), symbol, data, nest.totalCount(build), build.constant(clauses.schedule().ordinal()),
        build.get(chunk), build.get(threads), build.constant(clauses.ordered() ? 1 : 0)));
  }

  /// ```
  /// own variables = what they begin with
  /// while next(member, &range) { for i in rounds of range { body } }
  /// record of this thread = own variables
  /// ```
  private IrOp loopMember(LoopNest nest, VariableRoles roles, Results results, OwnVariables own, Variable round) {
    var pair = IrType.Struct.of(IrType.I64, IrType.I64);
    Variable range = names.local("range", pair);
    Variable done = names.local("done", IrType.I64);
    IrOp low = build.extract(build.get(range), 0);
    IrOp high = build.extract(build.get(range), 1);
    IrOp more = build.operate(
        Operator.NE,
        build.call(runtime.next(), build.get(member), new IrOp.VariableAddress(range, build.span())),
        build.constant(IrType.I8, 0));
    IrOp body = own.rewrite(nest.body());
    boolean counts = roles.kept().stream().anyMatch(KeptVariable::isMarkedLast);
    var chunkCode = new ArrayList<IrOp>();
    if (counts) {
      chunkCode.add(build.set(round, low));
      body = build.sequence(
          List.of(build.set(round, build.operate(Operator.ADD, build.get(round), build.constant(1)))), body);
    }
    chunkCode.add(nest.rounds(low, high, own, names, body, build));
    if (!results.areEmpty()) {
      chunkCode.add(build.set(done, high));
    }
    var code = new ArrayList<>(results.begin(build));
    if (!results.areEmpty()) {
      code.add(build.set(done, build.constant(0)));
    }
    code.add(new IrOp.While(names.label("chunks"), more, new IrOp.Sequence(chunkCode, build.span()), build.span()));
    if (!results.areEmpty()) {
      code.add(results.handOver(build.call(runtime.number(), build.get(member)), build.get(done), build));
    }
    return new IrOp.Sequence(code, build.span());
  }

  private Optional<IrFunction> overItems(IrOp.ForEach loop, List<IrOp> shapeBefore) {
    if (clauses.ordered() || clauses.collapse() > 1) {
      report(OpenMpCode.LOOP_FORM, "'ordered' and 'collapse' need loops over ranges or lists");
      return Optional.empty();
    }
    var before = new ArrayList<>(clauseValues());
    before.addAll(shapeBefore);
    Variable generator = names.local("items", IrType.PTR);
    before.add(build.set(generator, loop.generator()));
    VariableRoles roles = VariableRoles.of(
        module, function, region, before, loop, loop.body(), List.of(loop.variable()), names, context.diagnostics());
    var results = new Results(roles.kept(), names);
    Variable round = names.local("round", IrType.I64);
    var own = new OwnVariables(module, names, round, roles);
    Variable item = names.local("item", IrType.PTR);
    before.addAll(copies(roles, own));
    before.add(build.set(item, build.zero(IrType.PTR)));
    IrOp task = task(loop, results, own, round, item);
    IrFunction with = within(before, results, task);
    Optional<MemberCode> code = MemberCode.of(context, with, task, List.of(member, item), build);
    if (code.isEmpty()) {
      return leaves();
    }
    Variable data = names.local("data", code.get().data());
    IrOp prepare = build.set(data, code.get().values(build));
    IrOp producer = producer(loop, generator, build.symbol(code.get().function().name()), data);
    return outline(before, results, prepare, producer, (symbol, address) -> build.call(
        runtime.tasks(), symbol, address, build.get(threads)));
  }

  /// ```
  /// foreach value in items { item = room for it  store(item, value)  if not task(member, code, &data, item) { break } }
  /// ```
  private IrOp producer(IrOp.ForEach loop, Variable generator, IrOp task, Variable data) {
    Variable value = names.local("value", loop.yielded());
    Variable room = names.local("room", IrType.PTR);
    IrOp size = new IrOp.Intrinsic(
        Intrinsics.SIZE_OF, List.of(loop.yielded()), IrType.I64, List.of(), build.span());
    String label = names.label("items");
    IrOp refused = build.operate(
        Operator.EQ,
        build.call(
            runtime.task(), build.get(member), task, new IrOp.VariableAddress(data, build.span()), build.get(room)),
        build.constant(IrType.I8, 0));
    IrOp body = build.sequence(
        build.set(room, build.call(runtime.item(), size)),
        build.store(build.get(room), build.get(value)),
        new IrOp.If(
            refused, new IrOp.Jump(label, IrOp.JumpKind.BREAK, build.span()), build.nothing(), IrType.UNIT,
            build.span()));
    return new IrOp.ForEach(label, value, loop.yielded(), build.get(generator), loop.owned(), body, build.span());
  }

  /// The body, as a loop of one round, for its `continue`.
  private IrOp task(IrOp.ForEach loop, Results results, OwnVariables own, Variable round, Variable item) {
    Variable once = names.local("once", IrType.I64);
    var code = new ArrayList<>(results.begin(build));
    code.add(build.set(round, build.call(runtime.round(), build.get(member))));
    code.add(build.set(own.of(loop.variable()), build.load(loop.yielded(), build.get(item))));
    code.add(new IrOp.ForRange(
        loop.label(), once, build.constant(0), build.constant(1), build.constant(1), own.rewrite(loop.body()),
        build.span()));
    if (!results.areEmpty()) {
      code.add(results.addTo(build.call(runtime.number(), build.get(member)), round, build));
    }
    return new IrOp.Sequence(code, build.span());
  }

  private List<IrOp> copies(VariableRoles roles, OwnVariables own) {
    return roles.copied().stream().map(each -> build.set(own.of(each), build.get(each))).toList();
  }

  private interface Start {
    /// @param symbol of the function
    /// @param data address of what it captures
    IrOp with(IrOp symbol, IrOp data);
  }

  /// The function with all that is done around `code`, which becomes a function that members run.
  ///
  /// @param prepare what is done last before it
  private Optional<IrFunction> outline(List<IrOp> before, Results results, IrOp prepare, IrOp code, Start start) {
    IrFunction with = within(before, results, build.sequence(prepare, code));
    Optional<MemberCode> made = MemberCode.of(context, with, code, List.of(member), build);
    if (made.isEmpty()) {
      return leaves();
    }
    Variable data = names.local("data", made.get().data());
    IrOp call = build.sequence(
        prepare,
        build.set(data, made.get().values(build)),
        start.with(
            build.symbol(made.get().function().name()), new IrOp.VariableAddress(data, build.span())));
    return Optional.of(within(before, results, call));
  }

  private IrFunction within(List<IrOp> before, Results results, IrOp code) {
    var whole = new ArrayList<>(before);
    if (!results.areEmpty()) {
      whole.add(results.prepare(build.get(threads), runtime, build));
    }
    whole.add(code);
    if (!results.areEmpty()) {
      whole.add(results.collect(build));
    }
    return replaced(function, region, new IrOp.Sequence(whole, build.span()));
  }

  private Optional<IrFunction> leaves() {
    report(OpenMpCode.LEAVES_LOOP, "control leaves this parallel loop before its end");
    return Optional.empty();
  }

  static IrFunction replaced(IrFunction function, IrOp old, IrOp fresh) {
    return new IrRewriter() {
      @Override
      public IrOp rewrite(IrOp op) {
        return op == old ? fresh : rewriteChildren(op);
      }
    }.rewriteFunction(function);
  }
}
