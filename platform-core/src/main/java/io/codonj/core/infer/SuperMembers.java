package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.MetaType;
import io.codonj.core.typed.TypedExpr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Members of `super()`, `super(Class, self)` and `super(Class, cls)`: those of the classes that come after a class in the
/// linearization of the object's class.
final class SuperMembers {
  private final Body body;
  private final Substitution types;
  private final Expr.Attribute attribute;

  SuperMembers(Body body, Expr.Attribute attribute) {
    this.body = body;
    this.types = body.types;
    this.attribute = attribute;
  }

  static boolean isSuper(Body body, Expr expression) {
    return expression instanceof Expr.Call(_, Expr.Name(_, var name), var arguments) && name.equals("super")
        && (body.superOwner() != null || arguments.size() == 2);
  }

  private TypedExpr self() {
    var arguments = ((Expr.Call) attribute.value()).arguments();
    return arguments.size() == 2 ? body.expressions.check(arguments.get(1).value(), null)
        : new TypedExpr.Get(body.superSelf(), attribute.value().span());
  }

  private ClassSymbol current() {
    var arguments = ((Expr.Call) attribute.value()).arguments();
    if (arguments.size() == 2) {
      TypedExpr named = body.expressions.check(arguments.getFirst().value(), null);
      if (types.prune(named.type()) instanceof MetaType(var instance)
          && body.program.classOf(instance) instanceof ClassSymbol symbol) {
        return symbol;
      }
      throw body.error(arguments.getFirst().value().span(), InferenceCode.INVALID_CLASS, "super() needs the name of a class");
    }
    return body.superOwner();
  }

  private List<ClassSymbol> classes(TypedExpr object) {
    ClassSymbol current = current();
    Type self = types.prune(object.type());
    ClassSymbol actual = body.program.classOf(self instanceof MetaType(var instance) ? instance : self);
    var order = actual == null ? current.linearization : actual.linearization;
    int index = order.indexOf(current);
    if (index < 0) {
      throw body.error(attribute.value().span(), InferenceCode.INVALID_CLASS,
          "super(): the object is not an instance of the class");
    }
    return order.subList(index + 1, order.size());
  }

  TypedExpr call(List<Argument> arguments, Expr.Call call, @Nullable Type expected) {
    String name = attribute.name();
    TypedExpr self = self();
    boolean isClass = types.prune(self.type()) instanceof MetaType;
    for (ClassSymbol ancestor : classes(self)) {
      var methods = ancestor.methods.get(name);
      if (methods != null) {
        FunctionSymbol first = methods.getFirst();
        var known = body.members.typeArguments(types.prune(self.type()) instanceof MetaType(var i) ? i : self.type(), first);
        var leading = switch (first.kind) {
          case STATIC_METHOD -> List.<TypedExpr>of();
          case CLASS_METHOD -> isClass ? List.of(self)
              : List.<TypedExpr>of(new TypedExpr.Undefined(new MetaType(self.type()), call.span()));
          default -> isClass ? List.<TypedExpr>of() : List.of(self);
        };
        return body.calls.invocations.choose(methods, leading, arguments, call, known, expected);
      }
      if (ancestor.classVariables.containsKey(name) && ancestor.decorated.contains(name)) {
        var all = new java.util.ArrayList<>(arguments);
        all.addFirst(Argument.of(self));
        return body.calls.callValue(body.members.classVariable(ancestor, name, attribute), all, call, expected);
      }
    }
    TypedExpr root = rootMethod(name, self, arguments, call);
    if (root != null) {
      return root;
    }
    throw body.error(attribute.span(), InferenceCode.SUPER_ATTRIBUTE, "'super' object has no attribute '" + name + "'");
  }

  /// What `object` itself defines.
  private @Nullable TypedExpr rootMethod(String name, TypedExpr self, List<Argument> arguments, Expr.Call call) {
    Span span = call.span();
    return switch (name) {
      case "__init__", "__init_subclass__", "__set_name__" -> new TypedExpr.Literal(Names.NONE, null, span);
      case "__new__" -> body.constructors.allocate(
          arguments.isEmpty() ? self : body.calls.typed(arguments.getFirst(), null), call);
      case "__setattr__" -> ObjectFunctions.setAttribute(body, self, arguments, call);
      case "__getattribute__" -> ObjectFunctions.getAttribute(body, self, arguments, call);
      case "__hash__" -> new TypedExpr.CallIntrinsic("address_of_object", List.of(), List.of(self), Names.INT, span);
      case "__eq__" -> arguments.size() == 1 ? body.operators.compare(io.codonj.api.ast.ComparisonOperator.IS, self,
          body.calls.typed(arguments.getFirst(), null), call) : null;
      case "__ne__" -> arguments.size() == 1 ? body.operators.compare(io.codonj.api.ast.ComparisonOperator.IS_NOT, self,
          body.calls.typed(arguments.getFirst(), null), call) : null;
      default -> null;
    };
  }

  TypedExpr read() {
    TypedExpr self = self();
    for (ClassSymbol ancestor : classes(self)) {
      var methods = ancestor.methods.get(attribute.name());
      if (methods != null && methods.getFirst().kind == FunctionSymbol.Kind.PROPERTY) {
        return body.calls.invocations.choose(methods, List.of(self), List.of(), attribute,
            body.members.typeArguments(self.type(), methods.getFirst()), null);
      }
      if (methods != null) {
        return body.functionValues.boundMethod(self, methods.getFirst(), attribute.span());
      }
      if (ancestor.classVariables.containsKey(attribute.name())) {
        return body.members.classVariable(ancestor, attribute.name(), attribute);
      }
    }
    return body.members.get(self, attribute.name(), attribute);
  }
}
