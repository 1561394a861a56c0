package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.ir.IrType;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// How C passes the values of a signature on x86-64 (System V ABI, section 3.2.3), in the form that clang uses:
/// structs of up to 16 bytes travel as one or two words, larger ones in memory, truth values as bytes.
record CallingConvention(List<Passing> parameters, Passing result) {
  private static final int WORD = 8;
  private static final int LARGEST_IN_REGISTERS = 2 * WORD;

  /// The way of one value.
  sealed interface Passing {
    /// Unit: nothing is passed.
    record Nothing() implements Passing {}

    /// A scalar; `extended` marks truth values, which cross as bytes.
    record Scalar(IrType type, LLVMTypeRef word, boolean extended) implements Passing {}

    /// A struct taken apart into words.
    record Words(IrType.Struct type, List<LLVMTypeRef> words) implements Passing {}

    /// A struct whose address is passed.
    record Memory(IrType.Struct type) implements Passing {}
  }

  static CallingConvention of(IrType.Function signature, TypeEmitter types) {
    return new CallingConvention(
        signature.parameters().stream().map(each -> passing(each, types)).toList(), passing(signature.result(), types));
  }

  private static Passing passing(IrType type, TypeEmitter types) {
    return switch (type) {
      case IrType.Unit _ -> new Passing.Nothing();
      case IrType.Int(int bits) when bits == 1 -> new Passing.Scalar(type, types.i8, true);
      case IrType.Struct struct -> {
        long size = types.size(struct);
        if (size == 0) {
          yield new Passing.Nothing();
        }
        yield size > LARGEST_IN_REGISTERS ? new Passing.Memory(struct) : new Passing.Words(struct, words(struct, size, types));
      }
      default -> new Passing.Scalar(type, types.type(type), false);
    };
  }

  private static List<LLVMTypeRef> words(IrType.Struct struct, long size, TypeEmitter types) {
    var leaves = new ArrayList<Leaf>();
    collect(struct, 0, types, leaves);
    var words = new ArrayList<LLVMTypeRef>();
    for (long start = 0; start < size; start += WORD) {
      long from = start;
      var inside = leaves.stream().filter(each -> each.offset >= from && each.offset < from + WORD).toList();
      words.add(word(inside, Math.min(WORD, size - start), types));
    }
    return words;
  }

  /// A scalar inside of a struct.
  private record Leaf(IrType type, long offset) {}

  private static void collect(IrType type, long offset, TypeEmitter types, List<Leaf> leaves) {
    switch (type) {
      case IrType.Struct struct -> {
        for (int i = 0; i < struct.fields().size(); i++) {
          collect(struct.fields().get(i), offset + types.fieldOffset(types.type(struct), i), types, leaves);
        }
      }
      case IrType.Array(long count, IrType element) -> {
        for (long i = 0; i < count; i++) {
          collect(element, offset + i * types.size(element), types, leaves);
        }
      }
      case IrType.Unit _ -> {}
      default -> leaves.add(new Leaf(type, offset));
    }
  }

  private static LLVMTypeRef word(List<Leaf> leaves, long bytes, TypeEmitter types) {
    if (leaves.size() == 1 && types.size(leaves.getFirst().type) == WORD) {
      return types.type(leaves.getFirst().type);
    }
    boolean floats = !leaves.isEmpty() && leaves.stream().allMatch(each -> each.type.equals(IrType.F32));
    if (floats) {
      LLVMTypeRef single = types.type(IrType.F32);
      return leaves.size() == 2 ? LLVMVectorType(single, 2) : single;
    }
    return types.type(new IrType.Int((int) bytes * 8));
  }

  int wordCount() {
    int count = result instanceof Passing.Memory ? 1 : 0;
    for (Passing each : parameters) {
      count +=
          switch (each) {
            case Passing.Nothing _ -> 0;
            case Passing.Scalar _, Passing.Memory _ -> 1;
            case Passing.Words(var _, List<LLVMTypeRef> words) -> words.size();
          };
    }
    return count;
  }

  LLVMTypeRef functionType(TypeEmitter types) {
    var words = new ArrayList<LLVMTypeRef>();
    if (result instanceof Passing.Memory) {
      words.add(types.pointer);
    }
    for (Passing each : parameters) {
      switch (each) {
        case Passing.Nothing _ -> {}
        case Passing.Scalar(var _, LLVMTypeRef word, var _) -> words.add(word);
        case Passing.Words(var _, List<LLVMTypeRef> parts) -> words.addAll(parts);
        case Passing.Memory _ -> words.add(types.pointer);
      }
    }
    return Llvm.functionType(resultType(types), words.toArray(LLVMTypeRef[]::new));
  }

  private LLVMTypeRef resultType(TypeEmitter types) {
    return switch (result) {
      case Passing.Nothing _, Passing.Memory _ -> types.nothing;
      case Passing.Scalar(var _, LLVMTypeRef word, var _) -> word;
      case Passing.Words(var _, List<LLVMTypeRef> parts) when parts.size() == 1 -> parts.getFirst();
      case Passing.Words(var _, List<LLVMTypeRef> parts) ->
          types.structOf(parts.toArray(LLVMTypeRef[]::new));
    };
  }

  /// The attributes of parameters that belong to the convention.
  void addAttributes(ModuleEmitter module, LLVMValueRef function) {
    int index = 1;
    if (result instanceof Passing.Memory(IrType.Struct type)) {
      typeAttribute(module, function, index++, "sret", type);
    }
    if (result instanceof Passing.Scalar(var _, var _, boolean extended) && extended) {
      Llvm.attribute(module.context, function, LLVMAttributeReturnIndex, "zeroext", 0);
    }
    for (Passing each : parameters) {
      switch (each) {
        case Passing.Nothing _ -> {}
        case Passing.Scalar(var _, var _, boolean extended) -> {
          if (extended) {
            Llvm.attribute(module.context, function, index, "zeroext", 0);
          }
          index++;
        }
        case Passing.Words(var _, List<LLVMTypeRef> words) -> index += words.size();
        case Passing.Memory(IrType.Struct type) -> typeAttribute(module, function, index++, "byval", type);
      }
    }
  }

  private static void typeAttribute(ModuleEmitter module, LLVMValueRef function, int index, String name, IrType type) {
    int kind = LLVMGetEnumAttributeKindForName(name, name.length());
    LLVMAddAttributeAtIndex(
        function, index, LLVMCreateTypeAttribute(module.context, kind, module.types.type(type)));
  }
}
