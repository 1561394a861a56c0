package io.codonj.core.infer;

import io.codonj.api.types.Type;
import io.codonj.api.types.Type.CallableType;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.api.types.Type.UnionType;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Types to which variables, fields and results were widened, by key. They outlive a round of checking, while
/// inference variables don't: what was open in a type is open again, under fresh variables, when it is read.
final class Facts {
  private static final ClassType OPEN = ClassType.of("?");

  private final Map<String, Type> known;
  private final Substitution types;

  Facts(Map<String, Type> known, Substitution types) {
    this.known = known;
    this.types = types;
  }

  void put(String key, Type type) {
    known.put(key, map(types.resolve(type), variable -> OPEN));
  }

  @Nullable Type get(String key) {
    Type type = known.get(key);
    return type == null ? null : map(type, open -> types.fresh());
  }

  Type getOrDefault(String key, Type otherwise) {
    Type type = get(key);
    return type == null ? otherwise : type;
  }

  private static Type map(Type type, UnaryOperator<Type> open) {
    return switch (type) {
      case ClassType c when c.name().charAt(0) == '?' -> open.apply(c);
      case ClassType c -> new ClassType(c.name(), map(c.arguments(), open));
      case TupleType t -> new TupleType(map(t.elements(), open));
      case OptionalType o -> new OptionalType(map(o.value(), open));
      case UnionType u -> new UnionType(map(u.members(), open));
      case CallableType c -> new CallableType(map(c.parameters(), open), map(c.result(), open));
      case Type.FunctionType f -> new Type.FunctionType(f.function(), map(f.captures(), open));
      case Type.MetaType m -> new Type.MetaType(map(m.instance(), open));
      case Type.ModuleType m -> m;
      case Type.LiteralType l -> l;
    };
  }

  private static List<Type> map(List<Type> types, UnaryOperator<Type> open) {
    return types.stream().map(t -> map(t, open)).toList();
  }
}
