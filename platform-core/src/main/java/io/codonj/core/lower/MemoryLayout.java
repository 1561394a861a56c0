package io.codonj.core.lower;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrType;

/// Sizes and alignments in bytes as LLVM computes them for 64-bit targets; needed to size the payload of unions.
final class MemoryLayout {
  private MemoryLayout() {}

  /// Bytes from one array element to the next.
  static long size(IrType type) {
    return switch (type) {
      case IrType.Int integer -> roundUp((integer.bits() + 7) / 8, alignment(type));
      case IrType.Float real -> real.bits() / 8;
      case IrType.Pointer ignored -> 8;
      case IrType.Function ignored -> 8;
      case IrType.Unit ignored -> 0;
      case IrType.Struct struct -> structSize(struct);
      case IrType.Array array -> array.count() * size(array.element());
      case IrType.Vector vector -> alignment(vector);
    };
  }

  static long alignment(IrType type) {
    return switch (type) {
      case IrType.Int integer -> Math.min(16, powerOfTwoAtLeast((integer.bits() + 7) / 8));
      case IrType.Float real -> real.bits() / 8;
      case IrType.Pointer ignored -> 8;
      case IrType.Function ignored -> 8;
      case IrType.Unit ignored -> 1;
      case IrType.Struct struct -> {
        long largest = 1;
        for (IrType field : struct.fields()) {
          largest = Math.max(largest, alignment(field));
        }
        yield largest;
      }
      case IrType.Array array -> alignment(array.element());
      case IrType.Vector vector -> powerOfTwoAtLeast((vector.lanes() * bits(vector.element()) + 7) / 8);
    };
  }

  private static long structSize(IrType.Struct struct) {
    long offset = 0;
    for (IrType field : struct.fields()) {
      offset = roundUp(offset, alignment(field)) + size(field);
    }
    return roundUp(offset, alignment(struct));
  }

  private static int bits(IrType element) {
    return switch (element) {
      case IrType.Int integer -> integer.bits();
      case IrType.Float real -> real.bits();
      case IrType.Pointer ignored -> 64;
      case IrType.Function ignored -> 64;
      case IrType.Unit ignored -> throw new CompilerBug("vector of unit");
      case IrType.Struct struct -> throw new CompilerBug("vector of " + struct);
      case IrType.Array array -> throw new CompilerBug("vector of " + array);
      case IrType.Vector vector -> throw new CompilerBug("vector of " + vector);
    };
  }

  private static long roundUp(long value, long alignment) {
    return (value + alignment - 1) / alignment * alignment;
  }

  private static long powerOfTwoAtLeast(long value) {
    return value <= 1 ? 1 : Long.highestOneBit(value - 1) << 1;
  }
}
