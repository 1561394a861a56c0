package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.ir.IrType;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.llvm.LLVM.LLVMDIBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;

/// Types as debuggers show them.
final class DebugTypes {
  private static final int ENCODING_BOOLEAN = 2;
  private static final int ENCODING_FLOAT = 4;
  private static final int ENCODING_SIGNED = 5;
  private static final int ENCODING_UNSIGNED = 7;
  private static final IrType STRING_FIELDS = IrType.Struct.of(IrType.PTR, IrType.I64);

  private final LLVMDIBuilderRef builder;
  private final TypeEmitter types;
  private final Map<IrType, LLVMMetadataRef> known = new HashMap<>();

  DebugTypes(LLVMDIBuilderRef builder, TypeEmitter types) {
    this.builder = builder;
    this.types = types;
  }

  LLVMMetadataRef type(IrType type) {
    LLVMMetadataRef described = known.get(type);
    if (described == null) {
      described = describe(type);
      known.put(type, described);
    }
    return described;
  }

  private LLVMMetadataRef describe(IrType type) {
    return switch (type) {
      case IrType.Int(int bits) when bits == 1 -> basic("bool", 8, ENCODING_BOOLEAN);
      case IrType.Int(int bits) when bits == 8 -> basic("byte", 8, ENCODING_UNSIGNED);
      case IrType.Int(int bits) when bits == 64 -> basic("int", 64, ENCODING_SIGNED);
      case IrType.Int _ -> basic(type.toString(), types.size(type) * 8, ENCODING_SIGNED);
      case IrType.Float(int bits) -> basic(bits == 64 ? "float" : "float" + bits, bits, ENCODING_FLOAT);
      case IrType.Pointer _, IrType.Function _ -> pointer();
      case IrType.Unit _ -> basic("NoneType", 8, ENCODING_UNSIGNED);
      case IrType.Struct struct -> struct(struct);
      case IrType.Array(long count, IrType element) -> array(type, element, count);
      case IrType.Vector(int lanes, IrType element) -> array(type, element, lanes);
    };
  }

  private LLVMMetadataRef basic(String name, long bits, int encoding) {
    var text = Llvm.Text.of(name);
    return LLVMDIBuilderCreateBasicType(builder, text.bytes(), text.length(), bits, encoding, 0);
  }

  private LLVMMetadataRef pointer() {
    var name = Llvm.Text.of("object");
    return LLVMDIBuilderCreatePointerType(builder, type(IrType.I8), 64, 0, 0, name.bytes(), name.length());
  }

  private LLVMMetadataRef struct(IrType.Struct struct) {
    var emitted = types.type(struct);
    boolean text = struct.equals(STRING_FIELDS);
    var members = new LLVMMetadataRef[struct.fields().size()];
    for (int i = 0; i < members.length; i++) {
      IrType field = struct.fields().get(i);
      var name = Llvm.Text.of(text ? (i == 0 ? "data" : "meta") : "_" + i);
      members[i] =
          LLVMDIBuilderCreateMemberType(
              builder, null, name.bytes(), name.length(), null, 0, types.size(field) * 8, 0,
              types.fieldOffset(emitted, i) * 8, 0, type(field));
    }
    var name = Llvm.Text.of(text ? "str" : struct.toString());
    var empty = Llvm.Text.of("");
    return LLVMDIBuilderCreateStructType(
        builder, null, name.bytes().getString(), name.length(), null, 0, types.size(struct) * 8, 0, 0, null,
        Llvm.array(members), members.length, 0, null, empty.bytes().getString(), 0);
  }

  private LLVMMetadataRef array(IrType whole, IrType element, long count) {
    var range = LLVMDIBuilderGetOrCreateSubrange(builder, 0, count);
    return LLVMDIBuilderCreateArrayType(
        builder, types.size(whole) * 8, 0, type(element), Llvm.array(range), 1);
  }
}
