package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a class tells about itself: `__doc__`, `__mro__`, `__bases__`, `__qualname__`.
final class ClassFacts {
  private ClassFacts() {}

  static TypedExpr documentation(ClassSymbol symbol, Span span) {
    boolean documented = !symbol.definition.body().isEmpty()
        && symbol.definition.body().getFirst() instanceof Stmt.Expression(_, var value)
        && value instanceof Expr.StringLiteral;
    return documented
        ? new TypedExpr.Literal(Names.STR,
            ((Expr.StringLiteral) ((Stmt.Expression) symbol.definition.body().getFirst()).value()).value(), span)
        : new TypedExpr.Literal(Names.NONE, null, span);
  }

  /// The name that programs see: the class above all others is `object`.
  static String name(ClassSymbol symbol) {
    return symbol.name.equals(Names.ROOT) ? "object" : symbol.shortName();
  }

  /// What stands before the names of a module's classes; nothing for built-in ones.
  static String modulePrefix(ClassSymbol symbol) {
    return symbol.module.name.equals(Names.BUILTINS) ? "" : symbol.module.name + ".";
  }

  /// The name with those of the classes around: `Outer.Inner`.
  static String qualifiedName(ClassSymbol symbol) {
    String module = symbol.module.name + ".";
    return symbol.enclosing == null && symbol.name.startsWith(module) ? symbol.name.substring(module.length())
        : symbol.shortName();
  }

  /// The classes that name a class as their base, as a list.
  static @Nullable TypedExpr subclasses(Body body, Type instance, Expr at) {
    ClassSymbol symbol = body.program.classOf(instance);
    if (symbol == null) {
      return null;
    }
    var names = new ArrayList<Expr>();
    for (ClassSymbol derived : symbol.subclasses) {
      if (derived.bases.stream().anyMatch(b -> b.name().equals(symbol.name))) {
        names.add(new Expr.Name(new Origin(at.span(), -13 - 64 * at.id() - names.size()), derived.name));
      }
    }
    return body.expressions.check(new Expr.Display(at.at(), Expr.DisplayKind.LIST, names), null);
  }

  /// The classes that a class derives from as a tuple.
  static TypedExpr classes(Body body, ClassSymbol symbol, boolean all, Span span) {
    var found = new ArrayList<ClassSymbol>();
    if (all) {
      found.addAll(symbol.linearization);
    } else {
      symbol.bases.forEach(b -> found.add(body.program.classes.get(b.name())));
    }
    List<Type> types = found.stream().map(c -> (Type) new MetaType(ClassType.of(c.name))).toList();
    List<TypedExpr> values = types.stream().map(t -> (TypedExpr) new TypedExpr.Undefined(t, span)).toList();
    return new TypedExpr.MakeTuple(new TupleType(types), values, span);
  }
}
