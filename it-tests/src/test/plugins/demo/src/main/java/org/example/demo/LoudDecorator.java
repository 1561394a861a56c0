package org.example.demo;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.plugin.DecoratorExtension;
import io.codonj.api.plugin.ExpansionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `@demo.loud` makes a function say its name first.
final class LoudDecorator implements DecoratorExtension {
  @Override
  public String name() {
    return "demo.loud";
  }

  @Override
  public List<Stmt> expand(Stmt decorated, Expr decorator, ExpansionContext context) {
    if (!(decorated instanceof Stmt.FunctionDef f)) {
      return List.of(decorated);
    }
    var name = new Expr.StringLiteral(context.at(decorator.span()), f.name());
    var body = new ArrayList<>(context.statements("print('calling', name)", Map.of("name", name), Map.of(), decorator.span()));
    body.addAll(f.body());
    return List.of(new Stmt.FunctionDef(f.at(), f.nameSpan(), f.name(), f.decorators(), f.typeParameters(),
        f.parameters(), f.returns(), body, f.isAsync(), f.inlineText()));
  }
}
