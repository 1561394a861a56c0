package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/// Emits one function: its variables, and each operation by the family that knows it.
///
/// Variables are slots in the entry block, which LLVM turns into registers. The entry block stays open until the
/// body is done, since slots are added when a variable is first met.
final class FunctionEmitter {

  final ModuleEmitter module;
  final IrFunction function;
  final LLVMValueRef value;
  final Builder builder;
  final TypeEmitter types;
  final ConstantEmitter constants;
  final FunctionDebug debug;
  final CallEmitter calls;
  final ExceptionEmitter exceptions;

  /// The innermost scope around the place where code is being emitted.
  @Nullable Scope scope;

  /// How many loops enclose that place.
  int loopDepth;

  private final OperatorEmitter operators;
  private final MemoryEmitter memory;
  private final ControlFlowEmitter control;
  private final IntrinsicEmitter intrinsics;
  private final LoopEmitter loops;
  private final GeneratorCalls generatorCalls;
  private final @Nullable GeneratorEmitter generator;
  private final Map<String, LLVMValueRef> slots = new HashMap<>();
  private final Builder slotBuilder;
  private final LLVMBasicBlockRef entry;

  FunctionEmitter(ModuleEmitter module, IrFunction function, LLVMValueRef value) {
    this.module = module;
    this.function = function;
    this.value = value;
    this.builder = module.builder;
    this.types = module.types;
    this.constants = module.constants;
    this.debug = module.debug.function(function, value);
    this.calls = new CallEmitter(this);
    this.exceptions = new ExceptionEmitter(this);
    this.operators = new OperatorEmitter(this);
    this.memory = new MemoryEmitter(this);
    this.control = new ControlFlowEmitter(this);
    this.generatorCalls = new GeneratorCalls(this);
    this.intrinsics = new IntrinsicEmitter(this, generatorCalls);
    this.loops = new LoopEmitter(this, generatorCalls);
    this.generator = function.generator() == null ? null : new GeneratorEmitter(this, function.generator());
    this.slotBuilder = new Builder(module.context, module.module);
    this.entry = builder.newBlock(value, "entry");
  }

  void emitFunction() {
    slotBuilder.position(entry);
    LLVMBasicBlockRef start = builder.newBlock(value, "start");
    builder.position(start);
    debug.atStart(builder);
    if (generator != null) {
      generator.begin();
      storeParameters();
      debug.atStart(builder);
      generator.start();
      debug.atStart(builder);
    } else {
      storeParameters();
      if (StackChecks.areWanted(module, function)) {
        StackChecks.call(module, calls.runtime(module.runtime.stackCheck()));
      }
      debug.atStart(builder);
    }
    IrOp body = function.body();
    LLVMValueRef last = emit(Objects.requireNonNull(body));
    if (builder.reachable()) {
      endBody(body, last);
    }
    if (generator != null) {
      generator.finish();
    }
    exceptions.finish();
    slotBuilder.branch(start);
    slotBuilder.close();
  }

  /// The body's end is a return when the function has no result, and cannot be reached otherwise.
  private void endBody(IrOp body, LLVMValueRef last) {
    if (generator != null) {
      generator.leave();
    } else if (TypeEmitter.isUnit(function.result())) {
      builder.returnVoid();
    } else if (body.type().equals(function.result())) {
      builder.returnValue(last);
    } else {
      builder.unreachable();
    }
  }

  /// Without a place in the source, which makes it part of the prologue that debuggers skip.
  private void storeParameters() {
    debug.nowhere(builder);
    int index = 0;
    int position = 1;
    for (Variable parameter : function.parameters()) {
      LLVMValueRef slot = slot(parameter);
      if (!TypeEmitter.isUnit(parameter.type())) {
        builder.store(LLVMGetParam(value, index++), slot);
      }
      if (debug.describesVariables() && !parameter.sourceName().isEmpty()) {
        debug.variable(parameter, slot, position, builder.currentBlock());
      }
      position++;
    }
  }

  /// Emits an operation; the value of operations without one is the unit constant, and poison after a jump.
  LLVMValueRef emit(IrOp op) {
    if (!builder.reachable()) {
      return constants.poison(op.type());
    }
    at(op.span());
    return switch (op) {
      case IrOp.Constant constant -> constants.constant(constant);
      case IrOp.GetVariable(Variable variable, Span _) -> get(variable);
      case IrOp.SetVariable(Variable variable, IrOp assigned, Span _) -> set(variable, emit(assigned));
      case IrOp.VariableAddress(Variable variable, Span _) -> address(variable);
      case IrOp.Load load -> memory.load(load);
      case IrOp.Store store -> memory.store(store);
      case IrOp.Address address -> memory.address(address);
      case IrOp.MakeStruct make -> memory.makeStruct(make);
      case IrOp.Extract extract -> memory.extract(extract);
      case IrOp.Operate operate -> operators.emit(operate);
      case IrOp.Call call -> calls.call(call);
      case IrOp.Intrinsic intrinsic -> intrinsics.emit(intrinsic);
      case IrOp.Sequence(List<IrOp> operations, Span _) -> sequence(operations);
      case IrOp.If choice -> control.choose(choice);
      case IrOp.While loop -> loops.whileLoop(loop);
      case IrOp.ForEach loop -> loops.forEach(loop);
      case IrOp.ForRange loop -> loops.forRange(loop);
      case IrOp.Block block -> control.block(block);
      case IrOp.Jump jump -> control.jump(jump);
      case IrOp.Return leave -> control.leaveFunction(leave);
      case IrOp.Try attempt -> exceptions.attempt(attempt);
      case IrOp.Yield yield -> generator().yield(yield);
      case IrOp.Region(String _, List<IrOp> _, IrOp body, Span _) -> emit(body);
      case IrOp.Extension extension -> emit(extension.lower());
      case IrOp.Pipeline pipeline -> throw new CompilerBug("a pipeline reached the back end: " + pipeline.span());
    };
  }

  LLVMValueRef[] emitAll(List<IrOp> operations) {
    var values = new LLVMValueRef[operations.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = emit(operations.get(i));
    }
    return values;
  }

  private LLVMValueRef sequence(List<IrOp> operations) {
    LLVMValueRef last = constants.unit();
    for (IrOp each : operations) {
      last = emit(each);
    }
    return last;
  }

  /// What is built next comes from `span`; to be repeated once the operands are emitted.
  void at(Span span) {
    debug.at(builder, span);
  }

  /// Does what has to be done on the way out to `until` (null: out of the function).
  void leaveScopes(@Nullable Scope until) {
    control.leaveScopes(until);
  }

  GeneratorEmitter generator() {
    if (generator == null) {
      throw new CompilerBug("yield outside of a generator in " + function.name());
    }
    return generator;
  }

  /// Is code that is emitted now executed at most once in a run of the program?
  boolean runsOnce() {
    return loopDepth == 0 && module.runOnce.contains(function);
  }

  boolean isGenerator() {
    return generator != null;
  }

  LLVMBasicBlockRef newBlock(String name) {
    return builder.newBlock(value, name);
  }

  // Variables.

  LLVMValueRef get(Variable variable) {
    return TypeEmitter.isUnit(variable.type())
        ? constants.unit()
        : builder.load(types.type(variable.type()), address(variable));
  }

  LLVMValueRef set(Variable variable, LLVMValueRef assigned) {
    if (builder.reachable() && !TypeEmitter.isUnit(variable.type())) {
      builder.store(assigned, address(variable));
    }
    return constants.unit();
  }

  LLVMValueRef address(Variable variable) {
    return variable.scope() == Variable.Scope.GLOBAL ? module.global(variable.name()) : slot(variable);
  }

  private LLVMValueRef slot(Variable variable) {
    LLVMValueRef slot = slots.get(variable.name());
    if (slot == null) {
      slot = newSlot(types.type(variable.type()), variable.name());
      slots.put(variable.name(), slot);
      boolean local = variable.scope() == Variable.Scope.LOCAL;
      if (local && debug.describesVariables() && !variable.sourceName().isEmpty()) {
        debug.variable(variable, slot, 0, entry);
      }
    }
    return slot;
  }

  /// A slot of the stack frame (or, in generators, of the generator's frame).
  LLVMValueRef newSlot(LLVMTypeRef type, @Nullable String name) {
    return slotBuilder.allocate(type, name);
  }
}
