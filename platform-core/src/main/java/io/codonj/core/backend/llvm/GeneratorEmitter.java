package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrOp;
import java.util.List;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/// Generators from the inside: a function becomes an LLVM coroutine that is created suspended.
///
/// ```
/// start:    frame (elided by LLVM where the user is known); parameters; suspend
/// yield v:  promise.yielded = v; suspend; raise promise.pending if set; value is promise.received
/// destroy:  at each suspend point: run enclosing finally bodies, then release the frame
/// return:   promise.returned = value; final suspend
/// ```
final class GeneratorEmitter {
  private final FunctionEmitter function;
  private final Builder builder;
  private final TypeEmitter types;
  private final ConstantEmitter constants;
  private final IrFunction.Generator generator;
  private final LLVMTypeRef layout;
  private final Scope.GeneratorBody body = new Scope.GeneratorBody();

  private @Nullable LLVMValueRef promise;
  private @Nullable LLVMValueRef id;
  private @Nullable LLVMValueRef handle;
  private @Nullable LLVMBasicBlockRef ended;
  private @Nullable LLVMBasicBlockRef release;
  private @Nullable LLVMBasicBlockRef suspended;

  GeneratorEmitter(FunctionEmitter function, IrFunction.Generator generator) {
    this.function = function;
    this.builder = function.builder;
    this.types = function.types;
    this.constants = function.constants;
    this.generator = generator;
    this.layout = GeneratorLayout.of(generator, types);
  }

  /// Makes the frame.
  void begin() {
    promise = function.newSlot(layout, "promise");
    LLVMSetAlignment(promise, GeneratorLayout.ALIGNMENT);
    ended = function.newBlock("ended");
    release = function.newBlock("release");
    suspended = function.newBlock("suspended");
    LLVMValueRef none = constants.nullPointer();
    id = builder.intrinsic("llvm.coro.id", constants.i32(0), promise, none, none);
    LLVMBasicBlockRef before = builder.currentBlock();
    LLVMBasicBlockRef allocate = function.newBlock("allocate");
    LLVMBasicBlockRef ready = function.newBlock("ready");
    builder.branch(builder.intrinsic("llvm.coro.alloc", id), allocate, ready);
    builder.position(allocate);
    LLVMValueRef size = builder.intrinsic("llvm.coro.size", new LLVMTypeRef[] {types.i64});
    LLVMValueRef memory = function.calls.runtime(function.module.runtime.allocate(), size);
    builder.branch(ready);
    builder.position(ready);
    LLVMValueRef frame = builder.phi(types.pointer, List.of(none, memory), List.of(before, allocate));
    handle = builder.intrinsic("llvm.coro.begin", id, frame);
  }

  /// Suspends for the first time, once the parameters are in the frame; what follows is the body.
  void start() {
    clearReceived();
    clearReturned();
    builder.store(constants.nullPointer(), field(GeneratorLayout.PENDING));
    setState(GeneratorLayout.CREATED);
    suspend();
    keepEndReachable();
    setState(GeneratorLayout.STARTED);
    function.scope = body;
    raisePending();
  }

  /// LLVM records the failure of a coroutine by moving it to its final suspend point, so there has to be one, also
  /// in generators that never return. Who resumes a generator could have marked it, as far as LLVM can tell.
  private void keepEndReachable() {
    LLVMBasicBlockRef run = function.newBlock("run");
    LLVMValueRef state = builder.load(types.i8, field(GeneratorLayout.STATE));
    LLVMValueRef failed = builder.compare(LLVMIntEQ, state, LLVMConstInt(types.i8, GeneratorLayout.FAILED, 0));
    builder.branch(failed, Objects.requireNonNull(ended), run);
    builder.position(run);
  }

  LLVMValueRef yield(IrOp.Yield yield) {
    LLVMValueRef value = function.emit(yield.value());
    if (!builder.reachable()) {
      return constants.poison(yield.type());
    }
    function.at(yield.span());
    if (!TypeEmitter.isUnit(generator.yielded())) {
      builder.store(value, field(GeneratorLayout.YIELDED));
    }
    suspend();
    raisePending();
    if (TypeEmitter.isUnit(yield.received())) {
      return constants.unit();
    }
    LLVMValueRef received = builder.load(types.type(yield.received()), field(GeneratorLayout.RECEIVED));
    clearReceived();
    return received;
  }

  void storeResult(@Nullable LLVMValueRef value) {
    if (value != null && builder.reachable() && !TypeEmitter.isUnit(generator.returned())) {
      builder.store(value, field(GeneratorLayout.RETURNED));
    }
  }

  /// Ends the generator, when its enclosing scopes have been left.
  void leave() {
    if (builder.reachable()) {
      builder.branch(Objects.requireNonNull(ended));
    }
  }

  /// Emits what all ways out share.
  void finish() {
    function.exceptions.closeGenerator(body, this);
    function.scope = null;
    builder.position(Objects.requireNonNull(ended));
    suspendFinally();
    builder.position(Objects.requireNonNull(release));
    LLVMValueRef memory = builder.intrinsic("llvm.coro.free", id, handle);
    LLVMBasicBlockRef free = function.newBlock("free");
    builder.branch(builder.isNull(memory), Objects.requireNonNull(suspended), free);
    builder.position(free);
    function.calls.runtime(function.module.runtime.free(), memory);
    builder.branch(suspended);
    builder.position(suspended);
    end(false);
    builder.returnValue(Objects.requireNonNull(handle));
  }

  /// An exception leaves the body: the generator counts as ended from now on.
  void endByException() {
    setState(GeneratorLayout.FAILED);
    end(true);
  }

  private void end(boolean unwinding) {
    builder.intrinsic(
        "llvm.coro.end",
        handle,
        constants.truth(unwinding),
        LLVMConstNull(LLVMTokenTypeInContext(builder.context)));
  }

  private void suspend() {
    LLVMBasicBlockRef resumed = function.newBlock("resumed");
    boolean hasWork = hasWorkOnDestruction();
    LLVMBasicBlockRef destroyed = hasWork ? function.newBlock("destroyed") : Objects.requireNonNull(release);
    LLVMValueRef signal = signal(false);
    LLVMValueRef choice = LLVMBuildSwitch(builder.handle, signal, suspended, 2);
    LLVMAddCase(choice, LLVMConstInt(types.i8, 0, 0), resumed);
    LLVMAddCase(choice, LLVMConstInt(types.i8, 1, 0), destroyed);
    if (hasWork) {
      builder.position(destroyed);
      leaveByDestruction();
    }
    builder.position(resumed);
  }

  private boolean hasWorkOnDestruction() {
    for (Scope each = function.scope; each != null; each = each.parent) {
      if (each instanceof Scope.Finally || each instanceof Scope.OwnedGenerator) {
        return true;
      }
    }
    return false;
  }

  private void leaveByDestruction() {
    Scope here = function.scope;
    function.leaveScopes(null);
    if (builder.reachable()) {
      builder.branch(Objects.requireNonNull(release));
    }
    function.scope = here;
  }

  private void suspendFinally() {
    LLVMBasicBlockRef never = function.newBlock("never");
    LLVMValueRef choice = LLVMBuildSwitch(builder.handle, signal(true), suspended, 2);
    LLVMAddCase(choice, LLVMConstInt(types.i8, 0, 0), never);
    LLVMAddCase(choice, LLVMConstInt(types.i8, 1, 0), release);
    builder.position(never);
    builder.unreachable();
  }

  private LLVMValueRef signal(boolean last) {
    return builder.intrinsic(
        "llvm.coro.suspend",
        LLVMConstNull(LLVMTokenTypeInContext(builder.context)),
        constants.truth(last));
  }

  /// Raises what `throw` left for this suspend point.
  private void raisePending() {
    LLVMValueRef slot = field(GeneratorLayout.PENDING);
    LLVMValueRef pending = builder.load(types.pointer, slot);
    LLVMBasicBlockRef raise = function.newBlock("raise");
    LLVMBasicBlockRef proceed = function.newBlock("proceed");
    builder.branch(builder.isNull(pending), proceed, raise);
    builder.position(raise);
    builder.store(constants.nullPointer(), slot);
    function.calls.throwException(pending);
    builder.position(proceed);
  }

  private void clearReceived() {
    if (!TypeEmitter.isUnit(generator.received())) {
      builder.store(LLVMConstNull(types.type(generator.received())), field(GeneratorLayout.RECEIVED));
    }
  }

  private void clearReturned() {
    if (!TypeEmitter.isUnit(generator.returned())) {
      builder.store(LLVMConstNull(types.type(generator.returned())), field(GeneratorLayout.RETURNED));
    }
  }

  private void setState(int state) {
    builder.store(LLVMConstInt(types.i8, state, 0), field(GeneratorLayout.STATE));
  }

  private LLVMValueRef field(int index) {
    return builder.fieldAddress(layout, Objects.requireNonNull(promise), index);
  }
}
