package io.codonj.core.passes.pythonic;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrPrinter;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.IrWalker;
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
/// and likewise `dict.__getitem__` with `dict._present_slot`, which raises KeyError.
///
/// Only when dictionary, key, default and the other operands just read variables and memory and compute, so that
/// nothing can observe or disturb the entry between its insertion and its update. The other operands are evaluated
/// first, because a default is inserted before the update.
public final class UpdateDictEntryOnce implements IrPass {
  private static final String SET = "dict.__setitem__";

  /// How an entry is read, and the function that gives its address for the same arguments.
  private enum Reading {
    GET("dict.get", 3, "dict._value_slot"),
    INDEX("dict.__getitem__", 2, "dict._present_slot");

    final String origin;
    final int arguments;
    final String slot;

    Reading(String origin, int arguments, String slot) {
      this.origin = origin;
      this.arguments = arguments;
      this.slot = slot;
    }
  }

  private record Lookup(Reading reading, IrOp.Call call) {}

  @Override
  public String id() {
    return "update-dict-entry-once";
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    boolean possible = module.functions().values().stream().anyMatch(function -> function.isInstanceOf(SET));
    return possible ? new Rewriter(module, context).rewriteModule(module) : module;
  }

  private static final class Rewriter extends IrRewriter {
    private final IrModule module;
    private final PassContext context;
    private @Nullable IrOp wholeBody;

    Rewriter(IrModule module, PassContext context) {
      this.module = module;
      this.context = context;
    }

    @Override
    public IrFunction rewriteFunction(IrFunction function) {
      wholeBody = function.body();
      return super.rewriteFunction(function);
    }

    @Override
    public IrOp rewrite(IrOp op) {
      return switch (rewriteChildren(op)) {
        case IrOp.Call call when isSetting(call) -> update(call);
        case IrOp.Sequence sequence -> sequence(sequence);
        case IrOp rewritten -> rewritten;
      };
    }

    private boolean isSetting(IrOp op) {
      return op instanceof IrOp.Call call && call.arguments().size() == 3 && module.isCallOf(call, SET);
    }

    /// Updates whose value was put into a temporary: `%t = add(call @dict.get(…), …)`, then `dict.__setitem__(…, %t)`.
    private IrOp sequence(IrOp.Sequence sequence) {
      List<IrOp> operations = sequence.operations();
      for (int i = 1; i < operations.size(); i++) {
        if (isSetting(operations.get(i))
            && operations.get(i - 1) instanceof IrOp.SetVariable set
            && update((IrOp.Call) operations.get(i), set) instanceof IrOp.Sequence update) {
          List<IrOp> changed = new ArrayList<>(operations);
          changed.set(i - 1, update);
          changed.remove(i);
          return sequence(new IrOp.Sequence(changed, sequence.span()));
        }
      }
      return sequence;
    }

    private IrOp update(IrOp.Call call, IrOp.SetVariable set) {
      Variable temporary = set.variable();
      boolean only = call.arguments().get(2) instanceof IrOp.GetVariable get
          && get.variable().equals(temporary)
          && temporary.scope() == Variable.Scope.LOCAL
          && wholeBody != null
          && mentions(temporary, wholeBody) == 2;
      if (!only) {
        return call;
      }
      List<IrOp> arguments = List.of(call.arguments().get(0), call.arguments().get(1), set.value());
      return update(new IrOp.Call(call.callee(), call.signature(), arguments, call.span()));
    }

    private static int mentions(Variable variable, IrOp body) {
      int[] count = new int[1];
      new IrWalker() {
        @Override
        protected void variable(Variable mentioned) {
          count[0] += mentioned.equals(variable) ? 1 : 0;
        }
      }.walk(body);
      return count[0];
    }

    private IrOp update(IrOp.Call call) {
      IrOp dictionary = call.arguments().get(0);
      IrOp key = call.arguments().get(1);
      IrOp value = call.arguments().get(2);
      Lookup lookup = lookup(value);
      boolean fits = lookup != null
          && lookup.call().type().equals(value.type())
          && Purity.allPure(lookup.call().arguments(), module)
          && same(dictionary, lookup.call().arguments().get(0))
          && same(key, lookup.call().arguments().get(1));
      return fits ? slot(call, lookup).map(slot -> throughSlot(call, lookup, slot)).orElse(call) : call;
    }

    /// The one reading of an entry among pure operations, else null.
    private @Nullable Lookup lookup(IrOp value) {
      if (value instanceof IrOp.Call call) {
        return lookup(call);
      }
      if (!(value instanceof IrOp.Operate operate)) {
        return null;
      }
      Lookup found = null;
      for (IrOp operand : operate.operands()) {
        if (Purity.isPure(operand, module)) {
          continue;
        }
        Lookup inner = lookup(operand);
        if (inner == null || found != null) {
          return null;
        }
        found = inner;
      }
      return found;
    }

    private @Nullable Lookup lookup(IrOp.Call call) {
      for (Reading reading : Reading.values()) {
        if (call.arguments().size() == reading.arguments && module.isCallOf(call, reading.origin)) {
          return new Lookup(reading, call);
        }
      }
      return null;
    }

    /// The function that gives the entry's address. Its argument types are those of the setter for a default, which
    /// has the type of the value, and those of the reading otherwise. The library writes these two with it, so the
    /// instance usually exists.
    private Optional<IrFunction> slot(IrOp.Call setting, Lookup lookup) {
      IrFunction accessor = module.called(lookup.reading() == Reading.GET ? setting : lookup.call());
      if (accessor == null) {
        return Optional.empty();
      }
      String origin = lookup.reading().slot;
      return calledBy(accessor, origin)
          .or(() -> context.instance(accessor.name()).flatMap(types -> context.realize(origin, types.argumentTypes())));
    }

    private Optional<IrFunction> calledBy(IrFunction caller, String origin) {
      var found = new ArrayList<IrFunction>();
      if (caller.body() != null) {
        new IrWalker() {
          @Override
          public void walk(IrOp op) {
            if (op instanceof IrOp.Call call
                && module.called(call) instanceof IrFunction function
                && function.isInstanceOf(origin)) {
              found.add(function);
            }
            walkChildren(op);
          }
        }.walk(caller.body());
      }
      return found.stream().findFirst();
    }

    private IrOp throughSlot(IrOp.Call call, Lookup lookup, IrFunction slotFunction) {
      var build = new IrBuilder(call.span());
      Variable slot = names().local("slot", IrType.PTR);
      List<IrOp> operations = new ArrayList<>();
      IrOp entry = build.load(lookup.call().type(), build.get(slot));
      IrOp value = replace(call.arguments().get(2), lookup.call(), entry, operations, build);
      IrOp address = new IrOp.Call(
          build.symbol(slotFunction.name()), slotFunction.signature(), lookup.call().arguments(), call.span());
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
