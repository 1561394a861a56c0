package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.source.SourceFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMDIBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// DWARF 5 for the whole module: one compile unit, a subprogram per function.
///
/// Tracebacks are printed from it, so functions and lines are described in release builds too; what is inlined
/// keeps its place through LLVM's inlined locations.
final class DebugInfo {
  private static final String PRODUCER = "codonj";
  private static final int DWARF_VERSION = 5;

  final LLVMContextRef context;
  final LLVMDIBuilderRef builder;
  final DebugLevel level;
  final DebugTypes types;

  private final String directory;
  private final boolean optimized;
  private final Map<SourceFile, LLVMMetadataRef> files = new HashMap<>();
  private final LLVMMetadataRef signature;

  DebugInfo(LLVMContextRef context, LLVMModuleRef module, TypeEmitter types, SourceFile main, BackendOptions options) {
    this.context = context;
    this.level = options.debug();
    this.optimized = options.optimization() != Optimization.NONE;
    this.directory = level == DebugLevel.VARIABLES ? Path.of("").toAbsolutePath().toString() : "";
    this.builder = LLVMCreateDIBuilder(module);
    this.types = new DebugTypes(builder, types);
    var producer = Llvm.Text.of(PRODUCER);
    var none = Llvm.Text.of("");
    int kind = level == DebugLevel.VARIABLES ? LLVMDWARFEmissionFull : LLVMDWARFEmissionLineTablesOnly;
    // "For profiling" makes LLVM describe also functions into which nothing was inlined.
    int describeAll = 1;
    LLVMDIBuilderCreateCompileUnit(
        builder, LLVMDWARFSourceLanguagePython, file(main), producer.bytes(), producer.length(), optimized ? 1 : 0,
        none.bytes(), 0, 0, none.bytes(), 0, kind, 0, 0, describeAll, none.bytes(), 0, none.bytes(), 0);
    flag(module, types, "Debug Info Version", LLVMDebugMetadataVersion());
    flag(module, types, "Dwarf Version", DWARF_VERSION);
    signature = LLVMDIBuilderCreateSubroutineType(builder, file(main), Llvm.array(new LLVMMetadataRef[0]), 0, 0);
  }

  private static void flag(LLVMModuleRef module, TypeEmitter types, String name, int value) {
    LLVMAddModuleFlag(
        module, LLVMModuleFlagBehaviorWarning, name, name.length(), LLVMValueAsMetadata(LLVMConstInt(types.i32, value, 0)));
  }

  LLVMMetadataRef file(SourceFile file) {
    return files.computeIfAbsent(file, this::describe);
  }

  private LLVMMetadataRef describe(SourceFile file) {
    var path = Llvm.Text.of(file.path());
    var folder = Llvm.Text.of(directory);
    return LLVMDIBuilderCreateFile(builder, path.bytes(), path.length(), folder.bytes(), folder.length());
  }

  /// Describes `function`; its display name is what a traceback prints. There is no linkage name: gdb would know
  /// the function by that only.
  FunctionDebug function(IrFunction function, LLVMValueRef value) {
    var name = Llvm.Text.of(function.displayName());
    var none = Llvm.Text.of("");
    var file = file(function.span().file());
    int line = function.span().line();
    LLVMMetadataRef subprogram =
        LLVMDIBuilderCreateFunction(
            builder, file, name.bytes(), name.length(), none.bytes(), none.length(), file, line, signature, 1, 1, line,
            LLVMDIFlagZero, optimized ? 1 : 0);
    LLVMSetSubprogram(value, subprogram);
    return new FunctionDebug(this, function.span(), subprogram);
  }

  /// Must come before the module is verified.
  void finish() {
    LLVMDIBuilderFinalize(builder);
    LLVMDisposeDIBuilder(builder);
  }
}
