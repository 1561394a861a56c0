package io.codonj.core.infer;

import io.codonj.api.types.Type;
import io.codonj.api.types.Type.CallableType;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.FunctionType;
import io.codonj.api.types.Type.LiteralType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.api.types.Type.ModuleType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.api.types.Type.UnionType;
import io.codonj.core.typed.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Inference variables and what they stand for. A variable is a [ClassType] named `?N`; bindings are undone by
/// [#rollback] after a trial.
final class Substitution {
  private final List<ClassType> variables = new ArrayList<>();
  private final List<@Nullable Type> bindings = new ArrayList<>();
  private final List<Integer> trail = new ArrayList<>();
  private int progress;
  private int watermark;

  Type fresh() {
    var variable = new ClassType("?" + variables.size(), List.of());
    variables.add(variable);
    bindings.add(null);
    return variable;
  }

  /// Grows whenever a variable is bound; equal values mean that nothing was learnt in between.
  int progress() {
    return progress;
  }

  int mark() {
    return trail.size();
  }

  void rollback(int mark) {
    while (trail.size() > mark) {
      int index = trail.removeLast();
      bindings.set(index, null);
      if (index < watermark) {
        progress--;
      }
    }
  }

  /// From now on only what is learnt about the variables known so far counts as progress, not what a walk does with
  /// its own; gives the former mark, to be restored.
  int watermark() {
    int former = watermark;
    watermark = variables.size();
    return former;
  }

  void restoreWatermark(int former) {
    watermark = former;
  }

  static boolean isVariable(Type type) {
    return type instanceof ClassType c && c.name().charAt(0) == '?';
  }

  private static int index(Type variable) {
    return Integer.parseInt(((ClassType) variable).name(), 1, ((ClassType) variable).name().length(), 10);
  }

  void bind(Type variable, Type value) {
    int index = index(variable);
    bindings.set(index, value);
    trail.add(index);
    if (index < watermark) {
      progress++;
    }
  }

  /// Follows bindings at the top of the type only.
  Type prune(Type type) {
    Type current = type;
    while (isVariable(current)) {
      Type bound = bindings.get(index(current));
      if (bound == null) {
        return current;
      }
      current = bound;
    }
    return current instanceof OptionalType(var inner) ? optional(inner) : current;
  }

  /// `T | None` in normal form.
  Type optional(Type inner) {
    Type value = prune(inner);
    return value instanceof OptionalType || Names.isNone(value) ? value : new OptionalType(value);
  }

  /// Replaces all bound variables, deeply.
  Type resolve(Type type) {
    return switch (prune(type)) {
      case ClassType c when c.arguments().isEmpty() -> c;
      case ClassType c when c.arguments().size() == 3 && c.name().equals("Generator") ->
          GeneratorTypes.normal(this, new ClassType(c.name(), resolve(c.arguments())));
      case ClassType c -> new ClassType(c.name(), resolve(c.arguments()));
      case TupleType t -> new TupleType(resolve(t.elements()));
      case OptionalType o -> optional(resolve(o.value()));
      case UnionType u -> union(resolve(u.members()));
      case CallableType c -> new CallableType(resolve(c.parameters()), resolve(c.result()));
      case FunctionType f -> f.captures().isEmpty() ? f : new FunctionType(f.function(), resolve(f.captures()));
      case MetaType m -> new MetaType(resolve(m.instance()));
      case ModuleType m -> m;
      case LiteralType l -> l;
    };
  }

  List<Type> resolve(List<Type> types) {
    var result = new ArrayList<Type>(types.size());
    for (Type type : types) {
      result.add(resolve(type));
    }
    return result;
  }

  /// The union of the members in normal form; optional when one of them is None.
  Type union(List<Type> members) {
    var distinct = new TreeMap<String, Type>();
    boolean none = false;
    var pending = new ArrayList<>(members);
    while (!pending.isEmpty()) {
      switch (prune(pending.removeFirst())) {
        case UnionType u -> pending.addAll(0, u.members());
        case OptionalType o -> {
          none = true;
          pending.addFirst(o.value());
        }
        case Type t when Names.isNone(t) -> none = true;
        case Type t -> distinct.put(resolve(t) + " " + TypeNames.qualified(resolve(t)), t);
      }
    }
    if (distinct.isEmpty()) {
      return Names.NONE;
    }
    Type joined = distinct.size() == 1 ? distinct.firstEntry().getValue() : new UnionType(List.copyOf(distinct.values()));
    return none ? optional(joined) : joined;
  }

  boolean isGround(Type type) {
    return switch (prune(type)) {
      case ClassType c -> !isVariable(c) && c.arguments().stream().allMatch(this::isGround);
      case TupleType t -> t.elements().stream().allMatch(this::isGround);
      case OptionalType o -> isGround(o.value());
      case UnionType u -> u.members().stream().allMatch(this::isGround);
      case CallableType c -> isGround(c.result()) && c.parameters().stream().allMatch(this::isGround);
      case FunctionType f -> f.captures().stream().allMatch(this::isGround);
      case MetaType m -> isGround(m.instance());
      case ModuleType _, LiteralType _ -> true;
    };
  }

  boolean occurs(Type variable, Type in) {
    return switch (prune(in)) {
      case ClassType c -> c.equals(variable) || c.arguments().stream().anyMatch(a -> occurs(variable, a));
      case TupleType t -> t.elements().stream().anyMatch(e -> occurs(variable, e));
      case OptionalType o -> occurs(variable, o.value());
      case UnionType u -> u.members().stream().anyMatch(m -> occurs(variable, m));
      case CallableType c ->
          occurs(variable, c.result()) || c.parameters().stream().anyMatch(p -> occurs(variable, p));
      case FunctionType f -> f.captures().stream().anyMatch(x -> occurs(variable, x));
      case MetaType m -> occurs(variable, m.instance());
      case ModuleType _, LiteralType _ -> false;
    };
  }

  /// Makes two types equal by binding variables; false (with partial bindings) when they cannot be.
  boolean unify(Type left, Type right) {
    Type a = prune(left);
    Type b = prune(right);
    if (a.equals(b)) {
      return true;
    }
    if (isVariable(a)) {
      if (occurs(a, b)) {
        return false;
      }
      bind(a, b);
      return true;
    }
    if (isVariable(b)) {
      return unify(b, a);
    }
    return switch (a) {
      case ClassType x when b instanceof ClassType y && GeneratorTypes.isGenerator(x) && GeneratorTypes.isGenerator(y)
          && x.arguments().size() != y.arguments().size() -> unify(x.arguments().getFirst(), y.arguments().getFirst())
              && unify(GeneratorTypes.received(x), GeneratorTypes.received(y))
              && unify(GeneratorTypes.returned(x), GeneratorTypes.returned(y));
      case ClassType x -> b instanceof ClassType y && x.name().equals(y.name()) && unify(x.arguments(), y.arguments());
      case TupleType x -> b instanceof TupleType y && unify(x.elements(), y.elements());
      case OptionalType x -> b instanceof OptionalType y && unify(x.value(), y.value());
      case UnionType x -> b instanceof UnionType y && unify(x.members(), y.members());
      case CallableType x ->
          b instanceof CallableType y && unify(x.parameters(), y.parameters()) && unify(x.result(), y.result());
      case FunctionType x ->
          b instanceof FunctionType y && x.function().equals(y.function()) && unify(x.captures(), y.captures());
      case MetaType x -> b instanceof MetaType y && unify(x.instance(), y.instance());
      case ModuleType _, LiteralType _ -> false;
    };
  }

  boolean unify(List<Type> left, List<Type> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!unify(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }
}
