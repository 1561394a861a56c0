package io.codonj.core.infer;

import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import java.util.Set;

/// Built-in types by name.
final class Names {
  static final String BUILTINS = "builtins";
  static final ClassType INT = ClassType.of("int");
  static final ClassType FLOAT = ClassType.of("float");
  static final ClassType BOOL = ClassType.of("bool");
  static final ClassType STR = ClassType.of("str");
  static final ClassType BYTES = ClassType.of("bytes");
  static final ClassType NONE = ClassType.of("NoneType");
  static final ClassType COMPLEX = ClassType.of("complex");
  static final ClassType RANGE = ClassType.of("range");
  static final ClassType SLICE = ClassType.of("slice");
  static final ClassType ELLIPSIS = ClassType.of("ellipsis");

  /// What an operator method gives to leave the operation to the other operand.
  static final ClassType NOT_IMPLEMENTED = ClassType.of("NotImplementedType");
  static final ClassType BASE_EXCEPTION = ClassType.of("BaseException");
  static final ClassType OBJECT = ClassType.of("object");

  /// The class above all ordinary classes, which gives them their default text; users can't name it.
  static final String ROOT = "_Object";

  /// Stands for a captured variable that lives in a shared cell.
  static final ClassType CELL = ClassType.of("Cell", NONE);

  static final ClassType STOP_ASYNC_ITERATION = ClassType.of("StopAsyncIteration");

  /// What coroutines yield to the event loop: what they wait for, or None where it is only a turn of the others.
  static final Type AWAITED = new Type.OptionalType(ClassType.of("_Awaited"));

  /// The type of expressions that never give a value.
  static final ClassType NEVER = ClassType.of("NoReturn");

  /// Annotations that say what a value can do rather than what it is: parameters so annotated are generic.
  static final Set<String> PROTOCOLS = Set.of(
      "Iterable", "Sequence", "MutableSequence", "Collection", "Mapping", "MutableMapping", "Sized", "Container",
      "Reversible", "Hashable", "Any", "object", "AbstractSet", "MutableSet", "SupportsInt", "SupportsFloat",
      "SupportsAbs", "SupportsIndex", "SupportsRound", "Buffer", "TextIO", "BinaryIO", "IO", "Number", "Real",
      "Integral", "AsyncIterable", "type");

  /// Names of `typing` and its relatives that mean something to the checker only.
  static final Set<String> TYPING = Set.of(
      "Any", "AnyStr", "Annotated", "Callable", "ClassVar", "Coroutine", "DefaultDict", "Deque", "Dict", "Final",
      "FrozenSet", "Generator", "Generic", "Iterable", "Iterator", "List", "Literal", "Mapping", "MutableMapping",
      "MutableSequence", "MutableSet", "NamedTuple", "Never", "NoReturn", "Optional", "Protocol", "Reversible", "Self",
      "Sequence", "Set", "Sized", "Collection", "Container", "Hashable", "SupportsAbs", "SupportsFloat", "SupportsInt",
      "SupportsIndex", "SupportsRound", "TextIO", "BinaryIO", "IO", "Text", "Tuple", "Type", "TypeAlias", "TypeVar",
      "Union", "AbstractSet", "ABC", "Required", "NotRequired", "ParamSpec", "Concatenate", "Awaitable", "TypeVarTuple", "Unpack", "ParamSpecArgs", "ParamSpecKwargs", "TypeGuard",
      "AsyncGenerator", "AsyncIterator", "AsyncIterable", "AbstractAsyncContextManager", "AbstractContextManager");

  static final Set<String> TYPING_MODULES = Set.of("typing", "typing_extensions", "collections.abc", "abc");

  private Names() {}

  static ClassType list(Type element) {
    return ClassType.of("list", element);
  }

  static ClassType set(Type element) {
    return ClassType.of("set", element);
  }

  static ClassType dict(Type key, Type value) {
    return ClassType.of("dict", key, value);
  }

  static ClassType generator(Type element) {
    return ClassType.of("Generator", element);
  }

  static boolean is(Type type, String name) {
    return type instanceof ClassType c && c.name().equals(name);
  }

  static boolean isNone(Type type) {
    return is(type, "NoneType");
  }

  static boolean isNever(Type type) {
    return is(type, "NoReturn");
  }
}
