package io.codonj.core.typed;

import io.codonj.api.types.Type;
import java.util.List;

/// Text of types for names of instances and symbols. Unlike [Type#toString()], which is made for people, it keeps module names, so two
/// classes of one name stay apart.
public final class TypeNames {
  private TypeNames() {}

  public static String qualified(Type type) {
    return switch (type) {
      case Type.ClassType named when named.arguments().isEmpty() -> named.name();
      case Type.ClassType named -> named.name() + "[" + list(named.arguments(), ", ") + "]";
      case Type.TupleType tuple -> "tuple[" + (tuple.elements().isEmpty() ? "()" : list(tuple.elements(), ", ")) + "]";
      case Type.OptionalType optional -> qualified(optional.value()) + " | None";
      case Type.UnionType union -> list(union.members(), " | ");
      case Type.CallableType callable ->
          "Callable[[" + list(callable.parameters(), ", ") + "], " + qualified(callable.result()) + "]";
      case Type.FunctionType function when function.captures().isEmpty() -> "function " + function.function();
      case Type.FunctionType function -> "function " + function.function() + "{" + list(function.captures(), ", ") + "}";
      case Type.MetaType meta -> "type[" + qualified(meta.instance()) + "]";
      case Type.ModuleType module -> module.toString();
      case Type.LiteralType literal -> literal.toString();
    };
  }

  private static String list(List<Type> types, String separator) {
    var text = new StringBuilder();
    for (Type type : types) {
      if (!text.isEmpty()) {
        text.append(separator);
      }
      text.append(qualified(type));
    }
    return text.toString();
  }
}
