package io.codonj.core.backend.llvm;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrWalker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Finds the functions that call themselves, directly or through others: the cycles of the call graph, by Tarjan's
/// algorithm for strongly connected components (SIAM J. Comput. 1(2), 1972), without recursion of its own.
final class Recursion {
  private final Map<String, Integer> component = new HashMap<>();
  private final Set<String> recursive = new HashSet<>();

  private Recursion() {}

  static Recursion of(IrModule module) {
    var calls = new HashMap<String, List<String>>();
    for (IrFunction function : module.functions().values()) {
      if (function.body() != null) {
        calls.put(function.name(), callees(function, module));
      }
    }
    var recursion = new Recursion();
    var search = recursion.new Search(calls);
    module.functions().keySet().stream().filter(calls::containsKey).forEach(search::visit);
    return recursion;
  }

  boolean isRecursive(IrFunction function) {
    return recursive.contains(function.name());
  }

  /// Can one activation call back into its cycle more than once? Then the calls cannot all become jumps.
  boolean callsTwice(IrFunction function) {
    return function.body() != null && count(function.body(), component.get(function.name())).largest() > 1;
  }

  /// The largest number of calls into a component on any way through an operation that goes on behind it (-1 when
  /// none does), and on any that leaves the function.
  private record Calls(int through, int leaving) {
    static final Calls NONE = new Calls(0, -1);
    private static final int NEVER = -1;

    static Calls leaving(int count) {
      return new Calls(NEVER, count);
    }

    int largest() {
      return Math.max(through, leaving);
    }

    Calls then(Calls next) {
      if (through == NEVER) {
        return this;
      }
      return new Calls(
          next.through == NEVER ? NEVER : through + next.through,
          next.leaving == NEVER ? leaving : Math.max(leaving, through + next.leaving));
    }

    Calls or(Calls other) {
      return new Calls(Math.max(through, other.through), Math.max(leaving, other.leaving));
    }

    Calls twice() {
      return new Calls(through == NEVER ? NEVER : 2 * through, leaving);
    }
  }

  private Calls count(IrOp op, int group) {
    return switch (op) {
      case IrOp.If branch ->
          count(branch.condition(), group).then(count(branch.whenTrue(), group).or(count(branch.whenFalse(), group)));
      case IrOp.While _, IrOp.ForEach _, IrOp.ForRange _ -> children(op, group).or(Calls.NONE).twice();
      case IrOp.Return leave ->
          leave.value() == null
              ? Calls.leaving(0)
              : count(leave.value(), group).then(Calls.leaving(0));
      case IrOp.Jump _ -> Calls.leaving(0);
      case IrOp.Block _, IrOp.Try _ -> children(op, group).or(Calls.NONE);
      case IrOp.Call call -> {
        Calls arguments = children(call, group);
        yield goesTo(call, group) ? arguments.then(new Calls(1, Calls.NEVER)) : arguments;
      }
      default -> children(op, group);
    };
  }

  private Calls children(IrOp op, int group) {
    var total = new Calls[] {Calls.NONE};
    new IrWalker() {
      private boolean inside;

      @Override
      public void walk(IrOp each) {
        if (inside) {
          total[0] = total[0].then(count(each, group));
        } else {
          inside = true;
          walkChildren(each);
        }
      }
    }.walk(op);
    return total[0];
  }

  private boolean goesTo(IrOp.Call call, int group) {
    return call.callee() instanceof IrOp.Constant(var _, IrOp.Symbol(String name), var _)
        && component.get(name) instanceof Integer other
        && other == group;
  }

  private static List<String> callees(IrFunction function, IrModule module) {
    var found = new LinkedHashSet<String>();
    new IrWalker() {
      @Override
      public void walk(IrOp op) {
        if (op instanceof IrOp.Call(IrOp.Constant(var _, IrOp.Symbol(String name), var _), var _, var _, var _)
            && module.functions().get(name) instanceof IrFunction callee
            && callee.body() != null) {
          found.add(name);
        }
        walkChildren(op);
      }
    }.walk(Objects.requireNonNull(function.body()));
    return List.copyOf(found);
  }

  /// The depth-first search; a frame is a function and how far its calls have been followed.
  private final class Search {
    private record Frame(String function, int[] next) {}

    private final Map<String, List<String>> calls;
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private int components;

    Search(Map<String, List<String>> calls) {
      this.calls = calls;
    }

    void visit(String root) {
      if (order.containsKey(root)) {
        return;
      }
      var frames = new ArrayDeque<Frame>();
      frames.push(enter(root));
      while (!frames.isEmpty()) {
        Frame frame = frames.peek();
        List<String> callees = calls.get(frame.function);
        if (frame.next[0] < callees.size()) {
          String callee = callees.get(frame.next[0]++);
          if (!order.containsKey(callee)) {
            frames.push(enter(callee));
          } else if (!component.containsKey(callee)) {
            lower(frame.function, order.get(callee));
          }
        } else {
          frames.pop();
          leave(frame.function);
          if (!frames.isEmpty()) {
            lower(frames.peek().function, lowest.get(frame.function));
          }
        }
      }
    }

    private Frame enter(String function) {
      order.put(function, order.size());
      lowest.put(function, order.get(function));
      open.push(function);
      return new Frame(function, new int[1]);
    }

    private void lower(String function, int candidate) {
      lowest.merge(function, candidate, Math::min);
    }

    private void leave(String function) {
      if (!lowest.get(function).equals(order.get(function))) {
        return;
      }
      var members = new ArrayList<String>();
      String member;
      do {
        member = open.pop();
        component.put(member, components);
        members.add(member);
      } while (!member.equals(function));
      components++;
      if (members.size() > 1 || calls.get(function).contains(function)) {
        recursive.addAll(members);
      }
    }
  }
}
