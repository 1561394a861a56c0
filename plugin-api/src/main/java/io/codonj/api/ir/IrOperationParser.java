package io.codonj.api.ir;

import io.codonj.api.ir.IrLexer.Token;
import io.codonj.api.source.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads operations and bodies for [IrParser].
final class IrOperationParser {
  private static final Map<String, Operator> OPERATORS = new HashMap<>();

  static {
    for (Operator operator : Operator.values()) {
      OPERATORS.put(operator.text(), operator);
    }
  }

  private final IrTokens tokens;
  private final Map<String, Variable> variables;
  private final Map<String, IrGlobal> globals;
  private final Map<String, IrParser.ExtensionReader> extensions;

  IrOperationParser(
      IrTokens tokens,
      Map<String, Variable> variables,
      Map<String, IrGlobal> globals,
      Map<String, IrParser.ExtensionReader> extensions) {
    this.tokens = tokens;
    this.variables = variables;
    this.globals = globals;
    this.extensions = extensions;
  }

  IrOp body() {
    tokens.expect("{");
    return rest();
  }

  /// The operations up to the closing brace; a single one stands for itself.
  IrOp rest() {
    List<IrOp> operations = new ArrayList<>();
    while (!tokens.accept("}")) {
      operations.add(operation());
    }
    return operations.size() == 1 ? operations.getFirst() : new IrOp.Sequence(operations, Span.NONE);
  }

  IrOp operation() {
    Token token = tokens.peek();
    if (token.is("%") || token.is("@")) {
      Variable variable = variable();
      return tokens.accept("=")
          ? new IrOp.SetVariable(variable, operation(), Span.NONE)
          : new IrOp.GetVariable(variable, Span.NONE);
    }
    if (tokens.accept("&")) {
      return new IrOp.VariableAddress(variable(), Span.NONE);
    }
    return tokens.atType() ? constant() : keyword(token.line(), tokens.word());
  }

  private IrOp keyword(int line, String word) {
    return switch (word) {
      case "load" -> new IrOp.Load(bracketedType(), exactly(1, arguments(), word, line).getFirst(), Span.NONE);
      case "store" -> {
        List<IrOp> operands = exactly(2, arguments(), word, line);
        yield new IrOp.Store(operands.get(0), operands.get(1), Span.NONE);
      }
      case "address" -> {
        IrType pointee = bracketedType();
        List<IrOp> operands = arguments();
        yield new IrOp.Address(operands.getFirst(), pointee, operands.subList(1, operands.size()), Span.NONE);
      }
      case "struct" -> {
        if (!(bracketedType() instanceof IrType.Struct type)) {
          throw tokens.error("a struct needs a struct type");
        }
        yield new IrOp.MakeStruct(type, arguments(), Span.NONE);
      }
      case "extract" -> {
        tokens.expect("[");
        int index = tokens.integer();
        tokens.expect("]");
        yield new IrOp.Extract(exactly(1, arguments(), word, line).getFirst(), index, Span.NONE);
      }
      case "call" -> call();
      case "intrinsic" -> {
        String name = tokens.name();
        List<IrType> types = tokens.accept("[") ? tokens.types("]") : List.of();
        List<IrOp> operands = arguments();
        tokens.expect("->");
        yield new IrOp.Intrinsic(name, types, tokens.type(), operands, Span.NONE);
      }
      case "extension" -> extension(line);
      case "return" -> {
        boolean empty = tokens.peek().is("}") || tokens.peek().startsLine();
        yield new IrOp.Return(empty ? null : operation(), Span.NONE);
      }
      case "break", "continue" ->
          new IrOp.Jump(tokens.name("#"), IrOp.JumpKind.valueOf(word.toUpperCase(Locale.ROOT)), Span.NONE);
      case "yield" -> {
        IrType received = typeOrUnit();
        yield new IrOp.Yield(exactly(1, arguments(), word, line).getFirst(), received, Span.NONE);
      }
      default -> OPERATORS.containsKey(word) ? operate(line, OPERATORS.get(word)) : flow(line, word);
    };
  }

  private IrOp flow(int line, String word) {
    return switch (word) {
      case "do" -> {
        IrOp body = body();
        yield body instanceof IrOp.Sequence ? body : new IrOp.Sequence(List.of(body), Span.NONE);
      }
      case "if" -> {
        IrType type = typeOrUnit();
        IrOp condition = operation();
        IrOp whenTrue = body();
        IrOp whenFalse = tokens.acceptWord("else") ? body() : new IrOp.Sequence(List.of(), Span.NONE);
        yield new IrOp.If(condition, whenTrue, whenFalse, type, Span.NONE);
      }
      case "while" -> {
        String label = tokens.name("#");
        IrOp condition = operation();
        yield new IrOp.While(label, condition, body(), Span.NONE);
      }
      case "foreach" -> forEach();
      case "for" -> {
        String label = tokens.name("#");
        Variable variable = variable();
        tokens.expectWord("in");
        tokens.expectWord("range");
        List<IrOp> bounds = exactly(3, arguments(), "range", line);
        yield new IrOp.ForRange(
            label, variable, bounds.get(0), bounds.get(1), bounds.get(2), body(), Span.NONE);
      }
      case "block" -> {
        String label = tokens.name("#");
        yield new IrOp.Block(label, body(), Span.NONE);
      }
      case "try" -> attempt();
      case "pipeline" -> pipeline();
      case "region" -> {
        String annotation = tokens.string();
        List<IrOp> operands = arguments();
        yield new IrOp.Region(annotation, operands, body(), Span.NONE);
      }
      default -> throw new IrSyntaxException(line, "there is no operation '" + word + "'");
    };
  }

  private IrOp forEach() {
    String label = tokens.name("#");
    Variable variable = variable();
    tokens.expect(":");
    IrType yielded = tokens.type();
    tokens.expectWord("in");
    IrOp generator = operation();
    boolean owned = tokens.acceptWord("owned");
    return new IrOp.ForEach(label, variable, yielded, generator, owned, body(), Span.NONE);
  }

  private IrOp attempt() {
    IrOp body = body();
    List<IrOp.Handler> handlers = new ArrayList<>();
    while (tokens.acceptWord("catch")) {
      List<String> classes = new ArrayList<>();
      while (tokens.peek().is("@")) {
        classes.add(tokens.name("@"));
      }
      Variable variable = variable();
      handlers.add(new IrOp.Handler(classes, variable, body()));
    }
    IrOp finallyBody = tokens.acceptWord("finally") ? body() : null;
    return new IrOp.Try(body, handlers, finallyBody, Span.NONE);
  }

  private IrOp pipeline() {
    IrType type = typeOrUnit();
    IrOp source = operation();
    List<IrOp.Stage> stages = new ArrayList<>();
    while (tokens.acceptWord("stage")) {
      Variable variable = variable();
      IrType yielded = tokens.acceptWord("yields") ? tokens.type() : null;
      boolean parallel = tokens.acceptWord("parallel");
      stages.add(new IrOp.Stage(variable, body(), yielded, parallel));
    }
    return new IrOp.Pipeline(source, stages, type, Span.NONE);
  }

  private IrOp call() {
    IrOp callee;
    if (tokens.accept("(")) {
      callee = operation();
      tokens.expect(")");
    } else {
      callee = new IrOp.Constant(IrType.PTR, new IrOp.Symbol(tokens.name("@")), Span.NONE);
    }
    List<IrOp> operands = arguments();
    tokens.expect("->");
    IrType result = tokens.type();
    var signature = new IrType.Function(operands.stream().map(IrOp::type).toList(), result);
    return new IrOp.Call(callee, signature, operands, Span.NONE);
  }

  private IrOp extension(int line) {
    String name = tokens.name();
    List<IrOp> operands = arguments();
    tokens.expect("->");
    IrType type = tokens.type();
    IrParser.ExtensionReader reader = extensions.get(name);
    if (reader == null) {
      throw new IrSyntaxException(line, "nobody reads the extension '" + name + "'");
    }
    return reader.read(operands, type);
  }

  private IrOp operate(int line, Operator operator) {
    IrType type = tokens.peek().is("[") ? bracketedType() : null;
    List<IrOp> operands = arguments();
    IrType known = type != null ? type : OperatorTypes.implied(operator, operands);
    if (known == null) {
      throw new IrSyntaxException(line, "the type of " + operator.text() + " must be given");
    }
    return new IrOp.Operate(operator, known, operands, Span.NONE);
  }

  private IrOp constant() {
    IrType type = tokens.type();
    Token token = tokens.peek();
    Object value = switch (token.kind()) {
      case STRING -> new IrOp.Data(tokens.string());
      case PUNCTUATION -> new IrOp.Symbol(tokens.name("@"));
      default -> switch (token.text()) {
        case "zero" -> IrOp.Filler.ZERO;
        case "undefined" -> IrOp.Filler.UNDEFINED;
        default -> type instanceof IrType.Float ? (Object) floating(token) : integer(token);
      };
    };
    if (token.kind() == IrLexer.Kind.WORD) {
      tokens.next();
    }
    return new IrOp.Constant(type, value, Span.NONE);
  }

  private Object integer(Token token) {
    try {
      var value = new BigInteger(token.text());
      return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    } catch (NumberFormatException _) {
      throw tokens.error("expected a constant");
    }
  }

  private Double floating(Token token) {
    String text = token.text();
    try {
      return switch (text) {
        case "nan" -> Double.NaN;
        case "inf" -> Double.POSITIVE_INFINITY;
        case "-inf" -> Double.NEGATIVE_INFINITY;
        default -> text.startsWith("nan.")
            ? Double.longBitsToDouble(Long.parseUnsignedLong(text.substring(4), 16))
            : Double.parseDouble(text);
      };
    } catch (NumberFormatException _) {
      throw tokens.error("expected a number");
    }
  }

  private Variable variable() {
    boolean global = tokens.peek().is("@");
    int line = tokens.peek().line();
    String name = tokens.name(global ? "@" : "%");
    IrGlobal known = global ? globals.get(name) : null;
    Variable variable = known != null ? known.variable() : global ? null : variables.get(name);
    if (variable == null) {
      throw new IrSyntaxException(line, "there is no variable " + (global ? "@" : "%") + name);
    }
    return variable;
  }

  private IrType bracketedType() {
    tokens.expect("[");
    IrType type = tokens.type();
    tokens.expect("]");
    return type;
  }

  private IrType typeOrUnit() {
    return tokens.peek().is("[") ? bracketedType() : IrType.UNIT;
  }

  private List<IrOp> arguments() {
    List<IrOp> operands = new ArrayList<>();
    tokens.expect("(");
    while (!tokens.accept(")")) {
      if (!operands.isEmpty()) {
        tokens.expect(",");
      }
      operands.add(operation());
    }
    return operands;
  }

  private static List<IrOp> exactly(int count, List<IrOp> operands, String word, int line) {
    if (operands.size() != count) {
      throw new IrSyntaxException(line, word + " takes " + count + " operands, not " + operands.size());
    }
    return operands;
  }
}
