package io.codonj.core.backend.llvm;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrOp;
import java.util.ArrayList;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/// Branches, blocks, and the ways out of them.
final class ControlFlowEmitter {
  private final FunctionEmitter function;
  private final Builder builder;

  ControlFlowEmitter(FunctionEmitter function) {
    this.function = function;
    this.builder = function.builder;
  }

  LLVMValueRef choose(IrOp.If choice) {
    LLVMValueRef condition = function.emit(choice.condition());
    if (!builder.reachable()) {
      return function.constants.poison(choice.type());
    }
    LLVMBasicBlockRef whenTrue = function.newBlock("then");
    LLVMBasicBlockRef whenFalse = function.newBlock("else");
    LLVMBasicBlockRef after = function.newBlock("after");
    function.at(choice.span());
    builder.branch(condition, whenTrue, whenFalse);
    var values = new ArrayList<LLVMValueRef>(2);
    var ends = new ArrayList<LLVMBasicBlockRef>(2);
    branch(whenTrue, choice.whenTrue(), after, values, ends);
    branch(whenFalse, choice.whenFalse(), after, values, ends);
    builder.positionIfUsed(after);
    if (TypeEmitter.isUnit(choice.type())) {
      return function.constants.unit();
    }
    if (values.isEmpty()) {
      return function.constants.poison(choice.type());
    }
    return values.size() == 1
        ? values.getFirst()
        : builder.phi(function.types.type(choice.type()), values, ends);
  }

  private void branch(
      LLVMBasicBlockRef start,
      IrOp body,
      LLVMBasicBlockRef after,
      ArrayList<LLVMValueRef> values,
      ArrayList<LLVMBasicBlockRef> ends) {
    builder.position(start);
    LLVMValueRef value = function.emit(body);
    if (builder.reachable()) {
      values.add(value);
      ends.add(builder.currentBlock());
      builder.branch(after);
    }
  }

  LLVMValueRef block(IrOp.Block block) {
    LLVMBasicBlockRef after = function.newBlock("block.end");
    Scope outer = function.scope;
    function.scope = new Scope.Target(outer, block.label(), after, null);
    function.emit(block.body());
    function.scope = outer;
    if (builder.reachable()) {
      builder.branch(after);
    }
    builder.positionIfUsed(after);
    return function.constants.unit();
  }

  LLVMValueRef jump(IrOp.Jump jump) {
    Scope here = function.scope;
    Scope.Target target = target(jump);
    LLVMBasicBlockRef to = jump.kind() == IrOp.JumpKind.BREAK ? target.breakTo : target.continueTo;
    if (to == null) {
      throw new CompilerBug("continue to the block " + jump.label());
    }
    leaveScopes(target);
    if (builder.reachable()) {
      function.at(jump.span());
      builder.branch(to);
    }
    function.scope = here;
    return function.constants.unit();
  }

  private Scope.Target target(IrOp.Jump jump) {
    for (Scope each = function.scope; each != null; each = each.parent) {
      if (each instanceof Scope.Target target && target.label.equals(jump.label())) {
        return target;
      }
    }
    throw new CompilerBug("no enclosing " + jump.label() + " in " + function.function.name());
  }

  /// Does what has to be done on the way from here to `until` (null: out of the function). A `finally` that
  /// leaves by itself makes the rest unreachable.
  void leaveScopes(@Nullable Scope until) {
    for (Scope each = function.scope; each != until && each != null && builder.reachable(); each = each.parent) {
      function.scope = each.parent;
      switch (each) {
        case Scope.Finally scope -> function.emit(scope.body);
        case Scope.OwnedGenerator scope -> function.calls.destroyGenerator(scope.handle);
        case Scope.Target _, Scope.Handlers _, Scope.GeneratorBody _ -> {}
      }
    }
  }

  LLVMValueRef leaveFunction(IrOp.Return leave) {
    LLVMValueRef value = leave.value() == null ? null : function.emit(leave.value());
    Scope here = function.scope;
    if (function.isGenerator()) {
      function.generator().storeResult(value);
      leaveScopes(null);
      function.generator().leave();
    } else {
      leaveScopes(null);
      if (builder.reachable()) {
        function.at(leave.span());
        returnValue(value);
      }
    }
    function.scope = here;
    return function.constants.unit();
  }

  private void returnValue(@Nullable LLVMValueRef value) {
    if (value == null || TypeEmitter.isUnit(function.function.result())) {
      builder.returnVoid();
    } else {
      builder.returnValue(value);
    }
  }
}
