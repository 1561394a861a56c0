package io.codonj.core.passes.pythonic;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrPrinter;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Purity;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Updates of a dictionary entry look the key up once instead of twice.
///
/// ```
/// call @dict.__setitem__(%d, %k, add(call @dict.get(%d, %k, i64 0) -> i64, %n)) -> unit
///   ->  %addend = %n
///       %slot = call @dict._value_slot(%d, %k, i64 0) -> ptr
///       store(%slot, add(load[i64](%slot), %addend))
/// ```
///
/// Only when dictionary, key, default and the other operands just read variables and memory and compute, so that
/// nothing can observe or disturb the entry between its insertion and its update. The other operands are evaluated
/// first, because a default is inserted before the update.
public final class UpdateDictEntryOnce implements IrPass {
  private static final String SET = "dict.__setitem__";
  private static final String GET = "dict.get";
  private static final String SLOT = "dict._value_slot";

  @Override
  public String id() {
    return "update-dict-entry-once";
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    boolean possible = module.functions().values().stream().anyMatch(function -> function.origin().equals(SET));
    return possible ? new Rewriter(module, context).rewriteModule(module) : module;
  }

  private static final class Rewriter extends IrRewriter {
    private final IrModule module;
    private final PassContext context;

    Rewriter(IrModule module, PassContext context) {
      this.module = module;
      this.context = context;
    }

    @Override
    public IrOp rewrite(IrOp op) {
      IrOp rewritten = rewriteChildren(op);
      return rewritten instanceof IrOp.Call call && module.isCallOf(call, SET) && call.arguments().size() == 3
          ? update(call)
          : rewritten;
    }

    private IrOp update(IrOp.Call call) {
      IrOp dictionary = call.arguments().get(0);
      IrOp key = call.arguments().get(1);
      IrOp value = call.arguments().get(2);
      IrOp.Call lookup = lookup(value);
      boolean fits = lookup != null
          && lookup.type().equals(value.type())
          && Purity.isPure(dictionary, module)
          && Purity.isPure(key, module)
          && Purity.isPure(lookup.arguments().get(2), module)
          && same(dictionary, lookup.arguments().get(0))
          && same(key, lookup.arguments().get(1));
      return fits ? slotOf(call).map(slot -> throughSlot(call, lookup, slot)).orElse(call) : call;
    }

    /// The one call of `dict.get` among pure operations, else null.
    private IrOp.@Nullable Call lookup(IrOp value) {
      if (value instanceof IrOp.Call call) {
        return module.isCallOf(call, GET) && call.arguments().size() == 3 ? call : null;
      }
      if (!(value instanceof IrOp.Operate operate)) {
        return null;
      }
      IrOp.Call found = null;
      for (IrOp operand : operate.operands()) {
        if (Purity.isPure(operand, module)) {
          continue;
        }
        IrOp.Call inner = lookup(operand);
        if (inner == null || found != null) {
          return null;
        }
        found = inner;
      }
      return found;
    }

    private Optional<IrFunction> slotOf(IrOp.Call call) {
      IrFunction setter = module.called(call);
      return setter == null
          ? Optional.empty()
          : context.instance(setter.name()).flatMap(types -> context.realize(SLOT, types.argumentTypes()));
    }

    private IrOp throughSlot(IrOp.Call call, IrOp.Call lookup, IrFunction slotFunction) {
      var build = new IrBuilder(call.span());
      Variable slot = names().local("slot", IrType.PTR);
      List<IrOp> operations = new ArrayList<>();
      IrOp entry = build.load(lookup.type(), build.get(slot));
      IrOp value = replace(call.arguments().get(2), lookup, entry, operations, build);
      IrOp address = build.call(
          slotFunction, call.arguments().get(0), call.arguments().get(1), lookup.arguments().get(2));
      operations.add(build.set(slot, address));
      operations.add(build.store(build.get(slot), value));
      return new IrOp.Sequence(operations, call.span());
    }

    /// `value` with the entry in place of the lookup; other operands are evaluated by `before`.
    private IrOp replace(IrOp value, IrOp.Call lookup, IrOp entry, List<IrOp> before, IrBuilder build) {
      if (value == lookup) {
        return entry;
      }
      if (value instanceof IrOp.Operate operate && !Purity.isPure(operate, module)) {
        List<IrOp> operands =
            operate.operands().stream().map(operand -> replace(operand, lookup, entry, before, build)).toList();
        return new IrOp.Operate(operate.operator(), operate.type(), operands, operate.span());
      }
      if (value instanceof IrOp.Constant) {
        return value;
      }
      Variable addend = names().local("addend", value.type());
      before.add(build.set(addend, value));
      return build.get(addend);
    }

    private static boolean same(IrOp one, IrOp other) {
      return IrPrinter.print(one).equals(IrPrinter.print(other));
    }
  }
}
