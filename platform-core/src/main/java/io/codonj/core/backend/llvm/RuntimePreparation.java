package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Splits the C runtime, once per installation, into what is linked and what may be inlined:
///
/// ```
/// runtime.bc  ->  runtime.o    all of it, optimized, native code for any x86-64
///                 inline.bc    the bodies of short functions, declarations of the others
/// ```
///
/// A program then costs what it uses: compiling the parts of the runtime that every program needs (start-up, output,
/// tracebacks) with each program took longer than compiling most programs. Functions in `inline.bc` are
/// `available_externally`: LLVM may inline them, but emits no code for them. For that, what is `static` in C becomes
/// visible (hidden, under a name of its own), since inlined code may refer to it.
public final class RuntimePreparation {
  /// Longer functions are called. Those that call others themselves are slow paths or do input and output, where
  /// inlining buys size and little speed.
  private static final int LARGEST_LEAF = 60;

  private static final int LARGEST_CALLER = 30;

  /// Constants up to this size go into `inline.bc`, so that code that reads them folds.
  private static final int LARGEST_CONSTANT = 64;

  private static final String INLINE = "inline.bc";
  private static final String PREFIX = "cj.";
  private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");
  private static final List<String> CLANG_TARGET = List.of("target-cpu", "target-features", "tune-cpu");

  private final LLVMContextRef context;
  private final LLVMModuleRef module;
  private final Target target;

  private RuntimePreparation(LLVMContextRef context, LLVMModuleRef module, Target target) {
    this.context = context;
    this.module = module;
    this.target = target;
  }

  /// `RuntimePreparation NATIVE_LIBRARIES RUNTIME_DIRECTORY`, for the build: always anew, since this class may have
  /// changed as well.
  public static void main(String[] arguments) throws IOException {
    NativeLibraries.load(Path.of(arguments[0]));
    Path whole = Path.of(arguments[1]).resolve("runtime.bc");
    prepare(whole, whole.resolveSibling(INLINE));
  }

  /// The file to inline from that belongs to the runtime `whole`; made now if it is missing or older.
  static Path prepareIfStale(Path whole) throws IOException {
    Path inline = whole.resolveSibling(INLINE);
    boolean exists = Files.exists(inline);
    if (exists && !Files.exists(whole)) {
      return inline; // an installation, which has only what programs are made of
    }
    boolean current = exists && Files.getLastModifiedTime(inline).compareTo(Files.getLastModifiedTime(whole)) >= 0;
    // In an installation that only others may write, times of copied files mean nothing.
    if (!current && !(exists && !Files.isWritable(inline.toAbsolutePath().getParent()))) {
      prepare(whole, inline);
    }
    return inline;
  }

  private static void prepare(Path whole, Path inline) throws IOException {
    LLVMContextRef context = LLVMContextCreate();
    try (Target target = Target.of("x86-64", Optimization.FULL)) {
      var module = RuntimeBitcode.read(context, whole);
      target.describe(module);
      new RuntimePreparation(context, module, target).run(inline, whole.resolveSibling("runtime.o"));
    } finally {
      LLVMContextDispose(context);
    }
  }

  private void run(Path inline, Path object) throws IOException {
    new RuntimeAttributes(context, module).apply();
    Optimizer.run(module, target, VectorOptions.DEFAULT, Optimization.FULL);
    publishStatics();
    for (LLVMValueRef each : functions()) {
      if (LLVMIsDeclaration(each) == 0) {
        LLVMSetSection(each, ".text." + Llvm.name(each)); // so that the linker can leave it out
      }
    }
    replace(object, ObjectEmitter.object(module, target));
    keepOnlyInlinable();
    Llvm.verify(module);
    replace(inline, Llvm.takeBytes(LLVMWriteBitcodeToMemoryBuffer(module)));
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path part = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
    Files.write(part, content);
    Files.setPosixFilePermissions(part, READABLE);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void publishStatics() {
    for (LLVMValueRef each : functions()) {
      publish(each);
    }
    for (LLVMValueRef each : globals()) {
      publish(each);
      if (LLVMIsThreadLocal(each) != 0) {
        LLVMSetThreadLocalMode(each, LLVMInitialExecTLSModel); // part of the program, or loaded with it
      }
    }
  }

  private static void publish(LLVMValueRef value) {
    if (LLVMIsDeclaration(value) != 0 || Llvm.name(value).startsWith("llvm.")) {
      return;
    }
    int linkage = LLVMGetLinkage(value);
    if (linkage == LLVMInternalLinkage || linkage == LLVMPrivateLinkage) {
      var name = Llvm.Text.of(PREFIX + Llvm.name(value));
      LLVMSetValueName2(value, name.bytes(), name.length());
      LLVMSetLinkage(value, LLVMExternalLinkage);
    }
    LLVMSetVisibility(value, LLVMHiddenVisibility);
  }

  private void keepOnlyInlinable() {
    for (LLVMValueRef each : globals()) {
      if (Llvm.name(each).startsWith("llvm.")) {
        LLVMDeleteGlobal(each);
      }
    }
    for (LLVMValueRef each : functions()) {
      CLANG_TARGET.forEach(name -> Llvm.removeTextAttribute(each, name));
      if (LLVMIsDeclaration(each) == 0) {
        LLVMSetSection(each, "");
        if (isInlinable(each)) {
          LLVMSetLinkage(each, LLVMAvailableExternallyLinkage);
        } else {
          declareOnly(each);
        }
      }
    }
    for (LLVMValueRef each : globals()) {
      if (LLVMIsDeclaration(each) == 0) {
        keepGlobal(each);
      }
    }
  }

  /// Weak functions are the runtime's stand-ins for those of the program.
  private static boolean isInlinable(LLVMValueRef function) {
    if (LLVMGetLinkage(function) != LLVMExternalLinkage
        || Llvm.hasAttribute(function, "noinline")
        || LLVMIsFunctionVarArg(LLVMGlobalGetValueType(function)) != 0) {
      return false;
    }
    int count = 0;
    boolean calls = false;
    for (var block = LLVMGetFirstBasicBlock(function); !Llvm.isNull(block); block = LLVMGetNextBasicBlock(block)) {
      for (var each = LLVMGetFirstInstruction(block); !Llvm.isNull(each); each = LLVMGetNextInstruction(each)) {
        count++;
        calls |= !Llvm.isNull(LLVMIsACallInst(each)) && Llvm.isNull(LLVMIsAIntrinsicInst(each));
      }
    }
    return count <= (calls ? LARGEST_CALLER : LARGEST_LEAF);
  }

  private void keepGlobal(LLVMValueRef global) {
    boolean small = target.size(LLVMGlobalGetValueType(global)) <= LARGEST_CONSTANT;
    if (LLVMIsGlobalConstant(global) != 0 && small) {
      LLVMSetLinkage(global, LLVMAvailableExternallyLinkage);
    } else {
      LLVMSetInitializer(global, null);
    }
  }

  /// The C API cannot take the body of a function away: another one without body takes its place.
  private void declareOnly(LLVMValueRef function) {
    String name = Llvm.name(function);
    LLVMTypeRef type = LLVMGlobalGetValueType(function);
    LLVMValueRef declaration = LLVMAddFunction(module, "", type);
    Llvm.copyInterface(function, declaration);
    LLVMReplaceAllUsesWith(function, declaration);
    LLVMDeleteFunction(function);
    var text = Llvm.Text.of(name);
    LLVMSetValueName2(declaration, text.bytes(), text.length());
  }

  private List<LLVMValueRef> functions() {
    var all = new ArrayList<LLVMValueRef>();
    for (var each = LLVMGetFirstFunction(module); !Llvm.isNull(each); each = LLVMGetNextFunction(each)) {
      all.add(each);
    }
    return all;
  }

  private List<LLVMValueRef> globals() {
    var all = new ArrayList<LLVMValueRef>();
    for (var each = LLVMGetFirstGlobal(module); !Llvm.isNull(each); each = LLVMGetNextGlobal(each)) {
      all.add(each);
    }
    return all;
  }
}
