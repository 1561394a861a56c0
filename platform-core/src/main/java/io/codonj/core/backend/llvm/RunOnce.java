package io.codonj.core.backend.llvm;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrGlobal;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrWalker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the functions of which a run of the program executes at most one activation: the top level of modules, and
/// what is called only once in them, outside of loops, and so on.
///
/// Optimizers like to inline what is called from one place only. Where that place runs once there is nothing to gain,
/// and a program whose `main` calls hundreds of functions would become a single function of enormous size.
final class RunOnce {
  private static final String MODULE_TOP_LEVEL = "<module>";

  /// Inlining functions of fewer operations makes the caller smaller.
  private static final int SMALL = 40;

  private final Map<String, Integer> mentions = new HashMap<>();
  private final Set<String> once = new HashSet<>();

  private RunOnce() {}

  static RunOnce of(IrModule module) {
    var result = new RunOnce();
    Collection<IrFunction> functions = module.functions().values();
    functions.stream().filter(each -> each.body() != null).forEach(each -> result.new Mentions().walk(each.body()));
    for (IrGlobal global : module.globals().values()) {
      if (global.initializer() != null) {
        result.new Mentions().walk(global.initializer());
      }
    }
    result.spread(module);
    return result;
  }

  boolean contains(IrFunction function) {
    return once.contains(function.name());
  }

  /// Is this the only place that mentions the function, and the function more than a few operations?
  boolean growsCaller(IrFunction callee) {
    return mentions.getOrDefault(callee.name(), 0) == 1 && callee.body() != null && isLarge(callee.body());
  }

  private void spread(IrModule module) {
    var pending = new ArrayDeque<IrFunction>();
    for (IrFunction function : module.functions().values()) {
      if (function.displayName().equals(MODULE_TOP_LEVEL)) {
        pending.add(function);
      }
    }
    while (!pending.isEmpty()) {
      IrFunction function = pending.removeFirst();
      if (function.body() == null || !once.add(function.name())) {
        continue;
      }
      var calls = new StraightCalls();
      calls.walk(function.body());
      for (String callee : calls.callees) {
        IrFunction target = module.functions().get(callee);
        boolean onlyHere = mentions.getOrDefault(callee, 0) == 1;
        if (target != null && onlyHere && target.generator() == null && !target.attributes().contains("export")) {
          pending.add(target);
        }
      }
    }
  }

  private static boolean isLarge(IrOp body) {
    var size = new Size();
    size.walk(body);
    return size.operations >= SMALL;
  }

  private final class Mentions extends IrWalker {
    @Override
    public void walk(IrOp op) {
      if (op instanceof IrOp.Constant(var _, IrOp.Symbol(String name), var _)) {
        mentions.merge(name, 1, Integer::sum);
      }
      walkChildren(op);
    }
  }

  /// Functions that are called outside of loops.
  private static final class StraightCalls extends IrWalker {
    final List<String> callees = new ArrayList<>();

    @Override
    public void walk(IrOp op) {
      switch (op) {
        case IrOp.While _, IrOp.ForEach _, IrOp.ForRange _, IrOp.Pipeline _, IrOp.Region _, IrOp.Extension _ -> {}
        case IrOp.Call(IrOp.Constant(var _, IrOp.Symbol(String name), var _), var _, var _, var _) -> {
          callees.add(name);
          walkChildren(op);
        }
        default -> walkChildren(op);
      }
    }
  }

  private static final class Size extends IrWalker {
    int operations;

    @Override
    public void walk(IrOp op) {
      operations++;
      if (operations < SMALL) {
        walkChildren(op);
      }
    }
  }
}
