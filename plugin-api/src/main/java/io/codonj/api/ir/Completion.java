package io.codonj.api.ir;

import io.codonj.api.ir.IrOp.Handler;
import io.codonj.api.ir.IrOp.Stage;
import java.util.HashSet;
import java.util.Set;

/// Decides whether control can reach the end of an operation, or always leaves it by a jump, a return or an
/// exception. The answer errs towards "can".
public final class Completion extends IrWalker {
  private final IrModule module;
  private final Set<String> brokenLabels = new HashSet<>();
  private boolean live = true;

  private Completion(IrModule module) {
    this.module = module;
  }

  /// @param module tells which called functions never return
  public static boolean completes(IrOp op, IrModule module) {
    var completion = new Completion(module);
    completion.walk(op);
    return completion.live;
  }

  @Override
  public void walk(IrOp op) {
    if (!live) {
      return;
    }
    switch (op) {
      case IrOp.Jump jump -> {
        if (jump.kind() == IrOp.JumpKind.BREAK) {
          brokenLabels.add(jump.label());
        }
        live = false;
      }
      case IrOp.Return _ -> {
        walkChildren(op);
        live = false;
      }
      case IrOp.Call call -> {
        walkChildren(op);
        live &= !neverReturns(call);
      }
      case IrOp.Intrinsic intrinsic -> {
        walkChildren(op);
        live &= !intrinsic.name().equals(Intrinsics.THROW) && !intrinsic.name().equals(Intrinsics.UNREACHABLE);
      }
      case IrOp.If branch -> {
        walk(branch.condition());
        if (live) {
          boolean first = reaches(branch.whenTrue());
          live = reaches(branch.whenFalse()) || first;
        }
      }
      case IrOp.While loop -> {
        walk(loop.condition());
        if (live) {
          reaches(loop.body());
          live = !isTrue(loop.condition()) || brokenLabels.contains(loop.label());
        }
      }
      case IrOp.ForEach loop -> {
        walk(loop.generator());
        reachesAfter(loop.body());
      }
      case IrOp.ForRange loop -> {
        walk(loop.start());
        walk(loop.stop());
        walk(loop.step());
        reachesAfter(loop.body());
      }
      case IrOp.Block block -> live = reaches(block.body()) || brokenLabels.contains(block.label());
      case IrOp.Try attempt -> {
        boolean any = reaches(attempt.body());
        for (Handler handler : attempt.handlers()) {
          any |= reaches(handler.body());
        }
        live = (attempt.finallyBody() == null || reaches(attempt.finallyBody())) && any;
      }
      case IrOp.Pipeline pipeline -> {
        walk(pipeline.source());
        for (Stage stage : pipeline.stages()) {
          walk(stage.body());
          if (stage.yielded() != null) {
            break;
          }
        }
      }
      default -> walkChildren(op);
    }
  }

  /// Whether a part that is entered at all runs to its end; marks the walk live again.
  private boolean reaches(IrOp part) {
    live = true;
    walk(part);
    boolean result = live;
    live = true;
    return result;
  }

  /// The body of a loop that may run zero times: only its breaks matter.
  private void reachesAfter(IrOp body) {
    if (live) {
      reaches(body);
    }
  }

  private boolean neverReturns(IrOp.Call call) {
    IrFunction function = module.called(call);
    return function != null && function.attributes().contains("noreturn");
  }

  private static boolean isTrue(IrOp condition) {
    return condition instanceof IrOp.Constant constant && constant.value() instanceof Long value && value != 0;
  }
}
