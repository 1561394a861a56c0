package io.codonj.core.infer;

import io.codonj.api.types.Type;

/// Does a type, as it is written, contain no inference variable?
final class Ground {
  private Ground() {}

  static boolean isGround(Type type) {
    return switch (type) {
      case Type.ClassType c -> c.name().charAt(0) != '?' && c.arguments().stream().allMatch(Ground::isGround);
      case Type.TupleType(var elements) -> elements.stream().allMatch(Ground::isGround);
      case Type.OptionalType(var value) -> isGround(value);
      case Type.UnionType(var members) -> members.stream().allMatch(Ground::isGround);
      case Type.CallableType(var parameters, var result) ->
          isGround(result) && parameters.stream().allMatch(Ground::isGround);
      case Type.FunctionType(_, var captures) -> captures.stream().allMatch(Ground::isGround);
      case Type.MetaType _, Type.ModuleType _, Type.LiteralType _ -> true;
    };
  }
}
