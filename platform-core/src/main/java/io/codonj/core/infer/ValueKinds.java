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
import org.jspecify.annotations.Nullable;

/// Which values can be equal at all: a number never equals a text.
final class ValueKinds {
  private ValueKinds() {}

  static boolean mayBeEqual(Body body, Type left, Type right) {
    String a = kind(left);
    String b = kind(right);
    if (a != null && b != null) {
      return a.equals(b);
    }
    if (a == null && b == null) {
      return true;
    }
    return body.calls.hasMethod(a == null ? left : right, "__eq__");
  }

  /// The kind of a built-in type; null for classes that may define what equals them.
  private static @Nullable String kind(Type type) {
    return switch (type) {
      case ClassType(var name, _) -> switch (name) {
        case "bool", "int", "float", "complex", "Int", "UInt", "float32", "byte" -> "number";
        case "bytes", "bytearray" -> "bytes";
        case "set", "frozenset" -> "set";
        case "str", "NoneType", "list", "dict", "range", "slice" -> name;
        default -> null;
      };
      case TupleType _ -> "tuple";
      case FunctionType _, CallableType _ -> "function";
      case MetaType _ -> "class";
      case ModuleType _ -> "module";
      case OptionalType _, UnionType _, LiteralType _ -> null;
    };
  }
}
