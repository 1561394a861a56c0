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
/// and aggregates (unions above all) carry no claim. What is reached as an item of an array is never a field of an
/// object, nor are fields at different offsets the same. With this, storing into a list does not force the address
/// and the length of any list to be loaded again.
final class AliasMetadata {
  private final LLVMContextRef context;
  private final int kind;
  private final int rangeKind;
  private final LLVMMetadataRef root;
  private final LLVMMetadataRef zero;
  private final Map<IrType, LLVMMetadataRef> types = new HashMap<>();
  private final Map<Place, Map<IrType, LLVMValueRef>> tags = new HashMap<>();
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

  /// How memory is reached.
  sealed interface Place {
    Place UNKNOWN = new Unknown();
    Place ITEM = new Item();

    /// In any way.
    record Unknown() implements Place {}

    /// As an item of an array.
    record Item() implements Place {}

    /// As a field of an object. Classes begin with the fields of their bases, so only the offset tells.
    record Field(long offset) implements Place {}
  }

  /// Tags a load or store of a scalar.
  void mark(LLVMValueRef access, IrType type, Place place) {
    if (type instanceof IrType.Int(int bits) && bits == 8) {
      return;
    }
    LLVMSetMetadata(
        access, kind, tags.computeIfAbsent(place, _ -> new HashMap<>()).computeIfAbsent(type, _ -> tag(type, place)));
  }

  /// Says that a loaded byte is 0 or 1.
  void markTruth(LLVMValueRef load) {
    LLVMSetMetadata(load, rangeKind, truthRange);
  }

  private LLVMValueRef tag(IrType type, Place place) {
    LLVMMetadataRef any = types.computeIfAbsent(type, this::type);
    LLVMMetadataRef scalar =
        switch (place) {
          case Place.Unknown _ -> any;
          case Place.Item _ -> node(any, name(type) + " item");
          case Place.Field(long offset) -> node(any, name(type) + " field " + offset);
        };
    return LLVMMetadataAsValue(context, node(scalar, scalar, zero));
  }

  private LLVMMetadataRef type(IrType type) {
    return node(root, name(type));
  }

  private static String name(IrType type) {
    return type instanceof IrType.Function ? "ptr" : type.toString();
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
