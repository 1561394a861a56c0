package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.ir.IrOp;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/// The three kinds of loops.
final class LoopEmitter {
  private final FunctionEmitter function;
  private final Builder builder;
  private final GeneratorCalls generators;

  LoopEmitter(FunctionEmitter function, GeneratorCalls generators) {
    this.function = function;
    this.builder = function.builder;
    this.generators = generators;
  }

  LLVMValueRef whileLoop(IrOp.While loop) {
    LLVMBasicBlockRef test = function.newBlock("while");
    LLVMBasicBlockRef body = function.newBlock("while.body");
    LLVMBasicBlockRef after = function.newBlock("while.end");
    builder.branch(test);
    builder.position(test);
    function.loopDepth++;
    LLVMValueRef condition = function.emit(loop.condition());
    function.loopDepth--;
    if (builder.reachable()) {
      function.at(loop.span());
      if (isTrue(loop.condition())) {
        builder.branch(body);
      } else {
        builder.branch(condition, body, after);
      }
    }
    builder.positionIfUsed(body);
    body(loop.label(), loop.body(), after, test);
    if (builder.reachable()) {
      builder.branch(test);
    }
    builder.positionIfUsed(after);
    return function.constants.unit();
  }

  private static boolean isTrue(IrOp condition) {
    return condition instanceof IrOp.Constant constant && Long.valueOf(1).equals(constant.value());
  }

  private void body(String label, IrOp body, LLVMBasicBlockRef breakTo, LLVMBasicBlockRef continueTo) {
    Scope outer = function.scope;
    function.scope = new Scope.Target(outer, label, breakTo, continueTo);
    function.loopDepth++;
    function.emit(body);
    function.loopDepth--;
    function.scope = outer;
  }

  /// Steps of one compare against the end, as C programmers write them and as LLVM analyses them best; other
  /// steps count the iterations, because adding the step could leave the integers.
  LLVMValueRef forRange(IrOp.ForRange loop) {
    LLVMValueRef start = function.emit(loop.start());
    LLVMValueRef stop = function.emit(loop.stop());
    LLVMValueRef step = function.emit(loop.step());
    if (!builder.reachable()) {
      return function.constants.unit();
    }
    function.at(loop.span());
    Long constantStep = loop.step() instanceof IrOp.Constant(var _, Long known, var _) ? known : null;
    if (constantStep != null && (constantStep == 1 || constantStep == -1)) {
      unitStep(loop, start, stop, constantStep);
    } else {
      counted(loop, start, step, iterations(start, stop, step, constantStep));
    }
    return function.constants.unit();
  }

  private void unitStep(IrOp.ForRange loop, LLVMValueRef start, LLVMValueRef stop, long step) {
    LLVMTypeRef type = LLVMTypeOf(start);
    LLVMValueRef counter = function.newSlot(type, "counter");
    builder.store(start, counter);
    LLVMBasicBlockRef test = function.newBlock("for");
    LLVMBasicBlockRef body = function.newBlock("for.body");
    LLVMBasicBlockRef next = function.newBlock("for.next");
    LLVMBasicBlockRef after = function.newBlock("for.end");
    builder.branch(test);
    builder.position(test);
    LLVMValueRef current = builder.load(type, counter);
    builder.branch(builder.compare(step > 0 ? LLVMIntSLT : LLVMIntSGT, current, stop), body, after);
    builder.position(body);
    function.set(loop.variable(), current);
    body(loop.label(), loop.body(), after, next);
    if (builder.reachable()) {
      builder.branch(next);
    }
    builder.positionIfUsed(next);
    if (builder.reachable()) {
      function.at(loop.span());
      LLVMValueRef moved = builder.binary(LLVMAdd, builder.load(type, counter), LLVMConstInt(type, step, 1));
      LLVMSetNSW(moved, 1);
      builder.store(moved, counter);
      builder.branch(test);
    }
    builder.position(after);
  }

  private void counted(IrOp.ForRange loop, LLVMValueRef start, LLVMValueRef step, LLVMValueRef count) {
    LLVMTypeRef type = LLVMTypeOf(start);
    LLVMValueRef counter = function.newSlot(type, "counter");
    LLVMValueRef left = function.newSlot(type, "left");
    builder.store(start, counter);
    builder.store(count, left);
    LLVMBasicBlockRef test = function.newBlock("for");
    LLVMBasicBlockRef body = function.newBlock("for.body");
    LLVMBasicBlockRef next = function.newBlock("for.next");
    LLVMBasicBlockRef after = function.newBlock("for.end");
    builder.branch(test);
    builder.position(test);
    LLVMValueRef more = builder.compare(LLVMIntNE, builder.load(type, left), LLVMConstNull(type));
    builder.branch(more, body, after);
    builder.position(body);
    function.set(loop.variable(), builder.load(type, counter));
    body(loop.label(), loop.body(), after, next);
    if (builder.reachable()) {
      builder.branch(next);
    }
    builder.positionIfUsed(next);
    if (builder.reachable()) {
      function.at(loop.span());
      builder.store(builder.binary(LLVMAdd, builder.load(type, counter), step), counter);
      builder.store(builder.binary(LLVMSub, builder.load(type, left), LLVMConstInt(type, 1, 0)), left);
      builder.branch(test);
    }
    builder.position(after);
  }

  /// `ceil(distance / |step|)`, or 0 when the range is empty; distance and step as unsigned numbers.
  private LLVMValueRef iterations(
      LLVMValueRef start, LLVMValueRef stop, LLVMValueRef step, @Nullable Long constantStep) {
    LLVMTypeRef type = LLVMTypeOf(start);
    LLVMValueRef zero = LLVMConstNull(type);
    LLVMValueRef one = LLVMConstInt(type, 1, 0);
    LLVMValueRef up =
        constantStep == null
            ? builder.compare(LLVMIntSGT, step, zero)
            : function.constants.truth(constantStep > 0);
    LLVMValueRef low = builder.select(up, start, stop);
    LLVMValueRef high = builder.select(up, stop, start);
    LLVMValueRef size = builder.select(up, step, builder.binary(LLVMSub, zero, step));
    LLVMValueRef last = builder.binary(LLVMSub, builder.binary(LLVMSub, high, low), one);
    LLVMValueRef count = builder.binary(LLVMAdd, builder.binary(LLVMUDiv, last, size), one);
    return builder.select(builder.compare(LLVMIntSLT, low, high), count, zero);
  }

  /// ```
  /// if not ended: while resume(handle); not ended: variable = value; body
  /// owned: destroy(handle)
  /// ```
  LLVMValueRef forEach(IrOp.ForEach loop) {
    LLVMValueRef handle = function.emit(loop.generator());
    if (!builder.reachable()) {
      return function.constants.unit();
    }
    Scope outer = function.scope;
    if (loop.owned()) {
      function.scope = new Scope.OwnedGenerator(outer, handle);
    }
    LLVMBasicBlockRef advance = function.newBlock("each");
    LLVMBasicBlockRef body = function.newBlock("each.body");
    LLVMBasicBlockRef after = function.newBlock("each.end");
    function.at(loop.span());
    // A generator that somebody else holds may have ended before the loop, or end inside of it.
    LLVMBasicBlockRef test = loop.owned() ? advance : function.newBlock("each.test");
    if (loop.owned()) {
      builder.branch(generators.done(handle), after, advance);
    } else {
      builder.branch(test);
      builder.position(test);
      builder.branch(generators.done(handle), after, advance);
    }
    builder.position(advance);
    generators.resume(handle);
    builder.branch(generators.done(handle), after, body);
    builder.position(body);
    function.set(loop.variable(), generators.yielded(handle, loop.yielded()));
    body(loop.label(), loop.body(), after, test);
    if (builder.reachable()) {
      builder.branch(test);
    }
    Scope inside = function.scope;
    function.scope = outer;
    builder.position(after);
    function.at(loop.span());
    if (inside instanceof Scope.OwnedGenerator owned) {
      function.calls.destroyGenerator(handle);
      function.exceptions.closeOwned(owned);
    }
    return function.constants.unit();
  }
}
