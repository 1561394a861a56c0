package io.codonj.api.ir;

import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the text that [IrPrinter] writes; `docs/ir.md` describes the notation. What it reads need not be valid:
/// see [IrVerifier]. All spans are [Span#NONE].
public final class IrParser {
  private final IrTokens tokens;
  private final Map<String, ExtensionReader> extensions;
  private final LinkedHashMap<String, IrGlobal> globals = new LinkedHashMap<>();
  private final LinkedHashMap<String, IrFunction> functions = new LinkedHashMap<>();

  /// Makes a plugin's operation from its printed operands.
  public interface ExtensionReader {
    IrOp.Extension read(List<IrOp> operands, IrType type);
  }

  private IrParser(String text, Map<String, ExtensionReader> extensions) {
    this.tokens = new IrTokens(text);
    this.extensions = extensions;
  }

  /// @throws IrSyntaxException when the text is no IR
  public static IrModule parse(String text) {
    return parse(text, Map.of());
  }

  /// @param extensions readers of plugins' operations by name
  public static IrModule parse(String text, Map<String, ExtensionReader> extensions) {
    return new IrParser(text, extensions).module();
  }

  private IrModule module() {
    tokens.expectWord("module");
    String name = tokens.name();
    tokens.expectWord("entry");
    String entry = tokens.name("@");
    while (!tokens.atEnd()) {
      switch (tokens.word()) {
        case "global" -> global(false);
        case "constant" -> global(true);
        case "function" -> function(true);
        case "external" -> function(false);
        default -> throw tokens.error("expected a global or a function");
      }
    }
    return new IrModule(name, globals, functions, entry);
  }

  private void global(boolean constant) {
    String name = tokens.name("@");
    Variable variable = declaration(name, Variable.Scope.GLOBAL);
    IrOp initializer = tokens.accept("=") ? operations(Map.of()).operation() : null;
    globals.put(name, new IrGlobal(variable, initializer, constant));
  }

  private Variable declaration(String name, Variable.Scope scope) {
    tokens.expect(":");
    IrType type = tokens.type();
    String sourceName = tokens.peek().kind() == IrLexer.Kind.STRING ? tokens.string() : "";
    return new Variable(name, type, scope, sourceName);
  }

  private void function(boolean hasBody) {
    String name = tokens.name("@");
    List<Variable> parameters = new ArrayList<>();
    tokens.expect("(");
    while (!tokens.accept(")")) {
      if (!parameters.isEmpty()) {
        tokens.expect(",");
      }
      parameters.add(declaration(tokens.name("%"), Variable.Scope.PARAMETER));
    }
    tokens.expect("->");
    IrType result = tokens.type();
    String displayName = tokens.acceptWord("display") ? tokens.string() : name;
    String origin = tokens.acceptWord("origin") ? tokens.string() : name;
    IrFunction.Generator generator = tokens.acceptWord("generator") ? generator() : null;
    Set<String> attributes = attributes();
    IrOp body = hasBody ? body(parameters) : null;
    functions.put(name, new IrFunction(
        name, displayName, origin, parameters, result, body, generator, attributes, Span.NONE));
  }

  private IrFunction.Generator generator() {
    tokens.expect("(");
    List<IrType> types = tokens.types(")");
    if (types.size() != 3) {
      throw tokens.error("a generator has three types");
    }
    return new IrFunction.Generator(types.get(0), types.get(1), types.get(2));
  }

  private Set<String> attributes() {
    Set<String> attributes = new LinkedHashSet<>();
    if (tokens.accept("[")) {
      while (!tokens.accept("]")) {
        if (!attributes.isEmpty()) {
          tokens.expect(",");
        }
        attributes.add(tokens.word());
      }
    }
    return attributes;
  }

  private IrOp body(List<Variable> parameters) {
    Map<String, Variable> variables = new LinkedHashMap<>();
    parameters.forEach(parameter -> variables.put(parameter.name(), parameter));
    tokens.expect("{");
    while (tokens.acceptWord("local")) {
      String name = tokens.name("%");
      variables.put(name, declaration(name, Variable.Scope.LOCAL));
    }
    return operations(variables).rest();
  }

  private IrOperationParser operations(Map<String, Variable> variables) {
    return new IrOperationParser(tokens, variables, globals, extensions);
  }
}
