package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.ir.IrOp;
import java.util.List;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/// `try`: invokes, landing pads, and what happens after landing.
///
/// A landing pad lists the handlers of all enclosing scopes, because the unwinder decides once how far an exception
/// goes. It keeps exception and selector in two slots and goes to the *dispatch* of the innermost scope; each
/// dispatch either takes the exception or goes on to the next one outside, and the outermost resumes unwinding.
/// A dispatch is emitted when its scope is closed, and only if something landed there.
///
/// ```
/// pad:       landingpad catch @typeinfo:KeyError cleanup; store; br dispatch
/// dispatch:  selector == typeid(KeyError) ? handler : dispatch of the finally outside
/// finally:   <body>; restore slots; br dispatch further outside, or resume
/// ```
final class ExceptionEmitter {
  private final FunctionEmitter function;
  private final Builder builder;
  private final TypeEmitter types;
  private @Nullable LLVMValueRef exceptionSlot;
  private @Nullable LLVMValueRef selectorSlot;
  private @Nullable LLVMBasicBlockRef resume;

  ExceptionEmitter(FunctionEmitter function) {
    this.function = function;
    this.builder = function.builder;
    this.types = function.types;
  }

  LLVMValueRef attempt(IrOp.Try attempt) {
    Scope outer = function.scope;
    IrOp finallyBody = attempt.finallyBody();
    Scope.Finally guarded = finallyBody == null ? null : new Scope.Finally(outer, finallyBody);
    Scope around = guarded == null ? outer : guarded;
    LLVMBasicBlockRef after = function.newBlock("try.end");
    if (attempt.handlers().isEmpty()) {
      function.scope = around;
      function.emit(attempt.body());
      branchIfReachable(after);
    } else {
      var handlers = new Scope.Handlers(around, attempt.handlers());
      function.scope = handlers;
      function.emit(attempt.body());
      branchIfReachable(after);
      function.scope = around;
      closeHandlers(handlers, after);
    }
    builder.positionIfUsed(after);
    function.scope = outer;
    if (guarded != null) {
      function.emit(guarded.body);
      closeFinally(guarded);
    }
    return function.constants.unit();
  }

  private void branchIfReachable(LLVMBasicBlockRef target) {
    if (builder.reachable()) {
      builder.branch(target);
    }
  }

  // Landing.

  /// Where exceptions of calls made here land; null when nothing in this function wants them.
  @Nullable LLVMBasicBlockRef landingPad() {
    Scope.Catching innermost = catching(function.scope);
    if (innermost == null) {
      return null;
    }
    if (innermost.landingPad == null) {
      LLVMBasicBlockRef here = builder.currentBlock();
      innermost.landingPad = function.newBlock("landing");
      builder.position(innermost.landingPad);
      land(innermost);
      builder.position(here);
    }
    return innermost.landingPad;
  }

  private static Scope.@Nullable Catching catching(@Nullable Scope from) {
    for (Scope each = from; each != null; each = each.parent) {
      if (each instanceof Scope.Catching found) {
        return found;
      }
    }
    return null;
  }

  private void land(Scope.Catching innermost) {
    LLVMSetPersonalityFn(function.value, function.module.runtime.personality());
    LLVMValueRef landing = LLVMBuildLandingPad(builder.handle, types.landing, null, 0, "");
    boolean catchesAll = false;
    for (Scope each = innermost; each != null && !catchesAll; each = each.parent) {
      switch (each) {
        case Scope.Handlers scope -> catchesAll = addClauses(landing, scope.handlers);
        case Scope.Finally _, Scope.OwnedGenerator _, Scope.GeneratorBody _ -> LLVMSetCleanup(landing, 1);
        case Scope.Target _ -> {}
      }
    }
    keep(builder.extract(landing, 0), builder.extract(landing, 1));
    builder.branch(dispatch(innermost));
  }

  /// Answers whether one of the handlers takes everything.
  private boolean addClauses(LLVMValueRef landing, List<IrOp.Handler> handlers) {
    for (IrOp.Handler handler : handlers) {
      if (handler.classes().isEmpty()) {
        LLVMAddClause(landing, function.constants.nullPointer());
        return true;
      }
      for (String type : handler.classes()) {
        LLVMAddClause(landing, function.module.symbol(type));
      }
    }
    return false;
  }

  private LLVMBasicBlockRef dispatch(Scope.Catching scope) {
    if (scope.dispatch == null) {
      scope.dispatch = function.newBlock("dispatch");
    }
    return scope.dispatch;
  }

  /// Where an exception goes that `scope` does not keep.
  private LLVMBasicBlockRef onward(Scope scope) {
    Scope.Catching next = catching(scope.parent);
    if (next != null) {
      return dispatch(next);
    }
    if (resume == null) {
      resume = function.newBlock("resume");
    }
    return resume;
  }

  // The three kinds of dispatch.

  private void closeHandlers(Scope.Handlers scope, LLVMBasicBlockRef after) {
    if (scope.dispatch == null) {
      return;
    }
    builder.position(scope.dispatch);
    LLVMValueRef exception = exception();
    LLVMValueRef selector = selector();
    for (IrOp.Handler handler : scope.handlers) {
      LLVMBasicBlockRef taken = function.newBlock("handler");
      for (String type : handler.classes()) {
        LLVMBasicBlockRef otherwise = function.newBlock("dispatch.next");
        LLVMValueRef id =
            builder.intrinsic(
                "llvm.eh.typeid.for", new LLVMTypeRef[] {types.pointer}, function.module.symbol(type));
        builder.branch(builder.compare(LLVMIntEQ, selector, id), taken, otherwise);
        builder.position(otherwise);
      }
      LLVMBasicBlockRef next = builder.currentBlock();
      boolean takesAll = handler.classes().isEmpty();
      if (takesAll) {
        builder.branch(taken);
      }
      handle(handler, taken, exception, after);
      if (takesAll) {
        builder.leave();
        return;
      }
      builder.position(next);
    }
    builder.branch(onward(scope));
  }

  private void handle(
      IrOp.Handler handler, LLVMBasicBlockRef block, LLVMValueRef exception, LLVMBasicBlockRef after) {
    builder.position(block);
    LLVMValueRef object = function.calls.runtime(function.module.runtime.exceptionObject(), exception);
    function.calls.runtime(function.module.runtime.exceptionEnd(), exception);
    function.set(handler.variable(), object);
    function.emit(handler.body());
    branchIfReachable(after);
  }

  private void closeFinally(Scope.Finally scope) {
    withDispatch(scope, () -> function.emit(scope.body));
  }

  void closeOwned(Scope.OwnedGenerator scope) {
    withDispatch(scope, () -> function.calls.destroyGenerator(scope.handle));
  }

  /// Emits what is done when an exception passes `scope`, then goes on emitting where the builder stood.
  private void withDispatch(Scope.Catching scope, Runnable work) {
    if (scope.dispatch == null) {
      return;
    }
    LLVMBasicBlockRef here = builder.reachable() ? builder.currentBlock() : null;
    builder.position(scope.dispatch);
    LLVMValueRef exception = exception();
    LLVMValueRef selector = selector();
    work.run();
    if (builder.reachable()) {
      keep(exception, selector);
      builder.branch(onward(scope));
    }
    if (here == null) {
      builder.leave();
    } else {
      builder.position(here);
    }
  }

  /// Ends a generator whose body an exception leaves; the caller sees it as ended, and the exception goes on.
  void closeGenerator(Scope.GeneratorBody scope, GeneratorEmitter generator) {
    withDispatch(scope, generator::endByException);
  }

  /// Resumes unwinding for exceptions that nothing here took.
  void finish() {
    if (resume == null) {
      return;
    }
    builder.position(resume);
    LLVMValueRef landing = LLVMGetPoison(types.landing);
    landing = builder.insert(landing, exception(), 0);
    landing = builder.insert(landing, selector(), 1);
    builder.resume(landing);
  }

  // The two slots.

  private void keep(LLVMValueRef exception, LLVMValueRef selector) {
    if (exceptionSlot == null || selectorSlot == null) {
      exceptionSlot = function.newSlot(types.pointer, "exception");
      selectorSlot = function.newSlot(types.i32, "selector");
    }
    builder.store(exception, exceptionSlot);
    builder.store(selector, selectorSlot);
  }

  private LLVMValueRef exception() {
    return builder.load(types.pointer, Objects.requireNonNull(exceptionSlot));
  }

  private LLVMValueRef selector() {
    return builder.load(types.i32, Objects.requireNonNull(selectorSlot));
  }
}
