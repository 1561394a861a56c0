package io.codonj.core.backend.llvm;

import io.codonj.api.ir.Intrinsics;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrGlobal;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.SourceFile;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Short forms in which the tests write IR. Every operation gets a line of its own in a made-up source, in the order
/// in which they are built, so that places in debug information differ.
final class Ir {
  static final IrType.Struct TYPE_INFO = IrType.Struct.of(IrType.PTR, IrType.PTR, IrType.I64, IrType.PTR);
  private static final int LINES = 2000;

  final SourceFile file = new SourceFile("test.py", "pass\n".repeat(LINES));
  final SequencedMap<String, IrGlobal> globals = new LinkedHashMap<>();
  final SequencedMap<String, IrFunction> functions = new LinkedHashMap<>();
  private int line;

  Span span() {
    int start = Math.min(line++, LINES - 1) * 5;
    return new Span(file, start, start + 4);
  }

  // Types and variables.

  static Variable local(String name, IrType type) {
    return new Variable(name, type, Variable.Scope.LOCAL, name);
  }

  static Variable parameter(String name, IrType type) {
    return new Variable(name, type, Variable.Scope.PARAMETER, name);
  }

  Variable global(String name, IrType type) {
    var variable = new Variable(name, type, Variable.Scope.GLOBAL, name);
    globals.put(name, new IrGlobal(variable, null, false));
    return variable;
  }

  /// A class descriptor; answers its symbol.
  String type(String name, @Nullable String parent) {
    String symbol = "typeinfo:" + name;
    IrOp initializer =
        struct(TYPE_INFO, parent == null ? zero(IrType.PTR) : symbol("typeinfo:" + parent), data(name), i64(0), zero(IrType.PTR));
    globals.put(symbol, new IrGlobal(new Variable(symbol, TYPE_INFO, Variable.Scope.GLOBAL, ""), initializer, true));
    return symbol;
  }

  // Functions.

  IrFunction define(String name, IrType result, List<Variable> parameters, IrOp body, String... attributes) {
    return add(name, result, parameters, body, null, Set.of(attributes));
  }

  IrFunction generator(String name, IrFunction.Generator types, List<Variable> parameters, IrOp body, String... attributes) {
    return add(name, IrType.PTR, parameters, body, types, Set.of(attributes));
  }

  void declare(String name, IrType result, List<IrType> parameters, String... attributes) {
    var named = new ArrayList<Variable>();
    for (IrType each : parameters) {
      named.add(parameter("p" + named.size(), each));
    }
    add(name, result, named, null, null, Set.of(attributes));
  }

  private IrFunction add(
      String name, IrType result, List<Variable> parameters, @Nullable IrOp body, IrFunction.@Nullable Generator generator,
      Set<String> attributes) {
    var function =
        new IrFunction(name, name, "test." + name, parameters, result, body, generator, new LinkedHashSet<>(attributes), span());
    functions.put(name, function);
    return function;
  }

  IrModule module(IrOp... main) {
    define("__main__", IrType.UNIT, List.of(), sequence(main));
    return new IrModule("test", globals, functions, "__main__");
  }

  // Values.

  IrOp i64(long value) {
    return new IrOp.Constant(IrType.I64, value, span());
  }

  IrOp i32(long value) {
    return new IrOp.Constant(IrType.I32, value, span());
  }

  IrOp truth(boolean value) {
    return new IrOp.Constant(IrType.BOOL, value ? 1L : 0L, span());
  }

  IrOp f64(double value) {
    return new IrOp.Constant(IrType.F64, value, span());
  }

  IrOp zero(IrType type) {
    return new IrOp.Constant(type, IrOp.Filler.ZERO, span());
  }

  IrOp symbol(String name) {
    return new IrOp.Constant(IrType.PTR, new IrOp.Symbol(name), span());
  }

  IrOp data(String text) {
    return new IrOp.Constant(IrType.PTR, new IrOp.Data(text), span());
  }

  IrOp get(Variable variable) {
    return new IrOp.GetVariable(variable, span());
  }

  IrOp set(Variable variable, IrOp value) {
    return new IrOp.SetVariable(variable, value, span());
  }

  IrOp addressOf(Variable variable) {
    return new IrOp.VariableAddress(variable, span());
  }

  IrOp operate(Operator operator, IrType type, IrOp... operands) {
    return new IrOp.Operate(operator, type, List.of(operands), span());
  }

  IrOp add(IrOp left, IrOp right) {
    return operate(Operator.ADD, IrType.I64, left, right);
  }

  IrOp subtract(IrOp left, IrOp right) {
    return operate(Operator.SUB, IrType.I64, left, right);
  }

  IrOp multiply(IrOp left, IrOp right) {
    return operate(Operator.MUL, IrType.I64, left, right);
  }

  IrOp less(IrOp left, IrOp right) {
    return operate(Operator.SLT, IrType.BOOL, left, right);
  }

  IrOp equal(IrOp left, IrOp right) {
    return operate(Operator.EQ, IrType.BOOL, left, right);
  }

  IrOp struct(IrType.Struct type, IrOp... fields) {
    return new IrOp.MakeStruct(type, List.of(fields), span());
  }

  IrOp extract(IrOp struct, int index) {
    return new IrOp.Extract(struct, index, span());
  }

  IrOp load(IrType type, IrOp address) {
    return new IrOp.Load(type, address, span());
  }

  IrOp store(IrOp address, IrOp value) {
    return new IrOp.Store(address, value, span());
  }

  IrOp element(IrOp base, IrType type, IrOp index) {
    return new IrOp.Address(base, type, List.of(index), span());
  }

  IrOp field(IrOp base, IrType.Struct type, int index) {
    return new IrOp.Address(base, type, List.of(i32(0), i32(index)), span());
  }

  IrOp call(String name, IrOp... arguments) {
    return new IrOp.Call(symbol(name), functions.get(name).signature(), List.of(arguments), span());
  }

  /// A call of a function that is defined later.
  IrOp call(String name, IrType result, IrOp... arguments) {
    var types = List.of(arguments).stream().map(IrOp::type).toList();
    return new IrOp.Call(symbol(name), new IrType.Function(types, result), List.of(arguments), span());
  }

  IrOp intrinsic(String name, List<IrType> types, IrType result, IrOp... arguments) {
    return new IrOp.Intrinsic(name, types, result, List.of(arguments), span());
  }

  IrOp allocate(IrType type) {
    return intrinsic(Intrinsics.ALLOCATE, List.of(type), IrType.PTR);
  }

  // Statements.

  IrOp sequence(IrOp... operations) {
    return new IrOp.Sequence(List.of(operations), span());
  }

  IrOp choose(IrOp condition, IrOp whenTrue, IrOp whenFalse) {
    return new IrOp.If(condition, whenTrue, whenFalse, IrType.UNIT, span());
  }

  IrOp choose(IrOp condition, IrOp whenTrue) {
    return choose(condition, whenTrue, sequence());
  }

  IrOp whileLoop(String label, IrOp condition, IrOp... body) {
    return new IrOp.While(label, condition, sequence(body), span());
  }

  IrOp forRange(String label, Variable variable, IrOp start, IrOp stop, IrOp step, IrOp... body) {
    return new IrOp.ForRange(label, variable, start, stop, step, sequence(body), span());
  }

  IrOp forEach(String label, Variable variable, IrOp generator, boolean owned, IrOp... body) {
    return new IrOp.ForEach(label, variable, variable.type(), generator, owned, sequence(body), span());
  }

  IrOp leave(IrOp value) {
    return new IrOp.Return(value, span());
  }

  IrOp leave() {
    return new IrOp.Return(null, span());
  }

  IrOp breakFrom(String label) {
    return new IrOp.Jump(label, IrOp.JumpKind.BREAK, span());
  }

  IrOp continueWith(String label) {
    return new IrOp.Jump(label, IrOp.JumpKind.CONTINUE, span());
  }

  IrOp attempt(IrOp body, IrOp.Handler... handlers) {
    return new IrOp.Try(body, List.of(handlers), null, span());
  }

  IrOp attemptFinally(IrOp body, IrOp finallyBody, IrOp.Handler... handlers) {
    return new IrOp.Try(body, List.of(handlers), finallyBody, span());
  }

  IrOp.Handler handler(List<String> classes, IrOp... body) {
    return new IrOp.Handler(classes, local("caught", IrType.PTR), sequence(body));
  }

  IrOp yield(IrOp value) {
    return new IrOp.Yield(value, IrType.UNIT, span());
  }

  /// Raises a new object of the class.
  IrOp raise(String typeSymbol) {
    Variable object = local("raised", IrType.PTR);
    return sequence(
        set(object, allocate(IrType.Struct.of(IrType.PTR))),
        store(get(object), symbol(typeSymbol)),
        intrinsic(Intrinsics.THROW, List.of(), IrType.UNIT, get(object)));
  }

  // Output, unbuffered.

  IrOp print(IrOp number) {
    declareOnce("dprintf", IrType.I32, List.of(IrType.I32, IrType.PTR, IrType.I64));
    return call("dprintf", i32(1), data("%ld\n"), number);
  }

  IrOp print(String text) {
    declareOnce("write", IrType.I64, List.of(IrType.I32, IrType.PTR, IrType.I64));
    return call("write", i32(1), data(text + "\n"), i64(text.length() + 1));
  }

  private void declareOnce(String name, IrType result, List<IrType> parameters) {
    if (!functions.containsKey(name)) {
      declare(name, result, parameters, "nounwind");
    }
  }
}
