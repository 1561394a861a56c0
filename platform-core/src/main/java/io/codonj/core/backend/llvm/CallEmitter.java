package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/// Calls: of functions of the program, through pointers, of C functions, and of the runtime.
final class CallEmitter {
  /// For calls in code that runs once: inlining them makes programs larger and compilation slower, and gains nothing.
  private static final String RUN_ONCE_INLINE_THRESHOLD = "20";

  private final FunctionEmitter function;
  private final Builder builder;
  private final TypeEmitter types;
  private final ForeignValues values;

  CallEmitter(FunctionEmitter function) {
    this.function = function;
    this.builder = function.builder;
    this.types = function.types;
    this.values = new ForeignValues(function);
  }

  LLVMValueRef call(IrOp.Call call) {
    if (call.callee() instanceof IrOp.Constant(var _, IrOp.Symbol(String name), var _)) {
      Optional<LLVMValueRef> defined = function.module.definedFunction(name);
      return defined.isPresent() ? direct(call, name, defined.get()) : foreign(call, name);
    }
    LLVMValueRef callee = function.emit(call.callee());
    LLVMValueRef[] arguments = function.emitAll(call.arguments());
    if (!builder.reachable()) {
      return function.constants.poison(call.type());
    }
    function.at(call.span());
    return result(call, emit(types.signature(call.signature()), callee, true, withoutUnits(call, arguments)));
  }

  private LLVMValueRef direct(IrOp.Call call, String name, LLVMValueRef callee) {
    LLVMValueRef[] arguments = function.emitAll(call.arguments());
    if (!builder.reachable()) {
      return function.constants.poison(call.type());
    }
    function.at(call.span());
    IrFunction target = function.module.ir.functions().get(name);
    boolean quiet = target.attributes().contains("nounwind");
    LLVMTypeRef type = LLVMGlobalGetValueType(callee);
    LLVMValueRef value = emit(type, callee, !quiet, withoutUnits(call, arguments));
    if (function.runsOnce() && !takesGenerator(call)) {
      Llvm.textCallAttribute(builder.context, value, "function-inline-threshold", RUN_ONCE_INLINE_THRESHOLD);
      if (function.module.runOnce.growsCaller(target)) {
        Llvm.callAttribute(builder.context, value, "noinline");
      }
    }
    return end(call, target, value);
  }

  /// Inlining the user of a generator is what lets LLVM see which generator it resumes.
  private boolean takesGenerator(IrOp.Call call) {
    return call.arguments().stream().anyMatch(this::isGeneratorCall);
  }

  private boolean isGeneratorCall(IrOp op) {
    return op instanceof IrOp.Call(IrOp.Constant(var _, IrOp.Symbol(String name), var _), var _, var _, var _)
        && function.module.ir.functions().get(name) instanceof IrFunction target
        && target.generator() != null;
  }

  private LLVMValueRef foreign(IrOp.Call call, String name) {
    LLVMValueRef[] arguments = function.emitAll(call.arguments());
    if (!builder.reachable()) {
      return function.constants.poison(call.type());
    }
    function.at(call.span());
    var callee = function.module.foreign.declare(name, call.signature());
    var words = new ArrayList<LLVMValueRef>();
    LLVMValueRef memory = values.resultMemory(callee, words);
    for (int i = 0; i < arguments.length; i++) {
      values.pass(arguments[i], callee.convention().parameters().get(i), callee.words(), words);
    }
    LLVMValueRef value =
        emit(callee.type(), callee.function(), callee.unwinds(), words.toArray(LLVMValueRef[]::new));
    LLVMValueRef result = values.take(value, memory, callee.convention().result());
    return end(call, function.module.ir.functions().get(name), result);
  }

  /// Control does not come back from functions that say so.
  private LLVMValueRef end(IrOp.Call call, @Nullable IrFunction target, LLVMValueRef value) {
    if (target != null && target.attributes().contains("noreturn")) {
      builder.unreachable();
      return function.constants.poison(call.type());
    }
    return result(call, value);
  }

  private LLVMValueRef result(IrOp.Call call, LLVMValueRef value) {
    return TypeEmitter.isUnit(call.type()) ? function.constants.unit() : value;
  }

  private static LLVMValueRef[] withoutUnits(IrOp.Call call, LLVMValueRef[] arguments) {
    List<IrType> parameters = call.signature().parameters();
    if (parameters.stream().noneMatch(TypeEmitter::isUnit)) {
      return arguments;
    }
    var kept = new ArrayList<LLVMValueRef>();
    for (int i = 0; i < arguments.length; i++) {
      if (!TypeEmitter.isUnit(parameters.get(i))) {
        kept.add(arguments[i]);
      }
    }
    return kept.toArray(LLVMValueRef[]::new);
  }

  /// A call whose exceptions go to the enclosing scope, if one wants them.
  LLVMValueRef emit(LLVMTypeRef type, LLVMValueRef callee, boolean unwinds, LLVMValueRef... arguments) {
    LLVMBasicBlockRef landing = unwinds ? function.exceptions.landingPad() : null;
    return landing == null
        ? builder.call(type, callee, arguments)
        : builder.invoke(type, callee, function.newBlock("next"), landing, arguments);
  }

  LLVMValueRef runtime(RuntimeFunctions.Callable callee, LLVMValueRef... arguments) {
    return builder.call(callee.type(), callee.function(), arguments);
  }

  void throwException(LLVMValueRef exception) {
    var thrower = function.module.runtime.throwException();
    emit(thrower.type(), thrower.function(), true, exception);
    builder.unreachable();
  }

  /// `llvm.coro.resume` and `llvm.coro.destroy`: they run code of the generator, which may raise.
  void coroutine(String intrinsic, LLVMValueRef handle) {
    int id = LLVMLookupIntrinsicID(intrinsic, intrinsic.length());
    var none = Llvm.array(new LLVMTypeRef[0]);
    LLVMValueRef callee = LLVMGetIntrinsicDeclaration(builder.module, id, none, 0);
    emit(LLVMIntrinsicGetType(builder.context, id, none, 0), callee, true, handle);
  }

  void destroyGenerator(LLVMValueRef handle) {
    coroutine("llvm.coro.destroy", handle);
  }
}
