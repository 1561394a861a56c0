package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Node;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.MetaType;
import io.codonj.api.types.Type.ModuleType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Names: what they mean where they are read, and what assigning them does to their type.
final class Variables {
  private final Body body;
  private final Substitution types;

  private final VariableBindings bindings;

  Variables(Body body) {
    this.body = body;
    this.types = body.types;
    this.bindings = new VariableBindings(body, this);
  }

  private Program program() {
    return body.program;
  }

  // ---- versions

  Version parameter(String name) {
    return body.versions.computeIfAbsent(name + "#parameter", key -> {
      var symbol = body.instance.symbol;
      int index = 0;
      while (!symbol.parameters().get(index).name().equals(name)) {
        index++;
      }
      var parameter = symbol.parameters().get(index);
      var variable = new TypedVariable(name, TypedVariable.Scope.PARAMETER,
          body.instance.parameterTypes.get(index), parameter.span());
      return version(name, key, variable, true);
    });
  }

  Version version(String name, String key, TypedVariable variable, boolean bound) {
    var version = new Version(name, factKey(key), variable, variable.span(), body);
    version.block = body.block;
    if (body.instance.symbol.scope().cells.contains(name) && !body.isModule()) {
      variable.makeCell();
    }
    version.shared = isShared(name);
    return version;
  }

  String factKey(String key) {
    return body.instance.name + "/" + key;
  }

  /// Closures and other functions see one variable, whatever is assigned to it.
  boolean isShared(String name) {
    var scope = body.instance.symbol.scope();
    return scope.captured.contains(name) || body.isModule() && !body.module().name.equals("__main__");
  }

  /// The single version of a shared name.
  Version shared(String name, Span span) {
    var scope = body.instance.symbol.scope();
    if (scope.parameters.contains(name)) {
      return parameter(name);
    }
    return body.versions.computeIfAbsent(name + "#shared", key -> {
      Type type = program().facts.getOrDefault(factKey(key), types.fresh());
      return version(name, key, newVariable(name, type, span), false);
    });
  }

  TypedVariable newVariable(String name, Type type, Span span) {
    if (!body.isModule()) {
      long same = body.versions.values().stream().filter(v -> v.name.equals(name)).count();
      return new TypedVariable(same == 0 ? name : name + "'" + same, TypedVariable.Scope.LOCAL, type, span);
    }
    long same = body.versions.values().stream().filter(v -> v.name.equals(name)).count();
    String qualified = body.module().name + "." + name + (same == 0 ? "" : "'" + same);
    var variable = new TypedVariable(qualified, TypedVariable.Scope.GLOBAL, type, span);
    program().globals.put(qualified, variable);
    return variable;
  }

  /// This body's own variable for one captured from an enclosing body.
  Version captured(Version outer) {
    var version = body.versions.computeIfAbsent("capture " + outer.key, key -> {
      var variable = new TypedVariable(outer.name, TypedVariable.Scope.LOCAL, outer.type(), outer.span);
      var inner = new Version(outer.name, outer.key, variable, outer.span, outer.owner);
      inner.shared = true;
      inner.annotated = outer.annotated;
      return inner;
    });
    version.variable.type(types.resolve(outer.type()));
    if (outer.variable.cell()) {
      version.variable.makeCell();
    }
    return version;
  }

  // ---- reading

  private static TypedExpr constant(Type.LiteralType literal, Expr.Name name) {
    Object value = literal.value();
    return new TypedExpr.Literal(
        value instanceof Boolean ? Names.BOOL : value instanceof String ? Names.STR : Names.INT, value, name.span());
  }

  TypedExpr read(Expr.Name name) {
    String text = name.name();
    for (Map<String, Version> scope : body.comprehensionScopes.reversed()) {
      Version version = scope.get(text);
      if (version != null) {
        TypedExpr constant = body.constants.get(version);
        return constant != null ? constant
            : body.narrowing.apply(new TypedExpr.Get(version.variable, name.span()), version.key);
      }
    }
    Type fixed = body.instance.typeArguments.get(AttributeHooks.FIXED + text);
    if (fixed instanceof Type.LiteralType literal) {
      return constant(literal, name);
    }
    Version version = find(text, name.span());
    if (version != null) {
      return readVersion(version, name);
    }
    Symbol symbol = symbol(text);
    if (symbol != null) {
      return value(symbol, name);
    }
    Type parameter = body.instance.typeArguments.get(text);
    if (parameter != null) {
      if (program().types.prune(parameter) instanceof Type.LiteralType literal) {
        return constant(literal, name);
      }
      return new TypedExpr.Undefined(new MetaType(parameter), name.span());
    }
    return builtinName(name);
  }


  private TypedExpr readVersion(Version version, Expr.Name name) {
    version.lastRead = ++body.reads;
    Version conflict = body.flow.conflicts.get(name.name());
    if (conflict != null && conflict != version && version.owner == body && !joinPaths(version, conflict)) {
      Version later = conflict.span.start() > version.span.start() ? conflict : version;
      throw body.error(later.span, InferenceCode.PATHS_DO_NOT_JOIN,
          "'" + name.name() + "' is assigned incompatible types on different paths: '"
              + body.coercions.show(version.type()) + "' and '" + body.coercions.show(conflict.type()) + "'");
    }
    boolean own = version.owner == body && (!version.shared || body.isModule() && body.module().name.equals("__main__"));
    if (own && !body.flow.assigned.contains(version) && body.flow.reachable
        && !version.variable.scope().equals(TypedVariable.Scope.PARAMETER)) {
      if (body.flow.names.get(name.name()) != version) {
        throw unbound(name);
      }
      version.variable.markMayBeUnbound();
    }
    if (!types.isGround(version.type())) {
      body.unresolved = true;
    }
    return body.narrowing.apply(new TypedExpr.Get(version.variable, name.span()), version.key);
  }

  /// Two paths bound the name to types that join: both get the joined type in the next walk.
  private boolean joinPaths(Version left, Version right) {
    if (!types.isGround(left.type()) || !types.isGround(right.type())) {
      body.unresolved = true;
      boolean none = types.prune(left.type()) instanceof OptionalType || types.prune(right.type()) instanceof OptionalType;
      Type partial = none ? body.coercions.join(left.type(), right.type()) : null;
      if (partial == null || !types.isGround(partial)) {
        return true;
      }
    }
    Type joined = left.annotated || right.annotated ? null : body.coercions.join(left.type(), right.type());
    if (joined == null) {
      return false;
    }
    program().facts.put(left.key, types.resolve(joined));
    program().facts.put(right.key, types.resolve(joined));
    body.restart = true;
    return true;
  }

  private CheckError unbound(Expr.Name name) {
    return body.error(name.span(), InferenceCode.UNBOUND_VARIABLE, body.isModule()
        ? "name '" + name.name() + "' is not defined before this use"
        : "local variable '" + name.name() + "' is read before it is assigned");
  }

  /// The variable that a name means here; null when it means none.
  @Nullable Version find(String name, Span span) {
    var scope = body.instance.symbol.scope();
    if (body.localSymbols.containsKey(name)) {
      return null;
    }
    if (scope.globals.contains(name)) {
      return global(name, span);
    }
    if (scope.bound.contains(name) && !(body.isModule() && !(body.module().members.get(name) instanceof Symbol.Variable))) {
      if (isShared(name) || scope.parameters.contains(name) && !body.flow.names.containsKey(name)) {
        return shared(name, span);
      }
      Version version = body.flow.names.get(name);
      if (version == null) {
        throw unbound(new Expr.Name(new io.codonj.api.ast.Origin(span, -1), name));
      }
      return version;
    }
    for (Version capture : body.functionValues.captures(body.instance.symbol)) {
      if (capture.name.equals(name)) {
        return captured(capture);
      }
    }
    for (Body outer = body.enclosing(); outer != null; outer = outer.enclosing()) {
      if (outer.localSymbols.containsKey(name)) {
        return null;
      }
      for (Map<String, Version> comprehension : outer.comprehensionScopes.reversed()) {
        Version version = comprehension.get(name);
        if (version != null) {
          return captured(version);
        }
      }
      var outerScope = outer.instance.symbol.scope();
      if (outerScope.bound.contains(name) && !outer.isModule()) {
        return captured(outer.variables.shared(name, span));
      }
    }
    return global(name, span);
  }

  @Nullable Version global(String name, Span span) {
    Symbol symbol = program().member(body.module(), name);
    return symbol instanceof Symbol.Variable(var module, var original) && module.body != null
        && module.body.body != null ? module.body.body.variables.globalVersion(original, span) : null;
  }

  Version globalVersion(String name, Span span) {
    return isShared(name) || !body.flow.names.containsKey(name) ? shared(name, span) : body.flow.names.get(name);
  }

  @Nullable Symbol symbol(String name) {
    for (Body at = body; at != null; at = at.enclosing()) {
      Symbol local = at.localSymbols.get(name);
      if (local != null) {
        return local;
      }
      if (at != body && at.instance.symbol.scope().bound.contains(name) && !at.isModule()) {
        return null;
      }
    }
    if (name.indexOf('.') > 0 && program().functions.get(name) instanceof FunctionSymbol function) {
      return function;
    }
    if (name.indexOf('.') > 0 && program().classes.get(name) instanceof ClassSymbol known) {
      return known;
    }
    Symbol member = program().member(body.module(), name);
    if (member == null && body.module().members.get(name) instanceof Symbol.Imported imported) {
      throw imports(imported);
    }
    return member;
  }

  CheckError imports(Symbol.Imported imported) {
    boolean known = program().module(imported.module(), imported.span().file()) != null;
    return known
        ? body.error(imported.span(), InferenceCode.IMPORT_NAME,
            "cannot import name '" + imported.name() + "' from '" + imported.module() + "'")
        : body.error(imported.span(), InferenceCode.MODULE_NOT_FOUND, "No module named '" + imported.module() + "'");
  }

  /// The value of a name that is not a variable.
  TypedExpr value(Symbol symbol, Expr at) {
    return switch (symbol) {
      case FunctionSymbol f -> body.functionValues.closure(f, at.span());
      case ClassSymbol c when c.replacement != null -> {
        if (!types.isGround(c.replacement.type())) {
          body.unresolved = true;
        }
        yield new TypedExpr.Get(c.replacement, at.span());
      }
      case ClassSymbol c -> new TypedExpr.Undefined(new MetaType(body.constructors.freshType(c, at)), at.span());
      case Symbol.ModuleReference(var module) -> new TypedExpr.Undefined(new ModuleType(module), at.span());
      case Symbol.Constant(var module, var name, var value) -> {
        boolean early = body.isModule() && module == body.module() && at.span().file() == value.span().file()
            && at.span().start() < value.span().start();
        if (early) {
          throw unbound(new Expr.Name(at.at(), name));
        }
        yield switch (body.expressions.literal(value)) {
          case TypedExpr.Literal(var type, var constant, _) -> new TypedExpr.Literal(type, constant, at.span());
          case TypedExpr other -> other;
        };
      }
      case Symbol.Variable(var module, var name) -> {
        Version version = module.body == null || module.body.body == null ? null
            : module.body.body.variables.globalVersion(name, at.span());
        if (version == null) {
          throw body.error(at.span(), InferenceCode.UNDEFINED_NAME, "name '" + name + "' is not defined");
        }
        if (!types.isGround(version.type())) {
          body.unresolved = true;
        }
        yield body.narrowing.apply(new TypedExpr.Get(version.variable, at.span()), version.key);
      }
      case Symbol.Alias _ -> new TypedExpr.Undefined(new MetaType(body.annotation(at)), at.span());
      case Symbol.Special(var name) -> throw body.error(
          at.span(), InferenceCode.DYNAMIC_FEATURE, "'" + name + "' cannot be used as a value");
      case Symbol.TypeVariable(var name) -> throw body.error(
          at.span(), InferenceCode.DYNAMIC_FEATURE, "type variable '" + name + "' cannot be used as a value");
      case Symbol.Imported imported -> throw imports(imported);
    };
  }

  private TypedExpr builtinName(Expr.Name name) {
    switch (name.name()) {
      case "__name__" -> {
        return new TypedExpr.Literal(Names.STR, body.module().name, name.span());
      }
      case "__file__" -> {
        return new TypedExpr.Literal(Names.STR, name.span().file().path(), name.span());
      }
      case "NotImplemented" -> {
        return new TypedExpr.Undefined(Names.NOT_IMPLEMENTED, name.span());
      }
      case "__debug__" -> {
        return new TypedExpr.Literal(Names.BOOL, program().options.debug(), name.span());
      }
      default -> {}
    }
    Symbol builtin = program().member(program().builtins(), name.name());
    if (builtin != null) {
      return value(builtin, name);
    }
    throw Suggestions.undefinedName(body, name);
  }

  // ---- assigning

  TypedStmt assign(Expr.Name target, TypedExpr value) {
    return bindings.assign(target.name(), target, value);
  }

  /// Binds a name to a value, widening the variable's type or making a new version where that is allowed.
  TypedStmt assign(String name, Node target, TypedExpr value) {
    return bindings.assign(name, target, value);
  }

  TypedStmt assignMember(String module, Expr.Attribute target, TypedExpr value) {
    return bindings.assignMember(module, target, value);
  }

  /// Declares an annotated variable; later bindings must fit.
  Version declare(String name, Node target, Type type) {
    boolean shared = isShared(name);
    Version version = shared ? shared(name, target.span()) : body.versions.get(name + "#" + target.id());
    if (version == null) {
      version = version(name, name + "#" + target.id(), newVariable(name, type, target.span()), false);
      body.versions.put(name + "#" + target.id(), version);
    }
    version.annotated = true;
    if (shared) {
      types.unify(version.type(), type);
    }
    version.variable.type(type);
    return version;
  }

  /// Makes a declared variable known in the flow without a value.
  void announce(String name, Version version) {
    body.flow.names.put(name, version);
    body.flow.assigned.remove(version);
  }

  TypedStmt unbind(Expr.Name target) {
    Version version = find(target.name(), target.span());
    if (version == null) {
      throw body.error(target.span(), InferenceCode.CANNOT_DELETE, "cannot delete '" + target.name() + "'");
    }
    body.flow.assigned.remove(version);
    body.flow.names.remove(target.name());
    version.variable.markMayBeUnbound();
    return new TypedStmt.Unbind(version.variable, target.span());
  }

  /// Statements that make cells for this body's own captured variables.
  List<TypedStmt> cells() {
    return body.versions.values().stream()
        .filter(v -> v.owner == body && v.variable.cell() && v.variable.scope() == TypedVariable.Scope.LOCAL)
        .map(v -> (TypedStmt) new TypedStmt.NewCell(v.variable, v.span)).toList();
  }
}
