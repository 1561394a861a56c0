package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.ir.IrType;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Says which memory accesses cannot meet because their types differ (LLVM's type-based alias analysis).
///
/// Memory is typed in the dialect, so an `i64` and an `f64` never share an address. Bytes may be part of anything,
/// and aggregates (unions above all) carry no claim. With this, storing a float into a list does not force the
/// address and the length of the list to be loaded again.
final class AliasMetadata {
  private final LLVMContextRef context;
  private final int kind;
  private final int rangeKind;
  private final LLVMMetadataRef root;
  private final LLVMMetadataRef zero;
  private final Map<IrType, LLVMValueRef> tags = new HashMap<>();
  private final LLVMValueRef truthRange;

  AliasMetadata(LLVMContextRef context, LLVMTypeRef i64, LLVMTypeRef i8) {
    this.context = context;
    this.kind = LLVMGetMDKindIDInContext(context, "tbaa", 4);
    this.rangeKind = LLVMGetMDKindIDInContext(context, "range", 5);
    this.zero = LLVMValueAsMetadata(LLVMConstInt(i64, 0, 0));
    this.root = node(node(text("codonj")), "anything");
    LLVMMetadataRef two = LLVMValueAsMetadata(LLVMConstInt(i8, 2, 0));
    LLVMMetadataRef none = LLVMValueAsMetadata(LLVMConstInt(i8, 0, 0));
    this.truthRange = LLVMMetadataAsValue(context, node(none, two));
  }

  /// Tags a load or store of a scalar.
  void mark(LLVMValueRef access, IrType type) {
    if (type instanceof IrType.Int(int bits) && bits == 8) {
      return;
    }
    LLVMSetMetadata(access, kind, tags.computeIfAbsent(type, this::tag));
  }

  /// Says that a loaded byte is 0 or 1.
  void markTruth(LLVMValueRef load) {
    LLVMSetMetadata(load, rangeKind, truthRange);
  }

  private LLVMValueRef tag(IrType type) {
    LLVMMetadataRef scalar = node(root, type instanceof IrType.Function ? "ptr" : type.toString());
    return LLVMMetadataAsValue(context, node(scalar, scalar, zero));
  }

  private LLVMMetadataRef node(LLVMMetadataRef parent, String name) {
    return node(text(name), parent, zero);
  }

  private LLVMMetadataRef text(String text) {
    return LLVMMDStringInContext2(context, text, text.length());
  }

  private LLVMMetadataRef node(LLVMMetadataRef... operands) {
    return LLVMMDNodeInContext2(context, Llvm.array(operands), operands.length);
  }
}
