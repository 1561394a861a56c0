package io.codonj.api.ir;

import io.codonj.api.source.Span;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A function of the IR.
///
/// @param name symbol, unique in the module, made from content (`__main__.fib[int]`)
/// @param displayName what tracebacks and debuggers show (`fib`)
/// @param origin qualified name of the definition (`builtins.dict.get`), for passes that recognise library code
/// @param body null for functions defined elsewhere (C runtime, libc)
/// @param generator type of the yielded values, null for ordinary functions; a generator's result type is ptr
/// @param attributes `inline`, `noinline`, `pure`, `export` (C calls it), `visible` (from outside of
///     the linked file), `cold`, `noreturn`, `nounwind`, `library`; `native.NAME` on a
///     function that a native library defines
public record IrFunction(
    String name,
    String displayName,
    String origin,
    List<Variable> parameters,
    IrType result,
    @Nullable IrOp body,
    @Nullable Generator generator,
    Set<String> attributes,
    Span span) {

  /// Begins the attribute that names the native library of an external function.
  public static final String NATIVE = "native.";

  /// What a generator yields, and what `send` brings to it (unit when it takes nothing).
  public record Generator(IrType yielded, IrType received, IrType returned) {}

  public IrType.Function signature() {
    return new IrType.Function(parameters.stream().map(Variable::type).toList(), result);
  }

  /// Whether this is an instance of the definition of that qualified name. Overloads have origins that differ by
  /// primes at the end (`range.__new__'`).
  public boolean isInstanceOf(String definition) {
    int end = origin.length();
    while (end > definition.length() && origin.charAt(end - 1) == '\'') {
      end--;
    }
    return end == definition.length() && origin.startsWith(definition);
  }

  public boolean isExternal() {
    return body == null;
  }

  public IrFunction withBody(IrOp newBody) {
    return new IrFunction(name, displayName, origin, parameters, result, newBody, generator, attributes, span);
  }
}
