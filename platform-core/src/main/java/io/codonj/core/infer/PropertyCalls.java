package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `x = property(get_x, set_x, delete_x)` in a class body, as the decorated methods that it stands for.
final class PropertyCalls {
  private static final List<String> ROLES = List.of("fget", "fset", "fdel");
  private static final List<String> DECORATORS = List.of("property", "setter", "deleter");

  private PropertyCalls() {}

  static boolean isProperty(Expr value) {
    return value instanceof Expr.Call(_, Expr.Name(_, var name), var arguments) && name.equals("property")
        && !arguments.isEmpty();
  }

  /// The definitions of getter, setter and deleter; those that are written as something else than a method are left out.
  static List<Stmt.FunctionDef> definitions(ClassSymbol symbol, String name, Expr value) {
    var result = new ArrayList<Stmt.FunctionDef>();
    int position = 0;
    for (Expr.Argument argument : ((Expr.Call) value).arguments()) {
      int role = argument.kind() == Expr.ArgumentKind.KEYWORD ? ROLES.indexOf(argument.name()) : position++;
      Stmt.FunctionDef method = role < 0 || role >= ROLES.size() ? null : method(symbol, argument.value());
      if (method != null) {
        var at = new Origin(argument.value().span(), -15 - 16 * argument.value().id() - role);
        Expr decorator = role == 0 ? new Expr.Name(at, DECORATORS.getFirst())
            : new Expr.Attribute(at, new Expr.Name(at, name), DECORATORS.get(role));
        result.add(new Stmt.FunctionDef(method.at(), method.nameSpan(), name, List.of(decorator), method.typeParameters(),
            method.parameters(), method.returns(), method.body(), false, null));
      }
    }
    return result;
  }

  private static Stmt.@Nullable FunctionDef method(ClassSymbol symbol, Expr value) {
    return switch (value) {
      case Expr.Name(_, var name) when symbol.methods.containsKey(name) -> symbol.methods.get(name).getFirst().definition;
      case Expr.Lambda(var at, var parameters, var result) -> new Stmt.FunctionDef(at, at.span(), "<lambda>", List.of(),
          List.of(), parameters, null, List.of(new Stmt.Return(at, result)), false, null);
      default -> null;
    };
  }
}
