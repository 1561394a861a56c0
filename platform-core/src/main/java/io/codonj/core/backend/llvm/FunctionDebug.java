package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.ir.Variable;
import io.codonj.api.source.SourceFile;
import io.codonj.api.source.Span;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Places of one function: which line each instruction came from, and where its variables are.
final class FunctionDebug {
  private final DebugInfo debug;
  private final SourceFile file;
  private final LLVMMetadataRef subprogram;
  private final LLVMMetadataRef start;
  private final int line;
  private final Map<SourceFile, LLVMMetadataRef> scopes = new HashMap<>();
  private Span last;
  private LLVMMetadataRef lastLocation;

  FunctionDebug(DebugInfo debug, Span span, LLVMMetadataRef subprogram) {
    this.debug = debug;
    this.file = span.file();
    this.subprogram = subprogram;
    this.line = span.line();
    this.start = location(line, 0, subprogram);
    this.last = span;
    this.lastLocation = start;
  }

  /// What the builder emits from now on comes from `span`; spans of no source leave the place as it is.
  void at(Builder builder, Span span) {
    if (span != last && span.exists()) {
      if (!span.equals(last)) {
        lastLocation = location(span.line(), span.column(), scope(span.file()));
      }
      last = span;
    }
    LLVMSetCurrentDebugLocation2(builder.handle, lastLocation);
  }

  /// What the builder emits from now on belongs to the function as a whole.
  void atStart(Builder builder) {
    LLVMSetCurrentDebugLocation2(builder.handle, start);
  }

  /// What the builder emits from now on belongs to no line.
  void nowhere(Builder builder) {
    LLVMSetCurrentDebugLocation2(builder.handle, null);
  }

  /// Operations of another file got here when passes put library code in place.
  private LLVMMetadataRef scope(SourceFile other) {
    return other == file
        ? subprogram
        : scopes.computeIfAbsent(
            other, each -> LLVMDIBuilderCreateLexicalBlockFile(debug.builder, subprogram, debug.file(each), 0));
  }

  private LLVMMetadataRef location(int line, int column, LLVMMetadataRef scope) {
    return LLVMDIBuilderCreateDebugLocation(debug.context, line, column, scope, null);
  }

  boolean describesVariables() {
    return debug.level == DebugLevel.VARIABLES;
  }

  /// Says that `variable` lives at `slot`; `position` counts parameters from 1 and is 0 for locals.
  void variable(Variable variable, LLVMValueRef slot, int position, LLVMBasicBlockRef block) {
    var name = Llvm.Text.of(variable.sourceName());
    var type = debug.types.type(variable.type());
    var where = debug.file(file);
    var described =
        position > 0
            ? LLVMDIBuilderCreateParameterVariable(
                debug.builder, subprogram, name.bytes(), name.length(), position, where, line, type, 1, 0)
            : LLVMDIBuilderCreateAutoVariable(
                debug.builder, subprogram, name.bytes(), name.length(), where, line, type, 1, 0, 0);
    var expression = LLVMDIBuilderCreateExpression(debug.builder, new long[0], 0);
    LLVMDIBuilderInsertDeclareRecordAtEnd(debug.builder, slot, described, expression, start, block);
  }
}
