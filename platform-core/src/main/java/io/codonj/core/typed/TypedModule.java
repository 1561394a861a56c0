package io.codonj.core.typed;

import io.codonj.api.types.Type;
import java.util.List;
import java.util.SequencedMap;

/// A whole program after inference: instances only, no generics.
///
/// @param entry name of the function that runs the program's top level
public record TypedModule(
    String name,
    SequencedMap<String, TypedFunction> functions,
    SequencedMap<Type, TypedClass> classes,
    List<TypedVariable> globals,
    String entry) {}
