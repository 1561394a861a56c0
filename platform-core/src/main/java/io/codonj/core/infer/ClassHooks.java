package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// What happens when a class has been defined: `__set_name__` of the objects that its body put into class variables, then
/// `__init_subclass__` of the class above, with the keywords of the class statement.
final class ClassHooks {
  private final Body body;
  private final ClassSymbol symbol;

  ClassHooks(Body body, ClassSymbol symbol) {
    this.body = body;
    this.symbol = symbol;
  }

  void run(List<TypedStmt> into) {
    Span span = symbol.definition.nameSpan();
    Expr at = body.calls.node(span);
    for (ClassSymbol.Field field : symbol.classVariables.values()) {
      if (Descriptors.isDescriptor(body.program, symbol, field)) {
        setName(field, at, into);
      }
    }
    for (ClassSymbol ancestor : symbol.linearization.subList(1, symbol.linearization.size())) {
      var methods = ancestor.methods.get("__init_subclass__");
      if (methods != null) {
        initialize(methods, at, into);
        return;
      }
    }
  }

  private TypedExpr cls(Span span) {
    return new TypedExpr.Undefined(new MetaType(ClassType.of(symbol.name)), span);
  }

  private void setName(ClassSymbol.Field field, Expr at, List<TypedStmt> into) {
    TypedExpr value = body.members.classVariable(symbol, field.name(), at);
    if (!(body.types.prune(value.type()) instanceof ClassType type) || !body.calls.hasMethod(type, "__set_name__")) {
      return;
    }
    FunctionSymbol method = body.program.classOf(type).findMethods("__set_name__").getFirst();
    var known = new HashMap<>(body.members.typeArguments(type, method));
    into.add(new TypedStmt.Evaluate(body.calls.invocations.choose(List.of(method), List.of(value),
        List.of(Argument.of(cls(at.span())), Argument.of(new TypedExpr.Literal(Names.STR, field.name(), at.span()))), at,
        known, null), at.span()));
  }

  private void initialize(List<FunctionSymbol> methods, Expr at, List<TypedStmt> into) {
    var arguments = new ArrayList<Argument>();
    for (Expr.Argument argument : symbol.definition.bases()) {
      if (argument.kind() == Expr.ArgumentKind.KEYWORD && !argument.name().equals("metaclass")) {
        arguments.add(Argument.keyword(argument.name(), argument.value()));
      }
    }
    Type type = ClassType.of(symbol.name);
    into.add(new TypedStmt.Evaluate(body.calls.invocations.choose(methods, List.of(cls(at.span())), arguments, at,
        body.members.typeArguments(type, methods.getFirst()), null), at.span()));
  }
}
