package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrType;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Atomic operations, sequentially consistent. Read-modify-write operations give the old value;
/// `atomic_compare_exchange(address, expected, desired)` gives the old value, whether it succeeded, or both,
/// depending on its result type.
final class AtomicEmitter {
  private static final int ORDER = LLVMAtomicOrderingSequentiallyConsistent;

  private final FunctionEmitter function;
  private final Builder builder;
  private final TypeEmitter types;

  AtomicEmitter(FunctionEmitter function) {
    this.function = function;
    this.builder = function.builder;
    this.types = function.types;
  }

  LLVMValueRef emit(String operation, IrType type, IrType result, LLVMValueRef[] x) {
    return switch (operation) {
      case "load" -> load(types.type(type), x[0]);
      case "store" -> {
        LLVMValueRef store = builder.store(x[1], x[0]);
        LLVMSetOrdering(store, ORDER);
        LLVMSetAlignment(store, (int) types.size(type));
        yield function.constants.unit();
      }
      case "fence" -> {
        LLVMBuildFence(builder.handle, ORDER, 0, "");
        yield function.constants.unit();
      }
      case "compare_exchange" -> compareExchange(result, x);
      default -> {
        LLVMValueRef old = LLVMBuildAtomicRMW(builder.handle, opcode(operation, type), x[0], x[1], ORDER, 0);
        yield TypeEmitter.isUnit(result) ? function.constants.unit() : old;
      }
    };
  }

  private LLVMValueRef load(LLVMTypeRef type, LLVMValueRef address) {
    LLVMValueRef load = builder.load(type, address);
    LLVMSetOrdering(load, ORDER);
    LLVMSetAlignment(load, (int) types.size(type));
    return load;
  }

  private LLVMValueRef compareExchange(IrType result, LLVMValueRef[] x) {
    LLVMValueRef both = LLVMBuildAtomicCmpXchg(builder.handle, x[0], x[1], x[2], ORDER, ORDER, 0);
    return switch (result) {
      case IrType.Struct _ -> both;
      case IrType.Int(int bits) when bits == 1 -> builder.extract(both, 1);
      default -> builder.extract(both, 0);
    };
  }

  private static int opcode(String operation, IrType type) {
    boolean real = type instanceof IrType.Float;
    return switch (operation) {
      case "add" -> real ? LLVMAtomicRMWBinOpFAdd : LLVMAtomicRMWBinOpAdd;
      case "sub" -> real ? LLVMAtomicRMWBinOpFSub : LLVMAtomicRMWBinOpSub;
      case "min" -> real ? LLVMAtomicRMWBinOpFMin : LLVMAtomicRMWBinOpMin;
      case "max" -> real ? LLVMAtomicRMWBinOpFMax : LLVMAtomicRMWBinOpMax;
      case "umin" -> LLVMAtomicRMWBinOpUMin;
      case "umax" -> LLVMAtomicRMWBinOpUMax;
      case "and" -> LLVMAtomicRMWBinOpAnd;
      case "or" -> LLVMAtomicRMWBinOpOr;
      case "xor" -> LLVMAtomicRMWBinOpXor;
      case "nand" -> LLVMAtomicRMWBinOpNand;
      case "exchange" -> LLVMAtomicRMWBinOpXchg;
      default -> throw new CompilerBug("no atomic operation " + operation);
    };
  }
}
