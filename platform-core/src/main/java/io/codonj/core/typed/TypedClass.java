package io.codonj.core.typed;

import io.codonj.api.types.Type;
import java.util.List;

/// The layout of a class instance.
///
/// @param fields in memory order, those of the primary base first
/// @param isValue passed by value and immutable (`@tuple` classes, named tuples)
/// @param hasHeader objects start with a pointer to type information
/// @param ancestors the class itself, then all its bases in method resolution order
/// @param displayName what `type(x).__name__` gives
public record TypedClass(
    Type type, List<Field> fields, boolean isValue, boolean hasHeader, List<Type> ancestors, String displayName) {

  public record Field(String name, Type type) {}
}
