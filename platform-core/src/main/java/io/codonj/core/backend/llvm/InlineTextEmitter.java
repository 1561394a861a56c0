package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/// Bodies of functions in LLVM's text form: LLVM reads them as a module of one function, which is linked into the
/// program and called.
///
/// In the text a truth value that is a parameter or the result is a byte, as C has it; inside of structs it is a bit.
final class InlineTextEmitter {
  private static final Pattern SPLICE = Pattern.compile("\\{=(\\d+)}");

  /// Leading lines that belong outside of the function.
  private static final Pattern OUTSIDE = Pattern.compile("\\s*(declare\\b|@|!|attributes\\b|%\\S+\\s*=\\s*type\\b|;).*|\\s*");

  private static final Pattern LABEL = Pattern.compile("\\s*(\"[^\"]*\"|[\\w.$-]+):.*");
  private static final Pattern VOID_RETURN = Pattern.compile("(?m)^\\s*ret\\s+void\\b");
  private static final Pattern MESSAGE = Pattern.compile("(?s)[^\\n]*?:(\\d+):\\d+: error: ([^\\n]*).*");
  private static final String FUNCTION = "codonj.inline";

  private final FunctionEmitter function;
  private final Builder builder;
  private final TypeEmitter types;

  InlineTextEmitter(FunctionEmitter function) {
    this.function = function;
    this.builder = function.builder;
    this.types = function.types;
  }

  LLVMValueRef emit(IrOp.Intrinsic op) {
    var operands = op.arguments().subList(1, op.arguments().size());
    LLVMValueRef[] values = function.emitAll(operands);
    var arguments = new ArrayList<LLVMValueRef>();
    for (int i = 0; i < values.length; i++) {
      if (operands.get(i).type().equals(IrType.BOOL)) {
        arguments.add(LLVMBuildZExt(builder.handle, values[i], types.i8, new BytePointer("")));
      } else if (!TypeEmitter.isUnit(operands.get(i).type())) {
        arguments.add(values[i]);
      }
    }
    LLVMValueRef callee = define(op, operands);
    if (callee == null) {
      return function.constants.poison(op.type());
    }
    function.at(op.span());
    LLVMTypeRef type = LLVMGlobalGetValueType(callee);
    LLVMValueRef result = function.calls.emit(type, callee, true, arguments.toArray(LLVMValueRef[]::new));
    if (TypeEmitter.isUnit(op.type())) {
      return function.constants.unit();
    }
    return op.type().equals(IrType.BOOL)
        ? LLVMBuildTrunc(builder.handle, result, types.i1, new BytePointer("")) : result;
  }

  /// The function in the program's module; null when LLVM refuses the text, which is noted.
  private @Nullable LLVMValueRef define(IrOp.Intrinsic op, List<IrOp> operands) {
    String latin1 = ((IrOp.Data) ((IrOp.Constant) op.arguments().getFirst()).value()).latin1();
    String source = new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    int header = source.indexOf('\n');
    String body = SPLICE.matcher(source.substring(header + 1)).replaceAll(
        match -> java.util.regex.Matcher.quoteReplacement(text(op.types().get(Integer.parseInt(match.group(1))))));
    var text = new Text();
    String[] lines = body.split("\n", -1);
    int first = 0;
    while (first < lines.length && OUTSIDE.matcher(lines[first]).matches()) {
      text.line(lines[first++], first - 1);
    }
    text.line(signature(op, operands, source.substring(0, header), body), -1);
    if (first == lines.length || !LABEL.matcher(lines[first]).matches()) {
      text.line("entry:", -1);
    }
    for (int i = first; i < lines.length; i++) {
      text.line(lines[i], i);
    }
    text.line("}", -1);
    return link(text, op.span());
  }

  private String signature(IrOp.Intrinsic op, List<IrOp> operands, String names, String body) {
    String[] parameterNames = names.split(" ");
    var parameters = new ArrayList<String>();
    for (int i = 0; i < operands.size(); i++) {
      if (!TypeEmitter.isUnit(operands.get(i).type())) {
        parameters.add(text(operands.get(i).type()) + " %\"" + parameterNames[i] + "\"");
      }
    }
    String result = !TypeEmitter.isUnit(op.type()) ? text(op.type()) : VOID_RETURN.matcher(body).find() ? "void" : "{}";
    return "define " + result + " @" + FUNCTION + "(" + String.join(", ", parameters) + ") alwaysinline uwtable {";
  }

  private String text(IrType type) {
    return type.equals(IrType.BOOL) ? "i8" : TypeEmitter.isUnit(type) ? "{}" : Llvm.print(types.type(type));
  }

  private @Nullable LLVMValueRef link(Text text, Span span) {
    var module = new LLVMModuleRef();
    var message = Llvm.messageSlot();
    var source = Llvm.Text.of(text.toString());
    LLVMMemoryBufferRef buffer =
        LLVMCreateMemoryBufferWithMemoryRangeCopy(source.bytes(), source.length(), new BytePointer("inline"));
    if (LLVMParseIRInContext(builder.context, buffer, module, message) != 0
        || LLVMVerifyModule(module, LLVMReturnStatusAction, message) != 0) {
      refuse(text, message.getString(StandardCharsets.UTF_8), span);
      return null;
    }
    function.module.target.describe(module);
    if (LLVMLinkModules2(function.module.module, module) != 0) {
      refuse(text, "it does not fit the program's other declarations", span);
      return null;
    }
    LLVMValueRef linked = LLVMGetNamedFunction(function.module.module, FUNCTION);
    LLVMSetLinkage(linked, LLVMInternalLinkage);
    String name = function.function.name() + ".llvm";
    LLVMSetValueName2(linked, name, name.length());
    return linked;
  }

  private void refuse(Text text, String message, Span span) {
    var located = MESSAGE.matcher(message);
    boolean known = located.matches();
    int line = known ? text.origin(Integer.parseInt(located.group(1)) - 1) : -1;
    String reason = known ? located.group(2) : message.strip();
    function.module.problems.add(Diagnostic.of(BackendError.INLINE_TEXT, place(span, line),
        "LLVM refuses the body of '" + function.function.displayName() + "': " + reason));
  }

  /// Where a line of the body stands; all of the body when that is not known.
  private static Span place(Span body, int line) {
    String source = body.file().text();
    int start = body.start();
    for (int i = 0; i < line; i++) {
      int end = source.indexOf('\n', start);
      if (end < 0) {
        return body;
      }
      start = end + 1;
    }
    int end = source.indexOf('\n', start);
    end = end < 0 ? source.length() : end;
    while (start < end && Character.isWhitespace(source.charAt(start))) {
      start++;
    }
    return new Span(body.file(), start, end);
  }

  /// The module's text, and which line of the body each of its lines is.
  private static final class Text {
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> origins = new ArrayList<>();

    void line(String line, int origin) {
      text.append(line).append('\n');
      origins.add(origin);
    }

    int origin(int line) {
      return line >= 0 && line < origins.size() ? origins.get(line) : -1;
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
