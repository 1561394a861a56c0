package io.codonj.core.infer;

import io.codonj.api.ast.AstRewriter;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Statements of a class body beyond assignments to one name: loops, conditions, calls, unpacking. They run where the class
/// is defined, with the class's variables in place of the names that they bind:
///
/// ```
/// class C:                                   C.squares = {}
///   squares = {}                      →      for C.i in range(3):
///   for i in range(3): squares[i] = i          C.squares[C.i] = C.i
/// ```
final class ClassStatements {
  /// A statement, and how many class variables come before it.
  record Step(Stmt statement, int position) {}

  private ClassStatements() {}

  /// `a, b = 1, 2` as two assignments; the statement itself when it is something else.
  static List<Stmt.Assign> separate(Stmt.Assign statement) {
    if (statement.targets().size() != 1 || !(statement.targets().getFirst() instanceof Expr.Display(_, _, var names))
        || !names.stream().allMatch(Expr.Name.class::isInstance)) {
      return List.of(statement);
    }
    List<Expr> values = values(statement.value());
    if (values.size() != names.size()) {
      return List.of(statement);
    }
    var result = new ArrayList<Stmt.Assign>();
    for (int i = 0; i < names.size(); i++) {
      var at = new Origin(names.get(i).span(), -7 - 16 * statement.id() - i);
      result.add(new Stmt.Assign(at, List.of(names.get(i)), values.get(i)));
    }
    return result;
  }

  private static List<Expr> values(Expr value) {
    if (value instanceof Expr.Display(_, var kind, var elements) && kind != Expr.DisplayKind.SET
        && elements.stream().noneMatch(Expr.Starred.class::isInstance)) {
      return elements;
    }
    var result = new ArrayList<Expr>();
    if (value instanceof Expr.Call(var at, Expr.Name(_, var name), var arguments) && name.equals("range")
        && arguments.size() <= 2 && arguments.stream().allMatch(a -> a.value() instanceof Expr.IntLiteral)) {
      int start = arguments.size() == 2 ? ((Expr.IntLiteral) arguments.getFirst().value()).value().intValue() : 0;
      int stop = ((Expr.IntLiteral) arguments.getLast().value()).value().intValue();
      for (int i = start; i < stop && i - start < 256; i++) {
        result.add(new Expr.IntLiteral(new Origin(at.span(), -9 - 512 * at.id() - i), java.math.BigInteger.valueOf(i), ""));
      }
    }
    return result;
  }

  /// Does a statement define functions or classes?
  static boolean defines(List<Stmt> statements) {
    return statements.stream().anyMatch(s -> s instanceof Stmt.FunctionDef || s instanceof Stmt.ClassDef
        || s instanceof Stmt.If i && (defines(i.body()) || defines(i.orElse())));
  }

  /// Makes the names that a statement binds class variables, and keeps the statement for later.
  static void add(ClassSymbol symbol, Stmt statement) {
    var names = new LinkedHashSet<String>();
    AssignedNames.names(statement, names);
    int position = symbol.classVariables.size();
    for (String name : names) {
      symbol.classVariables.putIfAbsent(name, new ClassSymbol.Field(name, null, null, symbol));
    }
    symbol.steps.add(new Step(statement, position));
  }

  /// The statement as it runs outside of the class body.
  static Stmt outside(ClassSymbol symbol, Stmt statement) {
    return new Outside(symbol).statements(List.of(statement)).getFirst();
  }

  private static final class Outside extends AstRewriter {
    private final ClassSymbol symbol;

    /// Names of comprehensions and lambdas.
    private final Deque<Set<String>> inner = new ArrayDeque<>();

    Outside(ClassSymbol symbol) {
      this.symbol = symbol;
    }

    @Override
    public Expr expression(Expr expression) {
      return switch (expression) {
        case Expr.Name(var at, var name) when symbol.classVariables.containsKey(name)
            && inner.stream().noneMatch(names -> names.contains(name)) ->
            new Expr.Attribute(at, new Expr.Name(new Origin(at.span(), -11 - 4 * at.id()), symbol.name), name);
        case Expr.Comprehension c -> {
          var names = new HashSet<String>();
          c.clauses().forEach(clause -> AssignedNames.targetNames(clause.target(), names));
          yield scoped(names, c);
        }
        case Expr.Lambda l -> {
          var names = new HashSet<String>();
          l.parameters().forEach(p -> names.add(p.name()));
          yield scoped(names, l);
        }
        default -> super.expression(expression);
      };
    }

    private Expr scoped(Set<String> names, Expr expression) {
      inner.push(names);
      Expr result = super.expression(expression);
      inner.pop();
      return result;
    }
  }
}
