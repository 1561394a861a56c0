package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.MetaType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Class variables that hold an object with `__get__` or `__set__`: reading or assigning the attribute on an object of the
/// class calls these.
final class Descriptors {
  private static final List<String> METHODS = List.of("__get__", "__set__", "__delete__", "__set_name__");

  private Descriptors() {}

  /// Does the body of the class make a descriptor for this variable? The class of the descriptor is named there.
  static boolean isDescriptor(Program program, ClassSymbol owner, ClassSymbol.Field field) {
    return owner.module != null && !owner.module.isLibrary && isDescriptor(program, owner, field.defaultValue());
  }

  static boolean isDescriptor(Program program, ClassSymbol owner, @Nullable Expr value) {
    if (!(value instanceof Expr.Call(_, var callee, _))) {
      return false;
    }
    Expr head = callee instanceof Expr.Subscript(_, var base, _) ? base : callee;
    Symbol symbol = head instanceof Expr.Name || head instanceof Expr.Attribute ? new TypeResolver(program).symbolOf(head,
        new TypeResolver.Context(owner.module, owner.enclosing, Map.of())) : null;
    if (!(symbol instanceof ClassSymbol made) || made.module.isLibrary || made == owner) {
      return false;
    }
    program.declarations().complete(made);
    return METHODS.stream().anyMatch(m -> !made.findMethods(m).isEmpty());
  }

  /// The class variable that takes part in assignments to an attribute; null when it is no descriptor with `method`.
  private static @Nullable TypedExpr variable(Body body, ClassSymbol symbol, String name, String method, Expr at) {
    ClassSymbol owner = symbol.findClassVariable(name);
    if (owner == null || !isDescriptor(body.program, owner, owner.classVariables.get(name))) {
      return null;
    }
    TypedExpr value = body.members.classVariable(owner, name, at);
    return body.calls.hasMethod(body.types.prune(value.type()), method) ? value : null;
  }

  static @Nullable TypedExpr get(Body body, TypedExpr object, ClassSymbol symbol, String name, Expr at) {
    TypedExpr descriptor = variable(body, symbol, name, "__get__", at);
    return descriptor == null ? null : body.members.callMethod(descriptor, "__get__", List.of(Argument.of(object),
        Argument.of(new TypedExpr.Undefined(new MetaType(body.types.resolve(object.type())), at.span()))), at, null);
  }

  /// `C.attribute`: the descriptor is asked with None for the object.
  static @Nullable TypedExpr ofClass(Body body, Type type, ClassSymbol symbol, String name, Expr at) {
    TypedExpr descriptor = variable(body, symbol, name, "__get__", at);
    return descriptor == null ? null : body.members.callMethod(descriptor, "__get__", List.of(
        Argument.of(new TypedExpr.Literal(Names.NONE, null, at.span())),
        Argument.of(new TypedExpr.Undefined(new MetaType(type), at.span()))), at, null);
  }

  static boolean set(
      Body body, TypedExpr object, ClassSymbol symbol, String name, TypedExpr value, Expr at, List<TypedStmt> into) {
    TypedExpr descriptor = variable(body, symbol, name, "__set__", at);
    if (descriptor == null) {
      return false;
    }
    into.add(new TypedStmt.Evaluate(body.members.callMethod(
        descriptor, "__set__", List.of(Argument.of(object), Argument.of(value)), at, null), at.span()));
    return true;
  }

  static boolean delete(Body body, TypedExpr object, ClassSymbol symbol, String name, Expr at, List<TypedStmt> into) {
    TypedExpr descriptor = variable(body, symbol, name, "__delete__", at);
    if (descriptor == null) {
      return false;
    }
    into.add(new TypedStmt.Evaluate(
        body.members.callMethod(descriptor, "__delete__", List.of(Argument.of(object)), at, null), at.span()));
    return true;
  }
}
