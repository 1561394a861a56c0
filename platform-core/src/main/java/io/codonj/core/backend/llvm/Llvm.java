package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.CompilerBug;
import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Conversions and checks that keep misuse of the C API from killing the JVM.
///
/// `new PointerPointer(x)` with one pointer is a cast, not an array of one: arrays are only made here.
final class Llvm {
  /// Encodings of the `memory` attribute: two bits (read, write) for arguments, inaccessible and other memory.
  static final long MEMORY_NONE = 0;

  static final long MEMORY_READ = 0b010101;
  static final long MEMORY_ARGUMENTS = 0b000011;
  static final long MEMORY_INACCESSIBLE = 0b001100;

  private Llvm() {}

  static PointerPointer<LLVMValueRef> array(LLVMValueRef... values) {
    return values.length == 0 ? new PointerPointer<>(1L) : new PointerPointer<LLVMValueRef>(values);
  }

  static PointerPointer<LLVMTypeRef> array(LLVMTypeRef... types) {
    return types.length == 0 ? new PointerPointer<>(1L) : new PointerPointer<LLVMTypeRef>(types);
  }

  static PointerPointer<LLVMMetadataRef> array(LLVMMetadataRef... nodes) {
    return nodes.length == 0 ? new PointerPointer<>(1L) : new PointerPointer<LLVMMetadataRef>(nodes);
  }

  static PointerPointer<LLVMBasicBlockRef> array(LLVMBasicBlockRef... blocks) {
    return blocks.length == 0 ? new PointerPointer<>(1L) : new PointerPointer<LLVMBasicBlockRef>(blocks);
  }

  static LLVMTypeRef functionType(LLVMTypeRef result, LLVMTypeRef... parameters) {
    return LLVMFunctionType(result, array(parameters), parameters.length, 0);
  }

  /// A string together with its length in bytes, which is what most of the API wants.
  record Text(BytePointer bytes, long length) {
    static Text of(String text) {
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      var pointer = new BytePointer(encoded.length + 1L);
      pointer.put(encoded, 0, encoded.length);
      pointer.put(encoded.length, (byte) 0);
      return new Text(pointer, encoded.length);
    }
  }

  static boolean isNull(Pointer pointer) {
    return pointer == null || pointer.isNull();
  }

  static void attribute(LLVMContextRef context, LLVMValueRef function, int index, String name, long value) {
    int kind = LLVMGetEnumAttributeKindForName(name, name.length());
    if (kind == 0) {
      throw new CompilerBug("unknown LLVM attribute " + name);
    }
    LLVMAddAttributeAtIndex(function, index, LLVMCreateEnumAttribute(context, kind, value));
  }

  static void attribute(LLVMContextRef context, LLVMValueRef function, String name) {
    attribute(context, function, LLVMAttributeFunctionIndex, name, 0);
  }

  static void textAttribute(LLVMContextRef context, LLVMValueRef function, String name, String value) {
    LLVMAddAttributeAtIndex(
        function,
        LLVMAttributeFunctionIndex,
        LLVMCreateStringAttribute(context, name, name.length(), value, value.length()));
  }

  static void callAttribute(LLVMContextRef context, LLVMValueRef call, String name) {
    int kind = LLVMGetEnumAttributeKindForName(name, name.length());
    LLVMAddCallSiteAttribute(call, LLVMAttributeFunctionIndex, LLVMCreateEnumAttribute(context, kind, 0));
  }

  static void textCallAttribute(LLVMContextRef context, LLVMValueRef call, String name, String value) {
    LLVMAddCallSiteAttribute(
        call,
        LLVMAttributeFunctionIndex,
        LLVMCreateStringAttribute(context, name, name.length(), value, value.length()));
  }

  static boolean hasAttribute(LLVMValueRef function, String name) {
    int kind = LLVMGetEnumAttributeKindForName(name, name.length());
    return !isNull(LLVMGetEnumAttributeAtIndex(function, LLVMAttributeFunctionIndex, kind));
  }

  static boolean hasTextAttribute(LLVMValueRef function, String name) {
    return !isNull(LLVMGetStringAttributeAtIndex(function, LLVMAttributeFunctionIndex, name, name.length()));
  }

  static void removeTextAttribute(LLVMValueRef function, String name) {
    LLVMRemoveStringAttributeAtIndex(function, LLVMAttributeFunctionIndex, name, name.length());
  }

  /// Makes `to` look to callers as `from` does: calling convention, visibility and all attributes.
  static void copyInterface(LLVMValueRef from, LLVMValueRef to) {
    LLVMSetFunctionCallConv(to, LLVMGetFunctionCallConv(from));
    LLVMSetVisibility(to, LLVMGetVisibility(from));
    copyAttributes(from, to, LLVMAttributeFunctionIndex);
    int parameters = LLVMCountParams(from);
    for (int index = 0; index <= parameters; index++) {
      copyAttributes(from, to, index);
    }
  }

  /// Copies the attributes of one place (function, result or parameter).
  private static void copyAttributes(LLVMValueRef from, LLVMValueRef to, int index) {
    int count = LLVMGetAttributeCountAtIndex(from, index);
    var attributes = new PointerPointer<LLVMAttributeRef>(Math.max(1, count));
    LLVMGetAttributesAtIndex(from, index, attributes);
    for (int i = 0; i < count; i++) {
      LLVMAddAttributeAtIndex(to, index, attributes.get(LLVMAttributeRef.class, i));
    }
  }

  static String name(LLVMValueRef value) {
    return LLVMGetValueName(value).getString(StandardCharsets.UTF_8);
  }

  static String print(LLVMModuleRef module) {
    BytePointer text = LLVMPrintModuleToString(module);
    try {
      return text.getString(StandardCharsets.UTF_8);
    } finally {
      LLVMDisposeMessage(text);
    }
  }

  static String print(LLVMTypeRef type) {
    BytePointer text = LLVMPrintTypeToString(type);
    try {
      return text.getString(StandardCharsets.UTF_8);
    } finally {
      LLVMDisposeMessage(text);
    }
  }

  static byte[] takeBytes(LLVMMemoryBufferRef buffer) {
    byte[] bytes = new byte[Math.toIntExact(LLVMGetBufferSize(buffer))];
    LLVMGetBufferStart(buffer).get(bytes);
    LLVMDisposeMemoryBuffer(buffer);
    return bytes;
  }

  static void check(LLVMErrorRef error, String doing) {
    if (!isNull(error)) {
      throw new CompilerBug(doing + ": " + LLVMGetErrorMessage(error).getString(StandardCharsets.UTF_8));
    }
  }

  static BytePointer messageSlot() {
    return new BytePointer((Pointer) null);
  }

  static void verify(LLVMModuleRef module) {
    var message = messageSlot();
    if (LLVMVerifyModule(module, LLVMReturnStatusAction, message) != 0) {
      throw new CompilerBug("the emitted LLVM module is not valid: " + message.getString(StandardCharsets.UTF_8));
    }
    LLVMDisposeMessage(message);
  }
}
