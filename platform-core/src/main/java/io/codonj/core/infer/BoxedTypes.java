package io.codonj.core.infer;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.api.types.Type.UnionType;
import io.codonj.core.typed.TypedExpr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Classes of the library whose instances hold a value of a type that is known only at run time, such as `json.Json`.
///
/// ```
/// n: int = d["n"]            ->  n = d["n"].__unbox__[int]()
/// d["n"] = 5                 ->  d.__setitem__("n", Json.__box__(5))   where the parameter is a Json
/// isinstance(d, dict)        ->  d.__holds__[dict[str, Json]]()
/// ```
final class BoxedTypes {
  private static final Set<String> SCALARS = Set.of("bool", "int", "float", "str", "NoneType");

  private final Body body;

  BoxedTypes(Body body) {
    this.body = body;
  }

  boolean isBoxed(Type type) {
    return type instanceof ClassType && body.program.classOf(type) instanceof ClassSymbol symbol
        && symbol.module.isLibrary && !symbol.findMethods("__unbox__").isEmpty();
  }

  /// Can every value of this type be put into a box?
  boolean isBoxable(Type given) {
    return switch (body.types.prune(given)) {
      case OptionalType(var inner) -> isBoxable(inner);
      case UnionType(var members) -> members.stream().allMatch(this::isBoxable);
      case TupleType(var elements) -> elements.stream().allMatch(this::isBoxable);
      case ClassType c when c.name().equals("list") -> isBoxable(c.arguments().getFirst());
      case ClassType c when c.name().equals("dict") ->
          Names.STR.equals(body.types.prune(c.arguments().getFirst())) && isBoxable(c.arguments().getLast());
      case ClassType c -> SCALARS.contains(c.name()) || isBoxed(c);
      default -> false;
    };
  }

  TypedExpr box(TypedExpr value, Type box) {
    return body.calls.tryLibraryMethodOnClass(box, "__box__", List.of(value), value.span());
  }

  /// The value inside, which raises TypeError when it is of another type.
  TypedExpr unbox(TypedExpr box, Type wanted) {
    return call(box, "__unbox__", wanted, box.span());
  }

  /// Is the value inside of a class? For `list` and `dict` those of boxes are meant.
  TypedExpr holds(TypedExpr box, Type wanted, Span span) {
    return call(box, "__holds__", wanted, span);
  }

  /// A class that `isinstance` names, with boxes for open type arguments.
  Type inside(Type wanted, Type box) {
    return switch (wanted) {
      case ClassType c when c.name().equals("list") -> Names.list(box);
      case ClassType c when c.name().equals("dict") -> Names.dict(Names.STR, box);
      default -> wanted;
    };
  }

  private TypedExpr call(TypedExpr box, String method, Type wanted, Span span) {
    var candidates = body.program.classOf(box.type()).findMethods(method);
    Map<String, Type> known = new HashMap<>(body.members.typeArguments(box.type(), candidates.getFirst()));
    known.put("T", body.types.resolve(wanted));
    String outer = body.copyPrefix;
    body.copyPrefix = outer + wanted + " ";
    try {
      return body.calls.invocations.choose(candidates, List.of(box), List.of(), body.calls.node(span), known, null);
    } finally {
      body.copyPrefix = outer;
    }
  }
}
