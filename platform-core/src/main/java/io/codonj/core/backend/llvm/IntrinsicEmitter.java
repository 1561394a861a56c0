package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.Intrinsics;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Operations by name; the names and what they mean are in [Intrinsics].
final class IntrinsicEmitter {
  private final FunctionEmitter function;
  private final Builder builder;
  private final TypeEmitter types;
  private final ConstantEmitter constants;
  private final GeneratorCalls generators;
  private final AllocationEmitter allocations;
  private final AtomicEmitter atomics;

  IntrinsicEmitter(FunctionEmitter function, GeneratorCalls generators) {
    this.function = function;
    this.builder = function.builder;
    this.types = function.types;
    this.constants = function.constants;
    this.generators = generators;
    this.allocations = new AllocationEmitter(function);
    this.atomics = new AtomicEmitter(function);
  }

  LLVMValueRef emit(IrOp.Intrinsic op) {
    if (op.name().equals(Intrinsics.INLINE_LLVM)) {
      return new InlineTextEmitter(function).emit(op);
    }
    LLVMValueRef[] x = function.emitAll(op.arguments());
    if (!builder.reachable()) {
      return constants.poison(op.type());
    }
    function.at(op.span());
    return switch (op.name()) {
      case Intrinsics.ALLOCATE -> allocations.object(op.types().getFirst());
      case Intrinsics.ALLOCATE_ARRAY -> allocations.array(op.types().getFirst(), x[0]);
      case Intrinsics.REALLOCATE_ARRAY -> allocations.reallocate(op.types().getFirst(), x[0], x[2]);
      case Intrinsics.STACK_ALLOCATE -> allocations.onStack(op.types().getFirst(), op.arguments().getFirst(), x[0]);
      case Intrinsics.SIZE_OF -> constants.i64(types.size(op.types().getFirst()));
      case Intrinsics.COPY_MEMORY -> nothing(LLVMBuildMemCpy(builder.handle, x[0], 1, x[1], 1, x[2]));
      case Intrinsics.MOVE_MEMORY -> nothing(LLVMBuildMemMove(builder.handle, x[0], 1, x[1], 1, x[2]));
      case Intrinsics.FILL_MEMORY -> nothing(LLVMBuildMemSet(builder.handle, x[0], x[1], x[2], 1));
      case Intrinsics.THROW -> {
        function.calls.throwException(x[0]);
        yield constants.poison(op.type());
      }
      case Intrinsics.UNREACHABLE -> {
        builder.unreachable();
        yield constants.poison(op.type());
      }
      case Intrinsics.EXPECT -> builder.intrinsic("llvm.expect", new LLVMTypeRef[] {types.i1}, x[0], x[1]);
      case Intrinsics.GENERATOR_RESUME -> generators.advance(x[0]);
      case Intrinsics.GENERATOR_VALUE -> generators.yielded(x[0], op.types().getFirst());
      case Intrinsics.GENERATOR_SEND -> send(op, x);
      case Intrinsics.GENERATOR_THROW -> {
        generators.setField(x[0], op, GeneratorLayout.PENDING, x[1]);
        yield constants.unit();
      }
      case Intrinsics.GENERATOR_RESULT ->
          generators.field(x[0], op, GeneratorLayout.RETURNED, op.types().get(2));
      case Intrinsics.GENERATOR_DONE -> generators.done(x[0]);
      case Intrinsics.GENERATOR_STARTED -> generators.started(x[0], op);
      case Intrinsics.GENERATOR_DESTROY -> {
        function.calls.destroyGenerator(x[0]);
        yield constants.unit();
      }
      default -> byPrefix(op, x);
    };
  }

  private LLVMValueRef send(IrOp.Intrinsic op, LLVMValueRef[] x) {
    if (!TypeEmitter.isUnit(op.types().get(1))) {
      generators.setField(x[0], op, GeneratorLayout.RECEIVED, x[1]);
    }
    return constants.unit();
  }

  private LLVMValueRef byPrefix(IrOp.Intrinsic op, LLVMValueRef[] arguments) {
    if (op.name().startsWith(Intrinsics.LLVM_PREFIX)) {
      LLVMValueRef result = builder.intrinsic(op.name(), types.types(op.types()), arguments);
      return TypeEmitter.isUnit(op.type()) ? constants.unit() : result;
    }
    if (op.name().startsWith(Intrinsics.ATOMIC_PREFIX)) {
      String operation = op.name().substring(Intrinsics.ATOMIC_PREFIX.length());
      IrType type = op.types().isEmpty() ? IrType.UNIT : op.types().getFirst();
      return atomics.emit(operation, type, op.type(), arguments);
    }
    throw new CompilerBug("no intrinsic " + op.name());
  }

  private LLVMValueRef nothing(LLVMValueRef ignored) {
    return constants.unit();
  }
}
