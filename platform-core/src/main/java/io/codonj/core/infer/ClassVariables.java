package io.codonj.core.infer;

import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedVariable;
import java.util.Map;

/// Class variables as global variables.
final class ClassVariables {
  private ClassVariables() {}

  static String key(ClassSymbol owner, String name) {
    return owner.name + "." + name;
  }

  static String factKey(ClassSymbol owner, String name) {
    return "class variable " + key(owner, name);
  }

  static TypedVariable variable(Program program, ClassSymbol owner, String name) {
    String key = key(owner, name);
    var known = program.globals.get(key);
    if (known != null) {
      return known;
    }
    var field = owner.classVariables.get(name);
    Type type;
    if (field.annotation() != null) {
      var arguments = new java.util.HashMap<>(owner.typeContext);
      type = new TypeResolver(program).resolve(
          field.annotation(), new TypeResolver.Context(owner.module, owner.enclosing, arguments));
    } else if (owner.isEnum && owner.members.contains(name)) {
      type = Type.ClassType.of(owner.name);
    } else {
      type = program.facts.getOrDefault(factKey(owner, name), program.types.fresh());
    }
    return program.global(key, type, owner.definition.nameSpan());
  }

  static Map<String, Type> context(ClassSymbol owner) {
    return owner.typeContext;
  }
}
