package io.codonj.core.infer;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A function with the types of one set of arguments. Recursive calls find it while its body is still being walked.
final class Instance {
  enum State { NEW, RUNNING, INCOMPLETE, DONE }

  final String name;
  final FunctionSymbol symbol;
  final List<Type> parameterTypes;
  final Map<String, Type> typeArguments;
  Type result;
  State state = State.NEW;

  /// Value of [Substitution#progress] when the last walk ended without success.
  int triedAt = -1;

  int walks;
  @Nullable TypedFunction typed;
  TypedFunction.@Nullable Generator generator;
  @Nullable Body body;
  final List<Diagnostic> problems = new ArrayList<>();

  /// Instances that the typed body calls.
  final Set<String> callees = new LinkedHashSet<>();

  /// Types of fresh inference variables by syntax node and purpose; they live until the body is restarted.
  final Map<String, Type> nodeTypes = new HashMap<>();

  boolean resultAnnotated;

  /// Walked only to learn what the function does with open types.
  boolean isTrial;

  /// Exceptions that callers expect: type errors of the body that stand for one of them are raised at run time.
  final Set<String> expectedErrors = new LinkedHashSet<>();

  /// How many calls deep errors are expected.
  int expectedDepth;

  Instance(
      String name, FunctionSymbol symbol, List<Type> parameterTypes, Map<String, Type> typeArguments, Type result) {
    this.name = name;
    this.symbol = symbol;
    this.parameterTypes = parameterTypes;
    this.typeArguments = typeArguments;
    this.result = result;
  }

  @Override
  public String toString() {
    return name;
  }
}
