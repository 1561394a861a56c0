package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.CallableType;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A container that was made without annotation takes items of a further type when the types join:
///
/// ```
/// xs = []                   list[Dog]  →  list[Animal]
/// xs.append(Dog())
/// xs.append(Cat())
/// ```
/// The variable or field that holds the container is widened, and the program is checked again with that knowledge.
final class ContainerWidening {
  private static final Set<String> MUTATORS = Set.of("append", "add", "insert", "appendleft", "__setitem__",
      "setdefault", "put", "put_nowait", "heappush", "heappushpop", "heapreplace", "insort", "insort_left", "insort_right");

  private final Body body;
  private final Substitution types;

  ContainerWidening(Body body) {
    this.body = body;
    this.types = body.types;
  }

  /// @param first the container: receiver of the method or first argument of the function
  /// @param wanted what the parameter takes now
  /// @return a value in place of one that does not fit; null when the container cannot be widened
  @Nullable TypedExpr widen(FunctionSymbol function, int index, @Nullable TypedExpr first, Type wanted, TypedExpr value) {
    if (first == null || !isMutator(function) || !(function.parameters().get(index).annotation() instanceof Expr.Name(_, var parameter))) {
      return null;
    }
    Type from = types.resolve(wanted);
    Type given = types.resolve(value.type());
    if (!types.isGround(from) || !types.isGround(given) || !(types.resolve(first.type()) instanceof ClassType container)
        || container.arguments().stream().noneMatch(a -> a.equals(from))) {
      return null;
    }
    Type joined = body.coercions.join(from, given);
    if (joined == null) {
      return null;
    }
    int place = function.owner != null ? function.owner.typeParameters.indexOf(parameter) : 0;
    if (place < 0 || place >= container.arguments().size() || !container.arguments().get(place).equals(from)) {
      place = container.arguments().lastIndexOf(from);
    }
    return root(first, container, with(container, place, joined)) ? new TypedExpr.Undefined(wanted, value.span()) : null;
  }

  static boolean isMutator(FunctionSymbol function) {
    return function.module.isLibrary && MUTATORS.contains(function.displayName);
  }

  private ClassType with(ClassType container, int place, Type item) {
    var arguments = new ArrayList<>(container.arguments());
    arguments.set(place, types.resolve(item));
    return new ClassType(container.name(), arguments);
  }

  /// Makes room in a container for all items of another one, as `extend`, `update` and `+=` put them in.
  ///
  /// @return true when the container had to be widened, so that this round of checking says nothing about the call
  boolean widenBy(TypedExpr container, TypedExpr items) {
    if (!(types.resolve(container.type()) instanceof ClassType to) || !to.arguments().stream().allMatch(types::isGround)
        || !Set.of("list", "set", "dict", "deque", "collections.deque").contains(to.name())) {
      return false;
    }
    boolean pairs = to.name().equals("dict");
    var given = switch (types.resolve(items.type())) {
      case ClassType c when c.arguments().size() == to.arguments().size() && (!pairs || c.name().equals("dict")) -> c.arguments();
      case TupleType(var elements) when !pairs && !elements.isEmpty() && elements.stream().distinct().count() == 1 ->
          List.of(elements.getFirst());
      default -> List.<Type>of();
    };
    ClassType wider = to;
    for (int i = 0; i < given.size(); i++) {
      Type own = to.arguments().get(i);
      Type other = types.prune(given.get(i));
      if (!types.isGround(other) || body.coercions.tryCoerce(new TypedExpr.Undefined(other, items.span()), own) != null) {
        continue;
      }
      Type joined = body.coercions.join(own, other);
      if (joined == null) {
        return false;
      }
      wider = with(wider, i, joined);
    }
    return wider != to && root(container, to, wider);
  }

  /// Widens the variable or field from which the container was read.
  private boolean root(TypedExpr read, Type old, Type wider) {
    return switch (read) {
      case TypedExpr.Block b -> root(b.value(), old, wider);
      case TypedExpr.Coerce c -> root(c.value(), old, wider);
      case TypedExpr.GetElement e -> root(e.tuple(), old, wider);
      case TypedExpr.CallFunction call when !call.arguments().isEmpty() && isLookUp(call.function()) ->
          root(call.arguments().getFirst(), old, wider);
      case TypedExpr.GetField(var object, var type, var name, var fieldType, _) -> field((ClassType) type, name, old, wider);
      case TypedExpr.Get(var variable, _) when body.sources.containsKey(variable) ->
          root(body.sources.get(variable), old, wider);
      case TypedExpr.Get(var variable, _) -> variable(variable, old, wider);
      default -> false;
    };
  }

  private static boolean isLookUp(String function) {
    return function.contains(".__getitem__[") || function.contains(".__getitem__'") || function.contains(".setdefault")
        || function.contains(".get[");
  }

  private boolean field(ClassType type, String name, Type old, Type wider) {
    ClassSymbol.Field field = body.program.classOf(type) instanceof ClassSymbol symbol ? symbol.findField(name) : null;
    return field != null && field.annotation() == null && !field.owner().module.isLibrary
        && put(body.program.fieldKey(type, field), body.program.fieldType(type, field), old, wider);
  }

  private boolean variable(TypedVariable variable, Type old, Type wider) {
    for (Body at = body; at != null; at = at.enclosing()) {
      if (version(at, variable, old, wider)) {
        return true;
      }
    }
    for (ModuleSymbol module : body.program.modules.values()) {
      if (module.body != null && module.body.body != null && version(module.body.body, variable, old, wider)) {
        return true;
      }
    }
    for (ClassSymbol symbol : body.program.classes.values()) {
      for (ClassSymbol.Field field : symbol.module.isLibrary ? List.<ClassSymbol.Field>of() : symbol.classVariables.values()) {
        if (field.annotation() == null && variable.name().equals(ClassVariables.key(symbol, field.name()))) {
          return put(ClassVariables.factKey(symbol, field.name()), variable.type(), old, wider);
        }
      }
    }
    return false;
  }

  private boolean version(Body at, TypedVariable variable, Type old, Type wider) {
    for (Version version : at.versions.values()) {
      if (version.variable == variable && variable.scope() == TypedVariable.Scope.PARAMETER) {
        return !at.isLibrary() && put(parameterKey(at.instance.symbol, version.name), variable.type(), old, wider);
      }
      if (version.variable == variable) {
        return !version.annotated
            && put(version.key, variable.type(), old, wider);
      }
    }
    return false;
  }

  /// Under which callers find what a function puts into a container that it is passed.
  private static String parameterKey(FunctionSymbol function, String parameter) {
    return "parameter " + function.name + " " + parameter;
  }

  /// Gives containers that are still open the types that a function was seen to put into them.
  static void open(Body body, FunctionSymbol function, List<Type> parameterTypes) {
    for (int i = 0; i < parameterTypes.size() && !function.module.isLibrary; i++) {
      if (!body.types.isGround(parameterTypes.get(i))) {
        Type known = body.program.facts.get(parameterKey(function, function.parameters().get(i).name()));
        int mark = body.types.mark();
        if (known != null && !body.types.unify(parameterTypes.get(i), known)) {
          body.types.rollback(mark);
        }
      }
    }
  }

  private boolean put(String key, Type type, Type old, Type wider) {
    Type known = body.program.facts.get(key);
    Type whole = types.resolve(known != null && types.isGround(known) ? known : type);
    Type replaced = replace(whole, old, wider);
    if (replaced.equals(whole)) {
      return false;
    }
    body.program.widen(key, replaced);
    return true;
  }

  private static Type replace(Type type, Type old, Type wider) {
    if (type.equals(old)) {
      return wider;
    }
    return switch (type) {
      case ClassType c -> new ClassType(c.name(), replace(c.arguments(), old, wider));
      case TupleType t -> new TupleType(replace(t.elements(), old, wider));
      case OptionalType o -> new OptionalType(replace(o.value(), old, wider));
      case CallableType c -> new CallableType(replace(c.parameters(), old, wider), replace(c.result(), old, wider));
      default -> type;
    };
  }

  private static List<Type> replace(List<Type> types, Type old, Type wider) {
    return types.stream().map(t -> replace(t, old, wider)).toList();
  }
}
