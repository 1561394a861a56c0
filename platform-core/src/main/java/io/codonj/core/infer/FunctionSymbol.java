package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Stmt;
import io.codonj.api.types.Type;
import io.codonj.core.resolve.ScopeAnalyzer;
import io.codonj.core.resolve.ScopeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A function or method definition, generic until it is called.
final class FunctionSymbol implements Symbol {
  enum Kind { FUNCTION, METHOD, STATIC_METHOD, CLASS_METHOD, PROPERTY, SETTER, DELETER }

  /// Unique: for nested functions it contains the instance of the enclosing one.
  final String name;

  final String displayName;
  final Stmt.FunctionDef definition;
  final ModuleSymbol module;
  final @Nullable ClassSymbol owner;

  /// The walk of the enclosing function, for nested ones.
  final @Nullable Body enclosing;

  /// Types that the enclosing function's type parameters stand for.
  final Map<String, Type> typeContext;

  Kind kind = Kind.FUNCTION;
  @Nullable String intrinsic;
  List<Expr> intrinsicTypes = List.of();
  @Nullable String foreign;

  /// The native library that defines the foreign function; empty for the runtime and libc.
  String nativeLibrary = "";

  boolean isAbstract;

  /// A call whose first argument is a union becomes one call per member.
  boolean perMember;

  /// Displays that are given to unannotated parameters may mix types.
  boolean mixedDisplays;

  /// What `functools.wraps` says this one wraps.
  @Nullable FunctionSymbol wrapped;

  /// Made by `partial()`: arguments of a call take the place of those of the same name given before.
  boolean isPartial;

  /// How many arguments a function of open signature needs; -1 when that is not known.
  int arity = -1;

  /// The value that the program gave to `__name__`.
  @Nullable String givenName;

  /// Default values may be evaluated at each call (literals, and what the checker itself wrote).
  boolean synthetic;

  final List<String> attributes = new ArrayList<>();

  /// Variables of enclosing functions that this one uses, in a stable order; filled when it is first needed.
  @Nullable List<Version> captures;

  /// Variables that hold the defaults of a nested function, evaluated where its closure is made and captured by value.
  final java.util.Map<String, Version> defaults = new java.util.LinkedHashMap<>();

  /// All definitions of an overloaded name, this one first; empty when there is only one.
  final List<FunctionSymbol> overloads = new ArrayList<>();

  /// Analysed when it is first asked for: most functions of the library are never called.
  private @Nullable ScopeInfo scope;

  private @Nullable Boolean leavesOpen;

  /// Names of type parameters, declared or by use of a `TypeVar`; filled when first needed.
  @Nullable List<String> typeParameterNames;

  FunctionSymbol(
      String name, String displayName, Stmt.FunctionDef definition, ModuleSymbol module, @Nullable ClassSymbol owner,
      @Nullable Body enclosing, Map<String, Type> typeContext, @Nullable ScopeInfo scope) {
    this.name = name;
    this.displayName = displayName;
    this.definition = definition;
    this.module = module;
    this.owner = owner;
    this.enclosing = enclosing;
    this.typeContext = typeContext;
    this.scope = scope;
  }

  /// What the function binds and captures.
  ScopeInfo scope() {
    if (scope == null) {
      scope = ScopeAnalyzer.function(definition.parameters(), definition.body());
    }
    return scope;
  }

  List<Parameter> parameters() {
    return definition.parameters();
  }

  /// May this operator method give `NotImplemented`?
  boolean leavesOpen() {
    if (leavesOpen == null) {
      leavesOpen = owner != null && !module.isLibrary && ReturnScan.leavesOpen(definition.body());
    }
    return leavesOpen;
  }

  boolean takesSelf() {
    return kind == Kind.METHOD || kind == Kind.PROPERTY || kind == Kind.SETTER || kind == Kind.DELETER;
  }

  @Override
  public String toString() {
    return name;
  }
}
