package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.TypeParameter;
import io.codonj.api.types.Type;
import java.util.List;

/// What a name at module or class level means when it is not an ordinary value.
sealed interface Symbol permits FunctionSymbol, ClassSymbol, Symbol.Variable, Symbol.ModuleReference, Symbol.Imported,
    Symbol.Alias, Symbol.TypeVariable, Symbol.Special, Symbol.Constant {

  /// A global variable.
  record Variable(ModuleSymbol module, String name) implements Symbol {}

  /// A global that is bound once, to a literal.
  record Constant(ModuleSymbol module, String name, Expr value) implements Symbol {}

  record ModuleReference(String module) implements Symbol {}

  /// `from module import name`
  record Imported(String module, String name, io.codonj.api.source.Span span) implements Symbol {}

  /// `type name[parameters] = value`, or a plain assignment of a type expression.
  record Alias(ModuleSymbol module, List<TypeParameter> parameters, Expr value) implements Symbol {}

  /// `T = TypeVar("T")`
  record TypeVariable(String name) implements Symbol {}

  /// A name that the checker itself gives a meaning (`typing.Optional`, `isinstance`).
  record Special(String name) implements Symbol {}

  /// A type bound to a name by the dialect (`T` inside a generic).
  static boolean isVariable(Type type) {
    return Substitution.isVariable(type);
  }
}
