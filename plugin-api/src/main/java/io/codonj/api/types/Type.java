package io.codonj.api.types;

import java.util.List;
import java.util.stream.Collectors;

/// The types of expressions after inference. Equality is structural; [#toString()] is the canonical text from
/// which names of instances are made.
public sealed interface Type {

  /// A nominal type: `int`, `list[T]`, `NoneType`, a user's class. `name` is the qualified name
  /// (`builtins.list` prints as `list`, `__main__.Node` as `Node`).
  record ClassType(String name, List<Type> arguments) implements Type {
    public ClassType {
      arguments = List.copyOf(arguments);
    }

    public static ClassType of(String name, Type... arguments) {
      return new ClassType(name, List.of(arguments));
    }

    /// The name without its module: what users call the class.
    public String shortName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
      return arguments.isEmpty() ? shortName() : shortName() + list(arguments, "[", "]");
    }
  }

  /// A tuple by value; its length is part of the type.
  record TupleType(List<Type> elements) implements Type {
    public TupleType {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      return elements.isEmpty() ? "tuple[()]" : "tuple" + list(elements, "[", "]");
    }
  }

  record OptionalType(Type value) implements Type {
    @Override
    public String toString() {
      return value + " | None";
    }
  }

  /// Members are distinct, none is optional or a union, and they are sorted by canonical text.
  record UnionType(List<Type> members) implements Type {
    public UnionType {
      members = List.copyOf(members);
    }

    @Override
    public String toString() {
      return members.stream().map(Type::toString).collect(Collectors.joining(" | "));
    }
  }

  /// Any function value of this signature: a code pointer and an environment.
  record CallableType(List<Type> parameters, Type result) implements Type {
    public CallableType {
      parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
      return "Callable[" + list(parameters, "[", "]") + ", " + result + "]";
    }
  }

  /// One particular function used as a value, with the types of what it captured. `function` is the
  /// qualified name of its definition.
  record FunctionType(String function, List<Type> captures) implements Type {
    public FunctionType {
      captures = List.copyOf(captures);
    }

    @Override
    public String toString() {
      return "function " + function + (captures.isEmpty() ? "" : list(captures, "{", "}"));
    }
  }

  /// A class used as a value: `type[T]`. It has no bits at run time.
  record MetaType(Type instance) implements Type {
    @Override
    public String toString() {
      return "type[" + instance + "]";
    }
  }

  /// An imported module used as a value. It has no bits at run time.
  record ModuleType(String name) implements Type {
    @Override
    public String toString() {
      return "module " + name;
    }
  }

  /// A compile-time constant used as a type argument (`Int[64]`): a Long, String or Boolean.
  record LiteralType(Object value) implements Type {
    @Override
    public String toString() {
      return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
    }
  }

  private static String list(List<Type> types, String open, String close) {
    return types.stream().map(Type::toString).collect(Collectors.joining(", ", open, close));
  }
}
