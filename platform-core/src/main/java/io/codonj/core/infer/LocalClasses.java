package io.codonj.core.infer;

import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.FunctionType;
import io.codonj.core.resolve.ScopeInfo;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Classes inside of functions, whose methods use variables of the function. Each object keeps these variables in a hidden
/// field, as a closure without code; a call of a method takes from there what the method captures.
final class LocalClasses {
  private static final String FIELD = "=environment ";

  private final Body body;

  LocalClasses(Body body) {
    this.body = body;
  }

  /// Finds what the methods of a class capture and gives its objects the field for it.
  void define(ClassSymbol symbol) {
    if (symbol.enclosing == null || symbol.environment != null) {
      return;
    }
    var captures = new LinkedHashSet<Version>();
    var functions = new ArrayList<FunctionSymbol>();
    symbol.methods.values().forEach(functions::addAll);
    functions.addAll(symbol.setters.values());
    functions.stream().filter(f -> f.owner == symbol).forEach(f -> captures.addAll(body.functionValues.captures(f)));
    if (captures.isEmpty()) {
      return;
    }
    var at = symbol.definition;
    var definition = new Stmt.FunctionDef(
        at.at(), at.nameSpan(), FIELD + at.name(), List.of(), List.of(), List.of(), null, List.of(), false, null);
    var environment = new FunctionSymbol(FIELD + symbol.name, definition.name(), definition, symbol.module, null,
        symbol.enclosing, symbol.typeContext, new ScopeInfo());
    environment.captures = new ArrayList<>(captures);
    // A method may make further objects of the class through `cls`, so each captures all.
    functions.stream().filter(f -> f.owner == symbol).forEach(f -> f.captures = environment.captures);
    body.program.functions.put(environment.name, environment);
    symbol.environment = environment;
    symbol.fields.put(environment.name, new ClassSymbol.Field(environment.name, null, null, symbol));
  }

  /// Fills the hidden fields of a new object.
  void initialize(ClassSymbol symbol, ClassType type, TypedExpr object, Span span, List<TypedStmt> into) {
    for (ClassSymbol ancestor : symbol.linearization) {
      if (ancestor.environment != null) {
        TypedExpr value = environment(ancestor, span);
        Type wanted = body.program.fieldType(type, symbol.findField(ancestor.environment.name));
        if (body.types.isGround(value.type())) {
          body.types.unify(wanted, value.type());
        } else {
          body.unresolved = true;
        }
        into.add(new TypedStmt.SetField(object, type, ancestor.environment.name, value, span));
      }
    }
  }

  private TypedExpr environment(ClassSymbol symbol, Span span) {
    if (isInside(symbol)) {
      return body.functionValues.closure(symbol.environment, span);
    }
    throw body.error(span, InferenceCode.NOT_SUPPORTED_YET, "'" + symbol.shortName()
        + "' uses variables of the function that defines it, so its objects can be made inside of that function only");
  }

  private boolean isInside(ClassSymbol symbol) {
    for (Body at = body; at != null; at = at.enclosing()) {
      if (at == symbol.enclosing) {
        return true;
      }
    }
    return false;
  }

  /// What a method captures, as arguments before its own; null when it captures nothing.
  @Nullable List<TypedExpr> captured(FunctionSymbol method, List<TypedExpr> values, Span span) {
    if (method.owner == null || method.enclosing == null || method.owner.environment == null) {
      return null;
    }
    var captures = body.functionValues.captures(method);
    if (captures.isEmpty()) {
      return null;
    }
    FunctionSymbol environment = method.owner.environment;
    TypedExpr closure;
    if (method.takesSelf() && body.types.prune(values.getFirst().type()) instanceof ClassType self) {
      var field = body.program.classOf(self).findField(environment.name);
      closure = body.members.getField(values.getFirst(), self, field, span);
    } else {
      closure = environment(method.owner, span);
    }
    if (!(body.types.prune(closure.type()) instanceof FunctionType type)) {
      body.unresolved = true;
      return null;
    }
    var result = new ArrayList<TypedExpr>();
    for (Version capture : captures) {
      int index = environment.captures.indexOf(capture);
      result.add(new TypedExpr.GetCapture(closure, index, type.captures().get(index), span));
    }
    return result;
  }
}
