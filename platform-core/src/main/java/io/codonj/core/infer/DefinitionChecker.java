package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.List;

/// `def` and `class` as statements: nested definitions, decorators, class variables.
final class DefinitionChecker {
  private final Body body;

  DefinitionChecker(Body body) {
    this.body = body;
  }

  void function(Stmt.FunctionDef definition, List<TypedStmt> into) {
    if (body.isModule() && body.module().members.get(definition.name()) instanceof FunctionSymbol function) {
      DefaultArguments.evaluate(body, function, into);
      return;
    }
    String key = "def " + definition.id();
    FunctionSymbol symbol = body.lambdas.computeIfAbsent(key, _ -> body.program.declarations().declareFunction(
        definition, body.instance.name + ".<locals>", body.module(), null, body.isModule() ? null : body,
        body.instance.typeArguments));
    boolean plain = !body.isModule() && body.instance.symbol.scope().functions.get(definition.name()) == definition;
    if (plain) {
      body.localSymbols.put(definition.name(), symbol);
      return;
    }
    TypedExpr value = body.functionValues.closure(symbol, definition.nameSpan());
    for (Expr decorator : definition.decorators().reversed()) {
      if (!Declarations.FUNCTION_DECORATORS.contains(Declarations.decoratorName(decorator))) {
        FunctionAttributes.wrap(body, symbol, decorator);
        TypedExpr function = body.expressions.check(decorator, null);
        value = body.calls.callValue(function, List.of(Argument.of(value)), decorator, null);
      }
    }
    into.add(body.variables.assign(definition.name(), definition, value));
  }

  void classDef(Stmt.ClassDef definition, List<TypedStmt> into) {
    ClassSymbol symbol;
    if (body.isModule()) {
      if (!(body.module().members.get(definition.name()) instanceof ClassSymbol known)
          || known.definition != definition) {
        return;
      }
      symbol = known;
    } else {
      symbol = (ClassSymbol) body.localSymbols.get(definition.name());
      if (symbol == null) {
        symbol = body.program.declarations().declareClass(
            definition, body.instance.name + ".<locals>", body.module(), body, body.instance.typeArguments);
        body.localSymbols.put(definition.name(), symbol);
        body.program.declarations().complete(symbol);
      }
    }
    define(symbol, into);
  }

  private void define(ClassSymbol symbol, List<TypedStmt> into) {
    new LocalClasses(body).define(symbol);
    for (ClassSymbol nested : symbol.nestedClasses.values()) {
      define(nested, into);
    }
    classVariables(symbol, into);
    for (var overloads : symbol.methods.values()) {
      for (FunctionSymbol method : overloads) {
        if (method.owner == symbol) {
          new ClassScope(body, symbol).within(() -> {
            DefaultArguments.evaluate(body, method, into);
            return null;
          });
        }
      }
    }
    if (!symbol.module.isLibrary) {
      new ClassHooks(body, symbol).run(into);
    }
    decorators(symbol, into);
  }

  /// Runs the assignments of the class body.
  private void classVariables(ClassSymbol symbol, List<TypedStmt> into) {
    int position = 0;
    for (ClassSymbol.Field field : symbol.classVariables.values()) {
      steps(symbol, position++, into);
      if (field.defaultValue() == null) {
        continue;
      }
      var variable = ClassVariables.variable(body.program, symbol, field.name());
      Type expected = field.annotation() != null ? variable.type() : null;
      TypedExpr value = new ClassScope(body, symbol).check(field.defaultValue(), expected);
      if (Names.isNone(body.types.prune(value.type())) && Substitution.isVariable(body.types.prune(variable.type()))) {
        body.types.bind(body.types.prune(variable.type()), new Type.OptionalType(body.types.fresh()));
      }
      into.add(new TypedStmt.Set(
          variable, body.coercions.coerce(value, variable.type()), field.defaultValue().span()));
      if (!body.types.isGround(variable.type())) {
        body.unresolved = true;
      }
    }
    steps(symbol, position, into);
  }

  private void steps(ClassSymbol symbol, int position, List<TypedStmt> into) {
    for (ClassStatements.Step step : symbol.steps) {
      if (step.position() == position) {
        into.addAll(body.statements.sameBlock(List.of(ClassStatements.outside(symbol, step.statement()))));
      }
    }
  }

  /// A decorator gave something else, such as a function that makes the objects: from now on the name means that.
  private void replace(ClassSymbol symbol, TypedExpr value, Expr decorator, List<TypedStmt> into) {
    if (!body.isModule() || symbol.definition.decorators().getFirst() != decorator) {
      throw body.error(decorator.span(), InferenceCode.CLASS_DECORATOR,
          "this class decorator must return the class it is given");
    }
    var variable = body.program.global("decorated " + symbol.name, body.types.fresh(), decorator.span());
    if (!body.types.isGround(value.type())) {
      body.unresolved = true;
    }
    into.add(new TypedStmt.Set(variable, body.coercions.coerce(value, variable.type()), decorator.span()));
    symbol.replacement = variable;
  }

  private void decorators(ClassSymbol symbol, List<TypedStmt> into) {
    symbol.replacement = null;
    for (Expr decorator : symbol.definition.decorators().reversed()) {
      switch (Declarations.decoratorName(decorator)) {
        case "dataclass", "tuple", "primitive", "final_layout", "total_ordering", "unique", "final", "extend",
            "runtime_checkable" -> {}
        default -> {
          TypedExpr function = body.expressions.check(decorator, null);
          TypedExpr value = body.calls.callValue(function, List.of(Argument.of(
              body.variables.value(symbol, decorator))), decorator, null);
          if (body.types.prune(value.type()) instanceof Type.MetaType(var result)
              && body.program.classOf(result) == symbol) {
            into.add(new TypedStmt.Evaluate(value, decorator.span()));
          } else {
            replace(symbol, value, decorator, into);
          }
        }
      }
    }
  }
}
