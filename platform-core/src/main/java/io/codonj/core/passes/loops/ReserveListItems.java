package io.codonj.core.passes.loops;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.IrWalker;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lists that a loop gives one item a round get room for all items at once. Comprehensions are such loops.
///
/// ```
/// %list = call @list.__new__()
/// for #l %i in range(a, b, 1) { call @list.append(%list, item) }
///   ->  %list = call @list.__new__()
///       %start = a
///       %stop = b
///       %count = sub(%stop, %start)
///       if capacity of %list - length of %list < %count { call @list._grow(%list, length of %list + %count) }
///       for #l %i in range(%start, %stop, 1) { call @list.append(%list, item) }
/// ```
///
/// Ranges, lists and texts say beforehand how many rounds there will be, enumerated ones too. Loops that jump may
/// end early, and could take far more memory than they need.
public final class ReserveListItems implements IrPass {
  private static final String NEW_LIST = "list.__new__";
  private static final String NEW_LIST_WITH_ROOM = "list._with_capacity";
  private static final String APPEND = "list.append";
  private static final String GROW = "list._grow";
  private static final IrType.Struct LIST = IrType.Struct.of(IrType.PTR, IrType.I64, IrType.I64);
  private static final int LENGTH = 1;
  private static final int CAPACITY = 2;

  /// Lists that could become larger than this grow as they need.
  private static final long MOST_ITEMS = 1L << 26;

  @Override
  public String id() {
    return "reserve-list-items";
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    return new Rewriter(module).rewriteModule(module);
  }

  /// The list, and the library's function that makes room in it.
  private record Filled(Variable list, IrFunction grow) {}

  private static final class Rewriter extends IrRewriter {
    private final IrModule module;
    private final LoopLength lengths;

    Rewriter(IrModule module) {
      this.module = module;
      this.lengths = new LoopLength(module);
    }

    @Override
    public IrOp rewrite(IrOp op) {
      IrOp rewritten = rewriteChildren(op);
      return rewritten instanceof IrOp.Sequence sequence ? sequence(sequence) : rewritten;
    }

    private IrOp sequence(IrOp.Sequence sequence) {
      Set<String> lists = new HashSet<>();
      List<IrOp> result = new ArrayList<>();
      boolean changed = false;
      for (IrOp op : flat(sequence)) {
        IrOp fresh = lists.isEmpty() ? op : loop(op, lists);
        changed |= fresh != op;
        result.add(fresh);
        if (op instanceof IrOp.SetVariable(Variable variable, IrOp value, var _)) {
          lists.remove(variable.name());
          if (isNewList(value) && variable.scope() == Variable.Scope.LOCAL) {
            lists.add(variable.name());
          }
        } else if (!(op instanceof IrOp.Call)) {
          lists.clear();
        }
      }
      return changed ? new IrOp.Sequence(result, sequence.span()) : sequence;
    }

    /// A list as a constructor or a display makes it.
    private boolean isNewList(IrOp value) {
      return switch (value) {
        case IrOp.Call call ->
            module.isCallOf(call, NEW_LIST_WITH_ROOM) || module.isCallOf(call, NEW_LIST) && call.arguments().isEmpty();
        case IrOp.Sequence sequence -> {
          List<IrOp> parts = flat(sequence);
          yield parts.size() > 1
              && parts.getFirst() instanceof IrOp.SetVariable(Variable made, IrOp list, var _)
              && parts.getLast() instanceof IrOp.GetVariable(Variable got, var _)
              && made.name().equals(got.name())
              && parts.subList(1, parts.size() - 1).stream().allMatch(part -> module.isCallOf(part, APPEND))
              && isNewList(list);
        }
        default -> false;
      };
    }

    private static List<IrOp> flat(IrOp op) {
      return op instanceof IrOp.Sequence(List<IrOp> parts, var _)
          ? parts.stream().flatMap(part -> flat(part).stream()).toList()
          : List.of(op);
    }

    private IrOp loop(IrOp op, Set<String> lists) {
      IrOp body =
          switch (op) {
            case IrOp.ForRange loop -> loop.body();
            case IrOp.ForEach loop -> loop.body();
            default -> null;
          };
      Filled filled = body == null || leavesEarly(body) ? null : filled(body, lists);
      if (filled == null) {
        return op;
      }
      var build = new IrBuilder(op.span());
      LoopLength.Measured measured = lengths.measure(op, names(), build);
      if (measured == null) {
        return op;
      }
      List<IrOp> operations = new ArrayList<>(measured.before());
      reserve(filled, measured.count(), build, operations);
      operations.add(measured.loop());
      return new IrOp.Sequence(operations, op.span());
    }

    private void reserve(Filled filled, IrOp rounds, IrBuilder build, List<IrOp> operations) {
      Variable count = names().local("count", IrType.I64);
      IrOp list = build.get(filled.list());
      IrOp length = build.load(IrType.I64, build.field(list, LIST, LENGTH));
      IrOp room =
          build.operate(Operator.SUB, build.load(IrType.I64, build.field(list, LIST, CAPACITY)), length);
      IrOp isWanted =
          build.operate(
              Operator.AND,
              build.operate(Operator.SLE, build.get(count), build.constant(MOST_ITEMS)),
              build.operate(Operator.SLT, room, build.get(count)));
      operations.add(build.set(count, rounds));
      operations.add(
          build.when(
              isWanted,
              build.call(filled.grow(), list, build.operate(Operator.ADD, length, build.get(count))),
              build.nothing()));
    }

    /// The list that every round adds an item to.
    private @Nullable Filled filled(IrOp body, Set<String> lists) {
      for (IrOp op : flat(body)) {
        switch (op) {
          case IrOp.Call call
              when module.isCallOf(call, APPEND)
                  && call.arguments().getFirst() instanceof IrOp.GetVariable(Variable list, var _)
                  && lists.contains(list.name())
                  && grow(call) instanceof IrFunction grow -> {
            return new Filled(list, grow);
          }
          case IrOp.If branch
              when filled(branch.whenTrue(), lists) instanceof Filled filled
                  && filled.equals(filled(branch.whenFalse(), lists)) -> {
            return filled;
          }
          default -> {}
        }
      }
      return null;
    }

    private @Nullable IrFunction grow(IrOp.Call append) {
      IrFunction function = module.called(append);
      var found = new IrFunction[1];
      if (function != null && function.body() != null) {
        new IrWalker() {
          @Override
          public void walk(IrOp op) {
            if (module.isCallOf(op, GROW)) {
              found[0] = module.called((IrOp.Call) op);
            }
            walkChildren(op);
          }
        }.walk(function.body());
      }
      return found[0];
    }

    private static boolean leavesEarly(IrOp body) {
      var found = new boolean[1];
      new IrWalker() {
        @Override
        public void walk(IrOp op) {
          found[0] |= op instanceof IrOp.Jump || op instanceof IrOp.Return || op instanceof IrOp.Yield;
          walkChildren(op);
        }
      }.walk(body);
      return found[0];
    }
  }
}
