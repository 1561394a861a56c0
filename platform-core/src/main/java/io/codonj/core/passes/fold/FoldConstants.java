package io.codonj.core.passes.fold;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Intrinsics;
import io.codonj.api.ir.Purity;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import java.util.List;

/// Computes what is known at compile time and drops branches that are never taken.
///
/// ```
/// add(i64 1, i64 2)                    ->  i64 3
/// mul(%x, i64 1)                       ->  %x
/// extract[1](struct[{i64, i64}](a, b)) ->  b            when a is pure
/// if i1 0 { a } else { b }             ->  b
/// while #l i1 0 { a }                  ->  nothing
/// not(not(%x))                         ->  %x
/// ```
public final class FoldConstants implements IrPass {

  @Override
  public String id() {
    return "fold-constants";
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    return new Rewriter(module).rewriteModule(module);
  }

  private static final class Rewriter extends IrRewriter {
    private final IrModule module;

    Rewriter(IrModule module) {
      this.module = module;
    }

    @Override
    public IrOp rewrite(IrOp op) {
      IrOp rewritten = rewriteChildren(op);
      return switch (rewritten) {
        case IrOp.Operate operate -> operate(operate);
        case IrOp.Extract extract -> extract(extract);
        case IrOp.If branch -> branch(branch);
        case IrOp.While loop when isTruth(loop.condition(), false) -> new IrBuilder(loop.span()).nothing();
        case IrOp.Intrinsic intrinsic when isKnownExpectation(intrinsic) -> intrinsic.arguments().getFirst();
        default -> rewritten;
      };
    }

    private IrOp operate(IrOp.Operate operate) {
      Object value = ConstantArithmetic.fold(operate);
      return value != null
          ? new IrOp.Constant(operate.type(), value, operate.span())
          : AlgebraicIdentities.simplify(operate, module);
    }

    private IrOp extract(IrOp.Extract extract) {
      return switch (extract.struct()) {
        case IrOp.MakeStruct make when othersArePure(make.fields(), extract.index()) ->
            make.fields().get(extract.index());
        case IrOp.Constant constant when constant.value() instanceof IrOp.Filler ->
            new IrOp.Constant(extract.type(), constant.value(), extract.span());
        default -> extract;
      };
    }

    private boolean othersArePure(List<IrOp> fields, int index) {
      for (int i = 0; i < fields.size(); i++) {
        if (i != index && !Purity.isPure(fields.get(i), module)) {
          return false;
        }
      }
      return true;
    }

    private static IrOp branch(IrOp.If branch) {
      if (isTruth(branch.condition(), true)) {
        return taken(branch, branch.whenTrue());
      }
      if (isTruth(branch.condition(), false)) {
        return taken(branch, branch.whenFalse());
      }
      boolean isCondition = branch.type().equals(IrType.BOOL)
          && isTruth(branch.whenTrue(), true)
          && isTruth(branch.whenFalse(), false);
      return isCondition ? branch.condition() : branch;
    }

    /// The branch with the type of the whole, which it lacks when it ends in a jump or its value is not used.
    private static IrOp taken(IrOp.If branch, IrOp part) {
      if (part.type().equals(branch.type())) {
        return part;
      }
      var build = new IrBuilder(branch.span());
      return branch.type() instanceof IrType.Unit
          ? build.sequence(part, build.nothing())
          : build.sequence(part, build.undefined(branch.type()));
    }

    private static boolean isKnownExpectation(IrOp.Intrinsic intrinsic) {
      return intrinsic.name().equals(Intrinsics.EXPECT)
          && intrinsic.arguments().getFirst() instanceof IrOp.Constant;
    }

    private static boolean isTruth(IrOp op, boolean truth) {
      return op instanceof IrOp.Constant(var type, Long value, _)
          && type.equals(IrType.BOOL)
          && (value != 0) == truth;
    }
  }
}
