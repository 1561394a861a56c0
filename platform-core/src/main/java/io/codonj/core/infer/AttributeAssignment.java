package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.api.types.Type.ModuleType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Assignment to `object.name` and its deletion: fields, properties, descriptors, class variables.
final class AttributeAssignment {
  private final Body body;
  private final Substitution types;

  AttributeAssignment(Body body) {
    this.body = body;
    this.types = body.types;
  }

  /// The declared type of the attribute, as a hint; null when it has none.
  @Nullable Type typeOf(Expr.Attribute attribute) {
    if (body.members.moduleMember(attribute) != null) {
      return null;
    }
    TypedExpr object = body.expressions.check(attribute.value(), null);
    Type type = types.prune(object.type());
    if (type instanceof OptionalType(var inner)) {
      type = types.prune(inner);
    }
    if (type instanceof ClassType c && body.program.classOf(c) instanceof ClassSymbol symbol) {
      ClassSymbol.Field field = symbol.findField(attribute.name());
      return field == null ? null : body.program.fieldType(c, field);
    }
    if (type instanceof MetaType(var instance) && body.program.classOf(instance) instanceof ClassSymbol symbol
        && symbol.findClassVariable(attribute.name()) instanceof ClassSymbol owner) {
      return ClassVariables.variable(body.program, owner, attribute.name()).type();
    }
    return null;
  }

  void assign(Expr.Attribute target, TypedExpr value, List<TypedStmt> into) {
    TypedExpr object = body.expressions.check(target.value(), null);
    assign(object, target, value, into);
  }

  void assign(TypedExpr object, Expr.Attribute target, TypedExpr value, List<TypedStmt> into) {
    Type type = types.prune(object.type());
    Span span = target.span();
    switch (type) {
      case OptionalType(var inner) when !Substitution.isVariable(types.prune(inner)) -> assign(
          body.coercions.checkedUnwrap(object, "_none_attribute_error", target.name()), target, value, into);
      case MetaType(var instance) -> classVariable(body.program.classOf(instance), target, value, into);
      case ModuleType(var module) -> into.add(body.variables.assignMember(module, target, value));
      case ClassType c when Substitution.isVariable(c) -> body.unresolved = true;
      case OptionalType _ -> body.unresolved = true;
      case Type.FunctionType f -> FunctionAttributes.set(
          body, body.program.functions.get(f.function()), target.name(), value, span, into);
      case ClassType c -> field(object, c, target, value, into);
      default -> throw body.members.noAttribute(type, target.name(), span);
    }
  }

  /// `del object.name`: a property with a deleter, a descriptor, or a class with `__delattr__` decides what that means.
  void delete(Expr.Attribute target, List<TypedStmt> into) {
    TypedExpr object = body.expressions.check(target.value(), null);
    Type type = types.prune(object.type());
    if (type instanceof OptionalType(var inner) && !Substitution.isVariable(types.prune(inner))) {
      object = body.coercions.checkedUnwrap(object, "_none_attribute_error", target.name());
      type = types.prune(object.type());
    }
    if (Substitution.isVariable(type) || type instanceof OptionalType) {
      body.unresolved = true;
      return;
    }
    if (type instanceof ClassType c && body.program.classOf(c) instanceof ClassSymbol symbol) {
      if (Descriptors.delete(body, object, symbol, target.name(), target, into)) {
        return;
      }
      for (ClassSymbol ancestor : symbol.linearization) {
        FunctionSymbol deleter = ancestor.deleters.get(target.name());
        if (deleter != null) {
          into.add(new TypedStmt.Evaluate(body.calls.invocations.choose(List.of(deleter), List.of(object), List.of(), target,
              body.members.typeArguments(c, deleter), null), target.span()));
          return;
        }
      }
    }
    throw body.error(target.span(), InferenceCode.CANNOT_DELETE,
        "attributes are part of their class and cannot be deleted");
  }

  private void classVariable(
      @Nullable ClassSymbol symbol, Expr.Attribute target, TypedExpr value, List<TypedStmt> into) {
    ClassSymbol owner = symbol == null ? null : symbol.findClassVariable(target.name());
    if (owner == null) {
      throw body.error(target.span(), InferenceCode.CLASS_ATTRIBUTE, "type object '"
          + (symbol == null ? "?" : symbol.shortName()) + "' has no attribute '" + target.name()
          + "'; class variables are declared in the class body");
    }
    if (owner != symbol && owner.subclasses.contains(symbol)) {
      throw body.error(target.span(), InferenceCode.DYNAMIC_FEATURE, "assigning '" + target.name() + "' on '"
          + symbol.shortName() + "' would hide the variable of '" + owner.shortName() + "'; declare it in the class body");
    }
    var variable = ClassVariables.variable(body.program, owner, target.name());
    TypedExpr converted = body.coercions.tryCoerce(value, variable.type());
    if (converted == null) {
      Type joined = owner.classVariables.get(target.name()).annotation() != null ? null
          : body.coercions.join(variable.type(), value.type());
      if (joined == null) {
        throw body.error(target.span(), InferenceCode.FIELD_TYPE, "incompatible types in assignment: class variable '"
            + target.name() + "' has type '" + body.coercions.show(variable.type()) + "', but the value is '"
            + body.coercions.show(value.type()) + "'");
      }
      body.program.widen(ClassVariables.factKey(owner, target.name()), joined);
      converted = value;
    }
    into.add(new TypedStmt.Set(variable, converted, target.span()));
  }

  private void field(
      TypedExpr object, ClassType type, Expr.Attribute target, TypedExpr value, List<TypedStmt> into) {
    ClassSymbol symbol = body.program.classOf(type);
    String name = target.name();
    Span span = target.span();
    if (symbol == null) {
      throw body.members.noAttribute(type, name, span);
    }
    TypedExpr hook = new AttributeHooks(body).set(object, symbol, name, value, target);
    if (hook != null) {
      into.add(new TypedStmt.Evaluate(hook, span));
      return;
    }
    if (Descriptors.set(body, object, symbol, name, value, target, into)) {
      return;
    }
    for (ClassSymbol ancestor : symbol.linearization) {
      FunctionSymbol setter = ancestor.setters.get(name);
      if (setter != null) {
        into.add(new TypedStmt.Evaluate(body.calls.invocations.choose(List.of(setter), List.of(object),
            List.of(Argument.of(value)), target, body.members.typeArguments(type, setter), null), span));
        return;
      }
      if (ancestor.methods.containsKey(name) && !(ancestor.isProtocol && symbol.findField(name) != null)) {
        boolean property = ancestor.methods.get(name).getFirst().kind == FunctionSymbol.Kind.PROPERTY;
        throw body.error(span, InferenceCode.READ_ONLY_ATTRIBUTE, property
            ? "property '" + name + "' of '" + symbol.shortName() + "' object has no setter"
            : "cannot assign to method '" + name + "' of '" + symbol.shortName() + "'");
      }
    }
    ClassSymbol.Field field = symbol.findField(name);
    if (field == null) {
      if (symbol.findClassVariable(name) != null) {
        throw body.error(span, InferenceCode.READ_ONLY_ATTRIBUTE,
            "'" + name + "' is a class variable of '" + symbol.shortName() + "'; assign it through the class");
      }
      throw body.members.noAttribute(type, name, span);
    }
    if (symbol.isValue || symbol.isFrozen && !inConstructor(symbol)) {
      throw body.error(span, InferenceCode.IMMUTABLE_FIELD, symbol.isFrozen
          ? "cannot assign to field '" + name + "': '" + symbol.shortName() + "' is frozen"
          : "can't set attribute '" + name + "': '" + symbol.shortName() + "' is immutable");
    }
    store(object, type, field, value, target, into);
  }

  private boolean inConstructor(ClassSymbol symbol) {
    return body.instance.symbol.displayName.equals("__init__") && body.instance.symbol.owner != null
        && symbol.isSubclassOf(body.instance.symbol.owner) && body.instance.symbol.synthetic;
  }

  private void store(
      TypedExpr object, ClassType type, ClassSymbol.Field field, TypedExpr value, Expr.Attribute target,
      List<TypedStmt> into) {
    Type wanted = types.prune(body.program.fieldType(type, field));
    boolean declared = field.annotation() != null;
    if (Substitution.isVariable(wanted) && Names.isNone(types.prune(value.type()))) {
      types.bind(wanted, new OptionalType(types.fresh()));
      wanted = types.prune(wanted);
    }
    if (body.program.applyDefaults) {
      DisplayChecker.noneOnly(types, wanted);
    }
    boolean mayWiden = !declared && types.prune(value.type()) instanceof OptionalType
        && !(wanted instanceof OptionalType) && !Substitution.isVariable(wanted);
    TypedExpr converted = mayWiden ? null : body.coercions.tryCoerce(value, wanted);
    if (converted == null) {
      Type joined = declared ? null : body.coercions.join(wanted, value.type());
      if (joined == null) {
        throw body.error(target.span(), InferenceCode.FIELD_TYPE, "incompatible types in assignment: field '"
            + field.name() + "' has type '" + body.coercions.show(wanted) + "', but the value is '"
            + body.coercions.show(value.type()) + "'");
      }
      body.program.widen(body.program.fieldKey(type, field), joined);
      converted = value;
    }
    String path = body.narrowing.path(target);
    if (path != null) {
      body.flow.forget(path);
      Type given = types.prune(value.type());
      if (wanted instanceof OptionalType(var inner) && !(given instanceof OptionalType) && !Names.isNone(given)
          && types.isGround(inner)) {
        body.flow.narrowed.put(path, types.resolve(inner));
      }
    }
    into.add(new TypedStmt.SetField(object, types.resolve(type), field.name(), converted, target.span()));
    if (field.owner().shadowing.contains(field.name())) {
      into.add(Shadowing.mark(object, (ClassType) types.resolve(type), field.name(), target.span()));
    }
  }
}
