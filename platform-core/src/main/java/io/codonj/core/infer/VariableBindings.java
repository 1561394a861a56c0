package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Node;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import org.jspecify.annotations.Nullable;

/// What assigning a name does to its variable: the same variable, one of a wider type, or a new version.
final class VariableBindings {
  private final Body body;
  private final Variables variables;
  private final Substitution types;

  VariableBindings(Body body, Variables variables) {
    this.body = body;
    this.variables = variables;
    this.types = body.types;
  }

  private Program program() {
    return body.program;
  }

  /// Binds a name to a value, widening the variable's type or making a new version where that is allowed.
  TypedStmt assign(String name, Node target, TypedExpr value) {
    Span span = target.span();
    Version version = target(name, span);
    boolean unbound = version == null;
    if (version == null || canReplace(version, value)) {
      version = fresh(name, target, value);
    }
    TypedExpr converted = convert(version, value, span, unbound);
    bind(name, version);
    body.flow.forget(version.key);
    if (types.prune(version.type()) instanceof OptionalType && !(types.prune(value.type()) instanceof OptionalType)
        && !Names.isNone(types.prune(value.type())) && !Substitution.isVariable(types.prune(value.type()))) {
      body.flow.narrowed.put(version.key, types.resolve(((OptionalType) types.prune(version.type())).value()));
    } else {
      body.narrowing.assigned(version, value);
    }
    return new TypedStmt.Set(version.variable, converted, span);
  }

  /// `module.name = value`
  TypedStmt assignMember(String module, Expr.Attribute target, TypedExpr value) {
    ModuleSymbol symbol = program().module(module, target.span().file());
    boolean variable = symbol != null && symbol.body != null && symbol.body.body != null
        && symbol.members.get(target.name()) instanceof Symbol.Variable;
    if (!variable) {
      throw body.error(target.span(), InferenceCode.CANNOT_ASSIGN,
          "module '" + module + "' has no variable '" + target.name() + "' that can be assigned");
    }
    Version version = symbol.body.body.variables.globalVersion(target.name(), target.span());
    TypedExpr converted = convert(version, value, target.span(), false);
    return new TypedStmt.Set(version.variable, converted, target.span());
  }

  private void bind(String name, Version version) {
    if (version.owner == body) {
      body.flow.names.put(name, version);
      body.flow.assigned.add(version);
      body.flow.conflicts.remove(name);
    }
  }

  private @Nullable Version target(String name, Span span) {
    var scope = body.instance.symbol.scope();
    if (scope.globals.contains(name)) {
      return variables.global(name, span);
    }
    if (scope.nonlocals.contains(name)) {
      return variables.find(name, span);
    }
    if (variables.isShared(name) || scope.parameters.contains(name) && !body.flow.names.containsKey(name)) {
      return variables.shared(name, span);
    }
    return body.flow.names.get(name);
  }

  private boolean canReplace(Version version, TypedExpr value) {
    if (version.annotated || version.shared || version.owner != body || version.variable.cell()) {
      return false;
    }
    Type old = types.prune(version.type());
    Type given = types.prune(value.type());
    if (Substitution.isVariable(old) || Substitution.isVariable(given)) {
      return false;
    }
    if (body.coercions.fitsExactly(given, old)) {
      return false;
    }
    if (old instanceof OptionalType(var inner)
        && (Names.isNone(given) || body.coercions.fitsExactly(given, inner))) {
      return false;
    }
    boolean straight = version.block == body.block;
    return straight || body.coercions.join(old, given) == null;
  }

  private Version fresh(String name, Node target, TypedExpr value) {
    String key = name + "#" + body.copyPrefix + target.id();
    Version version = body.versions.get(key);
    if (version == null) {
      Type fact = program().facts.get(variables.factKey(key));
      version = sameType(name, fact != null ? new TypedExpr.Undefined(fact, target.span()) : value);
    }
    if (version == null) {
      Type fact = program().facts.get(variables.factKey(key));
      Type type = fact != null ? fact : initialType(value.type());
      version = variables.version(name, key, variables.newVariable(name, type, target.span()), true);
      body.versions.put(key, version);
    }
    onlyNone(version, key, value);
    return version;
  }

  /// A variable to which nothing but None is assigned is no optional: it has the type of None.
  private void onlyNone(Version version, String key, TypedExpr value) {
    if (program().applyDefaults && Names.isNone(types.prune(value.type()))
        && types.prune(version.type()) instanceof OptionalType(var inner)
        && Substitution.isVariable(types.prune(inner))) {
      program().widen(variables.factKey(key), Names.NONE);
    }
  }

  /// A version made on another path whose type is the same, so that the paths agree where they meet.
  private @Nullable Version sameType(String name, TypedExpr value) {
    for (Version version : body.versions.values()) {
      if (version.name.equals(name) && version.owner == body && !version.shared && !version.annotated
          && version.key.contains("#") && !body.comprehensionScopes.stream().anyMatch(s -> s.containsValue(version))
          && version.variable.scope() != TypedVariable.Scope.PARAMETER && types.isGround(value.type())
          && types.resolve(value.type()).equals(types.resolve(version.type()))) {
        version.block = body.block;
        return version;
      }
    }
    return null;
  }

  private Type initialType(Type type) {
    return Names.isNone(types.prune(type)) ? new OptionalType(types.fresh()) : type;
  }

  private TypedExpr convert(Version version, TypedExpr value, Span span, boolean unbound) {
    Type wanted = types.prune(version.type());
    if (Substitution.isVariable(wanted) && Names.isNone(types.prune(value.type()))) {
      types.bind(wanted, new OptionalType(types.fresh()));
      wanted = types.prune(version.type());
    }
    TypedExpr converted = canJoinSilently(version, value, wanted) ? body.coercions.tryCoerce(value, wanted) : null;
    if (converted != null) {
      return converted;
    }
    Type joined = version.annotated ? null : body.coercions.join(wanted, value.type());
    if (joined == null) {
      throw mismatch(version, value, span);
    }
    converted = body.coercions.tryCoerce(value, joined);
    if (types.resolve(joined).equals(types.resolve(wanted)) && converted != null) {
      return converted;
    }
    widen(version, joined);
    return value;
  }

  /// An optional value must not be unwrapped on its way into a variable that can become optional.
  private boolean canJoinSilently(Version version, TypedExpr value, Type wanted) {
    boolean truth = Names.is(types.prune(value.type()), "bool") && !Names.is(wanted, "bool");
    if (truth && !version.annotated && (Names.is(wanted, "int") || Names.is(wanted, "float"))) {
      return false;
    }
    return version.annotated || wanted instanceof OptionalType || !(types.prune(value.type()) instanceof OptionalType)
        || Substitution.isVariable(wanted);
  }

  private CheckError mismatch(Version version, TypedExpr value, Span span) {
    String declared = version.annotated ? "declared as" : "already has type";
    var error = body.error(span, InferenceCode.TYPE_MISMATCH,
        "incompatible types in assignment: '" + version.name + "' " + declared + " '"
            + body.coercions.show(version.type()) + "', but the value is '" + body.coercions.show(value.type()) + "'");
    return new CheckError(error.diagnostic().withLabel(version.span, "first bound here"));
  }

  private void widen(Version version, Type type) {
    program().facts.put(version.key, types.resolve(type));
    if (version.owner == body) {
      body.restart = true;
    } else {
      program().restartRequested = true;
      version.variable.type(types.resolve(type));
    }
  }
}
