package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.CompilerBug;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/// Builds instructions one after another and knows whether control can get to the place where it stands.
final class Builder implements AutoCloseable {
  private static final BytePointer UNNAMED = new BytePointer("");

  final LLVMContextRef context;
  final LLVMModuleRef module;
  final LLVMBuilderRef handle;
  private boolean reachable;

  Builder(LLVMContextRef context, LLVMModuleRef module) {
    this.context = context;
    this.module = module;
    this.handle = LLVMCreateBuilderInContext(context);
  }

  @Override
  public void close() {
    LLVMDisposeBuilder(handle);
  }

  // Blocks and control flow.

  LLVMBasicBlockRef newBlock(LLVMValueRef function, String name) {
    return LLVMAppendBasicBlockInContext(context, function, name);
  }

  void position(LLVMBasicBlockRef block) {
    LLVMPositionBuilderAtEnd(handle, block);
    reachable = true;
  }

  /// Goes on at `block` if anything jumps there; otherwise removes it, and what follows is unreachable.
  void positionIfUsed(LLVMBasicBlockRef block) {
    if (Llvm.isNull(LLVMGetFirstUse(LLVMBasicBlockAsValue(block)))) {
      LLVMDeleteBasicBlock(block);
      reachable = false;
    } else {
      position(block);
    }
  }

  LLVMBasicBlockRef currentBlock() {
    return LLVMGetInsertBlock(handle);
  }

  boolean reachable() {
    return reachable;
  }

  /// Whatever is emitted next has no way in until the builder is positioned.
  void leave() {
    reachable = false;
  }

  void branch(LLVMBasicBlockRef target) {
    LLVMBuildBr(handle, target);
    reachable = false;
  }

  void branch(LLVMValueRef condition, LLVMBasicBlockRef whenTrue, LLVMBasicBlockRef whenFalse) {
    LLVMBuildCondBr(handle, condition, whenTrue, whenFalse);
    reachable = false;
  }

  void unreachable() {
    LLVMBuildUnreachable(handle);
    reachable = false;
  }

  void returnVoid() {
    LLVMBuildRetVoid(handle);
    reachable = false;
  }

  void returnValue(LLVMValueRef value) {
    LLVMBuildRet(handle, value);
    reachable = false;
  }

  void resume(LLVMValueRef landing) {
    LLVMBuildResume(handle, landing);
    reachable = false;
  }

  LLVMValueRef phi(LLVMTypeRef type, List<LLVMValueRef> values, List<LLVMBasicBlockRef> blocks) {
    LLVMValueRef phi = LLVMBuildPhi(handle, type, UNNAMED);
    LLVMAddIncoming(
        phi,
        Llvm.array(values.toArray(LLVMValueRef[]::new)),
        Llvm.array(blocks.toArray(LLVMBasicBlockRef[]::new)),
        values.size());
    return phi;
  }

  // Calls.

  LLVMValueRef call(LLVMTypeRef type, LLVMValueRef function, LLVMValueRef... arguments) {
    return LLVMBuildCall2(handle, type, function, Llvm.array(arguments), arguments.length, "");
  }

  LLVMValueRef invoke(
      LLVMTypeRef type,
      LLVMValueRef function,
      LLVMBasicBlockRef normal,
      LLVMBasicBlockRef landing,
      LLVMValueRef... arguments) {
    LLVMValueRef result =
        LLVMBuildInvoke2(handle, type, function, Llvm.array(arguments), arguments.length, normal, landing, "");
    position(normal);
    return result;
  }

  /// Calls an LLVM intrinsic; `overloads` are the types that are part of its name.
  LLVMValueRef intrinsic(String name, LLVMTypeRef[] overloads, LLVMValueRef... arguments) {
    int id = LLVMLookupIntrinsicID(name, name.length());
    if (id == 0) {
      throw new CompilerBug("LLVM has no intrinsic " + name);
    }
    var types = Llvm.array(overloads);
    return call(
        LLVMIntrinsicGetType(context, id, types, overloads.length),
        LLVMGetIntrinsicDeclaration(module, id, types, overloads.length),
        arguments);
  }

  LLVMValueRef intrinsic(String name, LLVMValueRef... arguments) {
    return intrinsic(name, new LLVMTypeRef[0], arguments);
  }

  // Memory and aggregates.

  LLVMValueRef load(LLVMTypeRef type, LLVMValueRef address) {
    return LLVMBuildLoad2(handle, type, address, UNNAMED);
  }

  LLVMValueRef store(LLVMValueRef value, LLVMValueRef address) {
    return LLVMBuildStore(handle, value, address);
  }

  LLVMValueRef fieldAddress(LLVMTypeRef struct, LLVMValueRef base, int index) {
    return LLVMBuildStructGEP2(handle, struct, base, index, UNNAMED);
  }

  LLVMValueRef address(LLVMTypeRef pointee, LLVMValueRef base, LLVMValueRef... path) {
    return LLVMBuildInBoundsGEP2(handle, pointee, base, Llvm.array(path), path.length, "");
  }

  LLVMValueRef extract(LLVMValueRef aggregate, int index) {
    return LLVMBuildExtractValue(handle, aggregate, index, UNNAMED);
  }

  LLVMValueRef insert(LLVMValueRef aggregate, LLVMValueRef value, int index) {
    return LLVMBuildInsertValue(handle, aggregate, value, index, UNNAMED);
  }

  // Arithmetic.

  LLVMValueRef compare(int predicate, LLVMValueRef left, LLVMValueRef right) {
    return LLVMBuildICmp(handle, predicate, left, right, UNNAMED);
  }

  LLVMValueRef compareFloats(int predicate, LLVMValueRef left, LLVMValueRef right) {
    return LLVMBuildFCmp(handle, predicate, left, right, UNNAMED);
  }

  LLVMValueRef isNull(LLVMValueRef pointer) {
    return LLVMBuildIsNull(handle, pointer, UNNAMED);
  }

  LLVMValueRef binary(int opcode, LLVMValueRef left, LLVMValueRef right) {
    return LLVMBuildBinOp(handle, opcode, left, right, UNNAMED);
  }

  LLVMValueRef cast(int opcode, LLVMValueRef value, LLVMTypeRef type) {
    return LLVMBuildCast(handle, opcode, value, type, UNNAMED);
  }

  LLVMValueRef select(LLVMValueRef condition, LLVMValueRef whenTrue, LLVMValueRef whenFalse) {
    return LLVMBuildSelect(handle, condition, whenTrue, whenFalse, UNNAMED);
  }

  /// Allocates in the block where the builder stands.
  LLVMValueRef allocate(LLVMTypeRef type, @Nullable String name) {
    return name == null ? LLVMBuildAlloca(handle, type, UNNAMED) : LLVMBuildAlloca(handle, type, name);
  }
}
