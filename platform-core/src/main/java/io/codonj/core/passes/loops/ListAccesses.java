package io.codonj.core.passes.loops;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Goes through the body of a loop in the order in which it runs, keeping track of which variables are the counter
/// plus something and which are lists that stay, and replaces accesses whose index lies a fixed distance from the
/// counter by plain loads and stores.
///
/// Accesses that not every round makes could be out of range where nobody goes; they count only at distance zero,
/// or where some access that every round makes is at the same distance.
final class ListAccesses extends IrRewriter {
  /// One access as the check before the loop needs it: `list[counter + distance]`; null distance is zero.
  record Access(ListPlace list, @Nullable IrOp distance) {
    String key() {
      return list.key() + "@" + (distance == null ? "" : ListPlace.text(distance));
    }
  }

  private record Index(@Nullable IrOp distance) {}

  private final LoopFacts facts;
  private final Function<ListPlace, Variable> data;
  private final @Nullable SequencedMap<String, Access> wanted;
  private final SequencedMap<String, Access> certain = new LinkedHashMap<>();
  private final SequencedMap<String, Access> possible = new LinkedHashMap<>();
  private Map<String, Index> indices = new HashMap<>();
  private Map<String, ListPlace> lists = new HashMap<>();
  private int conditions;

  private ListAccesses(
      LoopFacts facts, Variable counter, @Nullable SequencedMap<String, Access> wanted,
      Function<ListPlace, Variable> data) {
    this.facts = facts;
    this.wanted = wanted;
    this.data = data;
    indices.put(counter.name(), new Index(null));
  }

  /// The accesses that can be checked before the loop.
  static SequencedMap<String, Access> find(LoopFacts facts, IrOp.ForRange loop) {
    var search = new ListAccesses(facts, loop.variable(), null, _ -> loop.variable());
    search.rewrite(loop.body());
    search.possible.forEach((key, access) -> {
      if (access.distance() == null) {
        search.certain.putIfAbsent(key, access);
      }
    });
    return search.certain;
  }

  /// The body with the `checked` accesses made directly; `data` gives the variable that holds a list's items.
  static IrOp unchecked(
      LoopFacts facts, IrOp.ForRange loop, SequencedMap<String, Access> checked, Function<ListPlace, Variable> data) {
    return new ListAccesses(facts, loop.variable(), checked, data).rewrite(loop.body());
  }

  @Override
  public IrOp rewrite(IrOp op) {
    return switch (op) {
      case IrOp.SetVariable set -> assignment(set);
      case IrOp.If branch -> branch(branch);
      case IrOp.Block block -> {
        var before = new HashMap<>(indices);
        var listsBefore = new HashMap<>(lists);
        conditions++; // a break may skip the rest
        IrOp body = rewrite(block.body());
        conditions--;
        indices.entrySet().retainAll(before.entrySet());
        lists.entrySet().retainAll(listsBefore.entrySet());
        yield new IrOp.Block(block.label(), body, block.span());
      }
      case IrOp.Jump _, IrOp.Return _ -> {
        conditions++; // what follows in the body does not run in every round
        yield rewriteChildren(op);
      }
      case IrOp.Call call when facts.isGetItem(call) || facts.isSetItem(call) -> access(call);
      default -> rewriteChildren(op);
    };
  }

  private IrOp assignment(IrOp.SetVariable set) {
    IrOp value = rewrite(set.value());
    Index index = index(set.value());
    ListPlace list = list(set.value());
    String name = set.variable().name();
    indices.remove(name);
    lists.remove(name);
    if (index != null) {
      indices.put(name, index);
    }
    if (list != null) {
      lists.put(name, list);
    }
    return new IrOp.SetVariable(set.variable(), value, set.span());
  }

  private IrOp branch(IrOp.If branch) {
    IrOp condition = rewrite(branch.condition());
    int outside = conditions;
    var indicesBefore = new HashMap<>(indices);
    var listsBefore = new HashMap<>(lists);
    conditions++;
    IrOp whenTrue = rewrite(branch.whenTrue());
    boolean leaves = conditions > outside + 1;
    var indicesAfterTrue = indices;
    var listsAfterTrue = lists;
    indices = indicesBefore;
    lists = listsBefore;
    conditions = outside + 1;
    IrOp whenFalse = rewrite(branch.whenFalse());
    leaves |= conditions > outside + 1;
    indices.entrySet().retainAll(indicesAfterTrue.entrySet());
    lists.entrySet().retainAll(listsAfterTrue.entrySet());
    conditions = leaves ? outside + 1 : outside;
    return new IrOp.If(condition, whenTrue, whenFalse, branch.type(), branch.span());
  }

  private IrOp access(IrOp.Call call) {
    ListPlace list = list(call.arguments().getFirst());
    Index index = index(call.arguments().get(1));
    if (list == null || index == null) {
      return rewriteChildren(call);
    }
    var access = new Access(list, index.distance());
    List<IrOp> arguments = rewriteAll(call.arguments());
    (conditions == 0 ? certain : possible).putIfAbsent(access.key(), access);
    if (wanted == null || !wanted.containsKey(access.key())) {
      return new IrOp.Call(call.callee(), call.signature(), arguments, call.span());
    }
    var build = new IrBuilder(call.span());
    boolean reads = arguments.size() == 2;
    IrType item = reads ? call.type() : arguments.get(2).type();
    IrOp address = build.element(build.get(data.apply(list)), item, arguments.get(1));
    return reads ? build.load(item, address) : build.store(address, arguments.get(2));
  }

  private @Nullable Index index(IrOp op) {
    return switch (op) {
      case IrOp.GetVariable get -> indices.get(get.variable().name());
      case IrOp.Operate operate when operate.operator() == Operator.ADD || operate.operator() == Operator.SUB ->
          moved(operate);
      default -> null;
    };
  }

  private @Nullable Index moved(IrOp.Operate operate) {
    IrOp left = operate.operands().getFirst();
    IrOp right = operate.operands().getLast();
    boolean adds = operate.operator() == Operator.ADD;
    Index index = index(left);
    IrOp by = right;
    if (index == null && adds) {
      index = index(right);
      by = left;
    }
    if (index == null || !facts.isInvariantInteger(by)) {
      return null;
    }
    var build = new IrBuilder(operate.span());
    IrOp from = index.distance() == null ? build.constant(0) : index.distance();
    return new Index(build.operate(operate.operator(), from, by));
  }

  private @Nullable ListPlace list(IrOp op) {
    return switch (op) {
      case IrOp.GetVariable(Variable variable, var _) when variable.type().equals(IrType.PTR) ->
          facts.isInvariant(variable) ? new ListPlace.InVariable(variable) : lists.get(variable.name());
      case IrOp.Call call when facts.isGetItem(call) && call.type().equals(IrType.PTR) && !facts.storesPointers() -> {
        ListPlace outer = list(call.arguments().getFirst());
        IrOp index = call.arguments().get(1);
        yield outer != null && facts.isInvariantInteger(index) ? new ListPlace.InList(outer, index) : null;
      }
      case IrOp.Load load
          when load.type().equals(IrType.PTR)
              && !facts.storesPointers()
              && load.address() instanceof IrOp.Address(IrOp.GetVariable(Variable object, var _), var _, var path, var _)
              && facts.isInvariant(object)
              && path.stream().allMatch(IrOp.Constant.class::isInstance) ->
          new ListPlace.InField(object, load);
      default -> null;
    };
  }
}
