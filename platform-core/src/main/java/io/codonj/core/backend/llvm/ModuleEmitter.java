package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrGlobal;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Emits a whole IR module: declares every symbol first, then fills in initializers and bodies.
final class ModuleEmitter {
  /// The symbol under which the runtime calls the program's top level.
  static final String ENTRY = "cj_main";

  /// `const uint8_t cj_cpu_level`: 1 to 4, the N of `x86-64-vN`.
  private static final String PROCESSOR_LEVEL = "cj_cpu_level";

  final IrModule ir;
  final BackendOptions options;
  final LLVMContextRef context;
  final LLVMModuleRef module;
  final Builder builder;
  final TypeEmitter types;
  final ConstantEmitter constants;
  final AliasMetadata aliases;
  final DebugInfo debug;
  final ForeignFunctions foreign;
  final RuntimeFunctions runtime;
  final Recursion recursion;
  final RunOnce runOnce;

  final Target target;
  private final Map<String, LLVMValueRef> functions = new HashMap<>();
  private final Map<String, LLVMValueRef> globals = new HashMap<>();

  /// What LLVM found wrong with text in its own language that the program contains.
  final List<Diagnostic> problems = new ArrayList<>();

  ModuleEmitter(IrModule ir, LLVMContextRef context, Target target, Optional<RuntimeBitcode> bitcode, BackendOptions options) {
    this.ir = ir;
    this.options = options;
    this.target = target;
    this.context = context;
    this.module = LLVMModuleCreateWithNameInContext(ir.name(), context);
    target.describe(module);
    this.builder = new Builder(context, module);
    this.types = new TypeEmitter(context, target.layout());
    this.constants = new ConstantEmitter(this);
    this.aliases = new AliasMetadata(context, types.i64, types.i8);
    this.debug = new DebugInfo(context, module, types, entry().span().file(), options);
    this.foreign = new ForeignFunctions(this, bitcode);
    this.runtime = new RuntimeFunctions(this);
    this.recursion = Recursion.of(ir);
    this.runOnce = RunOnce.of(ir);
  }

  private IrFunction entry() {
    IrFunction entry = ir.functions().get(ir.entry());
    if (entry == null || entry.body() == null) {
      throw new CompilerBug("the module has no entry " + ir.entry());
    }
    return entry;
  }

  void emit() {
    for (IrGlobal global : ir.globals().values()) {
      globals.put(global.variable().name(), declare(global));
    }
    for (IrFunction function : ir.functions().values()) {
      if (function.body() != null) {
        functions.put(function.name(), declare(function));
      }
    }
    for (IrGlobal global : ir.globals().values()) {
      define(global);
    }
    for (IrFunction function : ir.functions().values()) {
      if (function.body() != null) {
        new FunctionEmitter(this, function, functions.get(function.name())).emitFunction();
      }
    }
    describeProcessor();
    debug.finish();
    builder.close();
  }

  /// Tells the runtime what processor the code needs, so that it can refuse to start on a lesser one.
  private void describeProcessor() {
    LLVMValueRef level = LLVMAddGlobal(module, types.i8, PROCESSOR_LEVEL);
    LLVMSetInitializer(level, LLVMConstInt(types.i8, target.level(), 0));
    LLVMSetGlobalConstant(level, 1);
    LLVMSetVisibility(level, LLVMHiddenVisibility);
  }

  private LLVMValueRef declare(IrFunction function) {
    boolean entry = function.name().equals(ir.entry());
    var type =
        function.generator() == null
            ? types.signature(function.signature())
            : types.signature(new IrType.Function(function.signature().parameters(), IrType.PTR));
    LLVMValueRef value = LLVMAddFunction(module, entry ? ENTRY : function.name(), type);
    if (!entry && !function.attributes().contains("export")) {
      LLVMSetLinkage(value, LLVMInternalLinkage);
    } else if (!function.attributes().contains("visible")) {
      LLVMSetVisibility(value, LLVMHiddenVisibility); // for the runtime in the same file, not for others
    }
    FunctionAttributes.apply(this, function, value);
    return value;
  }

  private LLVMValueRef declare(IrGlobal global) {
    LLVMValueRef value =
        LLVMAddGlobal(module, types.type(global.variable().type()), global.variable().name());
    LLVMSetLinkage(value, LLVMInternalLinkage);
    LLVMSetGlobalConstant(value, global.constant() ? 1 : 0);
    return value;
  }

  private void define(IrGlobal global) {
    LLVMSetInitializer(
        globals.get(global.variable().name()),
        global.initializer() == null
            ? LLVMConstNull(types.type(global.variable().type()))
            : constants.initializer(global.initializer()));
  }

  /// The function that the module itself defines under this name.
  Optional<LLVMValueRef> definedFunction(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  LLVMValueRef global(String name) {
    LLVMValueRef found = globals.get(name);
    if (found == null) {
      throw new CompilerBug("no global variable " + name);
    }
    return found;
  }

  /// The address of whatever has this name.
  LLVMValueRef symbol(String name) {
    LLVMValueRef function = functions.get(name);
    if (function != null) {
      return function;
    }
    LLVMValueRef global = globals.get(name);
    return global != null ? global : foreign.address(name);
  }
}
