package io.codonj.core.typed;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One instance of a function: all types known.
///
/// The parameters of the machine function are the captures (cells as pointers) followed by `parameters`.
///
/// @param name unique, made from content: `__main__.fib[int]`
/// @param displayName what tracebacks show: `fib`, `<module>`, `<lambda>`
/// @param origin qualified name of the definition
/// @param captures variables of enclosing functions; a cell variable is received as its cell
/// @param generator what it yields, null for ordinary functions
/// @param body null for abstract or foreign functions
/// @param attributes `inline`, `noinline`, `pure`, `export`, `cold`, `noreturn`, `library`
/// @param inlineText the body of an `@llvm` function, else null
public record TypedFunction(
    String name,
    String displayName,
    String origin,
    List<TypedVariable> captures,
    List<TypedVariable> parameters,
    Type result,
    @Nullable Generator generator,
    List<TypedStmt> body,
    Set<String> attributes,
    @Nullable InlineText inlineText,
    Span span) {

  public record Generator(Type yielded, Type received, Type returned) {}

  /// LLVM's text, in which `{=N}` stands for the machine type of `types[N]`; `span` is where its first line begins.
  public record InlineText(String text, List<Type> types, Span span) {}
}
