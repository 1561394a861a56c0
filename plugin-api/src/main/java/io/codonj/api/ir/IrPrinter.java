package io.codonj.api.ir;

import io.codonj.api.ir.IrOp.Handler;
import io.codonj.api.ir.IrOp.Stage;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Writes IR as text that [IrParser] reads back; `docs/ir.md` describes the notation.
///
/// A body of one operation and a body that is a [IrOp.Sequence] of one operation print alike. Spans are not written.
public final class IrPrinter {
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private IrPrinter() {}

  public static String print(IrModule module) {
    var printer = new IrPrinter();
    printer.module(module);
    return printer.out.toString();
  }

  public static String print(IrFunction function) {
    var printer = new IrPrinter();
    printer.function(function);
    return printer.out.toString();
  }

  public static String print(IrOp op) {
    var printer = new IrPrinter();
    printer.op(op);
    return printer.out.toString();
  }

  private void module(IrModule module) {
    out.append("module ");
    name(module.name());
    out.append(" entry @");
    name(module.entry());
    out.append('\n');
    if (!module.globals().isEmpty()) {
      out.append('\n');
    }
    for (IrGlobal global : module.globals().values()) {
      out.append(global.constant() ? "constant " : "global ");
      variable(global.variable());
      declaredType(global.variable());
      if (global.initializer() != null) {
        out.append(" = ");
        op(global.initializer());
      }
      out.append('\n');
    }
    for (IrFunction function : module.functions().values()) {
      out.append('\n');
      function(function);
    }
  }

  private void function(IrFunction function) {
    out.append(function.isExternal() ? "external @" : "function @");
    name(function.name());
    out.append('(');
    for (int i = 0; i < function.parameters().size(); i++) {
      out.append(i == 0 ? "" : ", ");
      variable(function.parameters().get(i));
      declaredType(function.parameters().get(i));
    }
    out.append(") -> ").append(function.result());
    if (!function.displayName().equals(function.name())) {
      out.append(" display ");
      quoted(function.displayName());
    }
    if (!function.origin().equals(function.name())) {
      out.append(" origin ");
      quoted(function.origin());
    }
    if (function.generator() != null) {
      var generator = function.generator();
      out.append(" generator(").append(generator.yielded()).append(", ").append(generator.received());
      out.append(", ").append(generator.returned()).append(')');
    }
    if (!function.attributes().isEmpty()) {
      out.append(" [").append(String.join(", ", new TreeSet<>(function.attributes()))).append(']');
    }
    if (function.body() != null) {
      body(function.body(), LocalVariables.of(function));
    }
    out.append('\n');
  }

  private void declaredType(Variable variable) {
    out.append(": ").append(variable.type());
    if (!variable.sourceName().isEmpty()) {
      out.append(' ');
      quoted(variable.sourceName());
    }
  }

  private void body(IrOp op) {
    body(op, List.of());
  }

  private void body(IrOp op, Iterable<Variable> locals) {
    Iterator<Variable> local = locals.iterator();
    List<IrOp> operations = op instanceof IrOp.Sequence sequence ? sequence.operations() : List.of(op);
    if (!local.hasNext() && operations.isEmpty()) {
      out.append(" {}");
      return;
    }
    out.append(" {");
    depth++;
    while (local.hasNext()) {
      Variable variable = local.next();
      line();
      out.append("local ");
      variable(variable);
      declaredType(variable);
    }
    for (IrOp operation : operations) {
      line();
      op(operation);
    }
    depth--;
    line();
    out.append('}');
  }

  private void line() {
    out.append('\n');
    out.repeat("  ", depth);
  }

  private void op(IrOp op) {
    switch (op) {
      case IrOp.Constant constant -> constant(constant);
      case IrOp.GetVariable get -> variable(get.variable());
      case IrOp.SetVariable set -> {
        variable(set.variable());
        out.append(" = ");
        op(set.value());
      }
      case IrOp.VariableAddress address -> {
        out.append('&');
        variable(address.variable());
      }
      case IrOp.Load load -> call("load", load.type(), load.address());
      case IrOp.Store store -> call("store", null, store.address(), store.value());
      case IrOp.Address address -> {
        out.append("address[").append(address.pointee()).append("](");
        op(address.base());
        for (IrOp index : address.path()) {
          out.append(", ");
          op(index);
        }
        out.append(')');
      }
      case IrOp.MakeStruct make -> {
        out.append("struct[").append(make.type()).append(']');
        arguments(make.fields());
      }
      case IrOp.Extract extract -> {
        out.append("extract[").append(extract.index()).append("](");
        op(extract.struct());
        out.append(')');
      }
      case IrOp.Operate operate -> {
        out.append(operate.operator().text());
        if (!operate.type().equals(OperatorTypes.implied(operate.operator(), operate.operands()))) {
          out.append('[').append(operate.type()).append(']');
        }
        arguments(operate.operands());
      }
      case IrOp.Call call -> call(call);
      case IrOp.Intrinsic intrinsic -> {
        out.append("intrinsic ");
        name(intrinsic.name());
        if (!intrinsic.types().isEmpty()) {
          String list = intrinsic.types().toString();
          out.append(list);
        }
        arguments(intrinsic.arguments());
        out.append(" -> ").append(intrinsic.type());
      }
      case IrOp.Return result -> {
        out.append("return");
        if (result.value() != null) {
          out.append(' ');
          op(result.value());
        }
      }
      case IrOp.Jump jump -> label(jump.kind() == IrOp.JumpKind.BREAK ? "break" : "continue", jump.label());
      case IrOp.Yield yield -> call("yield", yield.received() == IrType.UNIT ? null : yield.received(), yield.value());
      case IrOp.Extension extension -> {
        out.append("extension ");
        name(extension.name());
        arguments(extension.operands());
        out.append(" -> ").append(extension.type());
      }
      default -> flow(op);
    }
  }

  private void flow(IrOp op) {
    switch (op) {
      case IrOp.Sequence sequence -> {
        out.append("do");
        body(sequence);
      }
      case IrOp.If branch -> branch(branch);
      case IrOp.While loop -> {
        label("while", loop.label());
        out.append(' ');
        op(loop.condition());
        body(loop.body());
      }
      case IrOp.ForEach loop -> {
        label("foreach", loop.label());
        out.append(' ');
        variable(loop.variable());
        out.append(": ").append(loop.yielded()).append(" in ");
        op(loop.generator());
        out.append(loop.owned() ? " owned" : "");
        body(loop.body());
      }
      case IrOp.ForRange loop -> {
        label("for", loop.label());
        out.append(' ');
        variable(loop.variable());
        out.append(" in range");
        arguments(List.of(loop.start(), loop.stop(), loop.step()));
        body(loop.body());
      }
      case IrOp.Block block -> {
        label("block", block.label());
        body(block.body());
      }
      case IrOp.Try attempt -> {
        out.append("try");
        body(attempt.body());
        attempt.handlers().forEach(this::handler);
        if (attempt.finallyBody() != null) {
          out.append(" finally");
          body(attempt.finallyBody());
        }
      }
      case IrOp.Pipeline pipeline -> {
        out.append("pipeline");
        typeUnlessUnit(pipeline.type());
        out.append(' ');
        op(pipeline.source());
        for (Stage stage : pipeline.stages()) {
          out.append(" stage ");
          variable(stage.variable());
          out.append(stage.yielded() == null ? "" : " yields " + stage.yielded());
          out.append(stage.parallel() ? " parallel" : "");
          body(stage.body());
        }
      }
      case IrOp.Region region -> {
        out.append("region ");
        quoted(region.annotation());
        arguments(region.arguments());
        body(region.body());
      }
      default -> throw new AssertionError(op);
    }
  }

  private void branch(IrOp.If branch) {
    out.append("if");
    typeUnlessUnit(branch.type());
    out.append(' ');
    op(branch.condition());
    body(branch.whenTrue());
    boolean empty = branch.whenFalse() instanceof IrOp.Sequence sequence && sequence.operations().isEmpty();
    if (!empty) {
      out.append(" else");
      body(branch.whenFalse());
    }
  }

  private void handler(Handler handler) {
    out.append(" catch ");
    for (String symbol : handler.classes()) {
      out.append('@');
      name(symbol);
      out.append(' ');
    }
    variable(handler.variable());
    body(handler.body());
  }

  private void call(IrOp.Call call) {
    out.append("call ");
    if (call.callee() instanceof IrOp.Constant constant && constant.value() instanceof IrOp.Symbol symbol) {
      out.append('@');
      name(symbol.name());
    } else {
      out.append('(');
      op(call.callee());
      out.append(')');
    }
    arguments(call.arguments());
    out.append(" -> ").append(call.signature().result());
  }

  private void call(String word, @Nullable IrType type, IrOp... operands) {
    out.append(word);
    if (type != null) {
      out.append('[').append(type).append(']');
    }
    arguments(List.of(operands));
  }

  private void typeUnlessUnit(IrType type) {
    if (!(type instanceof IrType.Unit)) {
      out.append('[').append(type).append(']');
    }
  }

  private void arguments(List<IrOp> operands) {
    out.append('(');
    for (int i = 0; i < operands.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      op(operands.get(i));
    }
    out.append(')');
  }

  private void constant(IrOp.Constant constant) {
    out.append(constant.type()).append(' ');
    switch (constant.value()) {
      case Long value -> out.append(value);
      case BigInteger value -> out.append(value);
      case Double value -> out.append(floatText(value));
      case IrOp.Symbol symbol -> {
        out.append('@');
        name(symbol.name());
      }
      case IrOp.Data data -> quoted(data.latin1());
      case IrOp.Filler filler -> out.append(filler == IrOp.Filler.ZERO ? "zero" : "undefined");
      default -> out.append("<bad constant ").append(constant.value()).append('>');
    }
  }

  /// NaNs other than the default one are written by their bits.
  private static String floatText(double value) {
    if (Double.isNaN(value)) {
      long bits = Double.doubleToRawLongBits(value);
      return bits == 0x7ff8000000000000L ? "nan" : "nan." + Long.toHexString(bits);
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return Double.toString(value);
  }

  private void label(String word, String label) {
    out.append(word).append(" #");
    name(label);
  }

  private void variable(Variable variable) {
    out.append(variable.scope() == Variable.Scope.GLOBAL ? '@' : '%');
    name(variable.name());
  }

  private void name(String name) {
    if (IrText.isPlainName(name)) {
      out.append(name);
    } else {
      quoted(name);
    }
  }

  private void quoted(String text) {
    IrText.quote(text, out);
  }
}
