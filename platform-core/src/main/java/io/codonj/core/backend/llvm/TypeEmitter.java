package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;

/// IR types as LLVM types.
///
/// Unit is the empty struct where a value is needed (fields, variables); as a result it is `void`, and as a
/// parameter it is left out.
final class TypeEmitter {
  final LLVMTypeRef i1;
  final LLVMTypeRef i8;
  final LLVMTypeRef i32;
  final LLVMTypeRef i64;
  final LLVMTypeRef f64;
  final LLVMTypeRef pointer;
  final LLVMTypeRef nothing;
  final LLVMTypeRef unit;
  final LLVMTypeRef landing;

  private final LLVMContextRef context;
  private final LLVMTargetDataRef layout;
  private final Map<IrType, LLVMTypeRef> known = new HashMap<>();

  TypeEmitter(LLVMContextRef context, LLVMTargetDataRef layout) {
    this.context = context;
    this.layout = layout;
    i1 = LLVMInt1TypeInContext(context);
    i8 = LLVMInt8TypeInContext(context);
    i32 = LLVMInt32TypeInContext(context);
    i64 = LLVMInt64TypeInContext(context);
    f64 = LLVMDoubleTypeInContext(context);
    pointer = LLVMPointerTypeInContext(context, 0);
    nothing = LLVMVoidTypeInContext(context);
    unit = LLVMStructTypeInContext(context, Llvm.array(new LLVMTypeRef[0]), 0, 0);
    landing = LLVMStructTypeInContext(context, Llvm.array(pointer, i32), 2, 0);
  }

  /// The type of values; functions are pointers.
  LLVMTypeRef type(IrType type) {
    LLVMTypeRef emitted = known.get(type);
    if (emitted == null) {
      emitted = emit(type);
      known.put(type, emitted);
    }
    return emitted;
  }

  private LLVMTypeRef emit(IrType type) {
    return switch (type) {
      case IrType.Int(int bits) -> LLVMIntTypeInContext(context, bits);
      case IrType.Float(int bits) ->
          switch (bits) {
            case 16 -> LLVMHalfTypeInContext(context);
            case 32 -> LLVMFloatTypeInContext(context);
            case 64 -> f64;
            case 128 -> LLVMFP128TypeInContext(context);
            default -> throw new CompilerBug("no float of " + bits + " bits");
          };
      case IrType.Pointer(int space) -> LLVMPointerTypeInContext(context, space);
      case IrType.Unit _ -> unit;
      case IrType.Struct(List<IrType> fields) ->
          LLVMStructTypeInContext(context, Llvm.array(types(fields)), fields.size(), 0);
      case IrType.Array(long count, IrType element) -> LLVMArrayType2(type(element), count);
      case IrType.Vector(int lanes, IrType element) -> LLVMVectorType(type(element), lanes);
      case IrType.Function _ -> pointer;
    };
  }

  LLVMTypeRef[] types(List<IrType> types) {
    return types.stream().map(this::type).toArray(LLVMTypeRef[]::new);
  }

  LLVMTypeRef structOf(LLVMTypeRef... fields) {
    return LLVMStructTypeInContext(context, Llvm.array(fields), fields.length, 0);
  }

  /// The signature of functions that both sides of a call compile.
  LLVMTypeRef signature(IrType.Function function) {
    LLVMTypeRef[] parameters =
        function.parameters().stream().filter(each -> !isUnit(each)).map(this::type).toArray(LLVMTypeRef[]::new);
    return Llvm.functionType(result(function.result()), parameters);
  }

  LLVMTypeRef result(IrType type) {
    return isUnit(type) ? nothing : type(type);
  }

  static boolean isUnit(IrType type) {
    return type instanceof IrType.Unit;
  }

  /// Bytes from one array element to the next.
  long size(LLVMTypeRef type) {
    return LLVMABISizeOfType(layout, type);
  }

  long size(IrType type) {
    return isUnit(type) ? 0 : size(type(type));
  }

  int alignment(LLVMTypeRef type) {
    return LLVMABIAlignmentOfType(layout, type);
  }

  long fieldOffset(LLVMTypeRef struct, int index) {
    return LLVMOffsetOfElement(layout, struct, index);
  }

  /// May memory of this type hold addresses that the collector has to follow?
  static boolean holdsPointers(IrType type) {
    return switch (type) {
      case IrType.Pointer _, IrType.Function _ -> true;
      case IrType.Int _, IrType.Float _, IrType.Unit _ -> false;
      case IrType.Struct(List<IrType> fields) -> fields.stream().anyMatch(TypeEmitter::holdsPointers);
      // The payload of a union is an array of words that may be anything.
      case IrType.Array(long _, IrType element) -> holdsPointers(element) || element.equals(IrType.I64);
      case IrType.Vector(int _, IrType element) -> holdsPointers(element);
    };
  }
}
