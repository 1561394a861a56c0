package io.codonj.core.infer;

import io.codonj.api.ast.ComparisonOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Branches that are chosen before anything in them is looked at, because the others may name what does not exist here:
/// `if TYPE_CHECKING`, tests of `sys.version_info`, `sys.platform`, `os.name` and `platform.system()`, and
/// `try: import x` with `except ImportError`.
final class StaticBranches {
  private static final List<Integer> VERSION = List.of(3, 13, 0);
  private static final Map<String, String> TEXTS = Map.of(
      "sys.platform", "linux", "os.name", "posix", "platform.system()", "Linux", "sys.implementation.name", "cpython");
  private static final Set<String> CAUGHT = Set.of("ImportError", "ModuleNotFoundError", "Exception", "BaseException");

  private StaticBranches() {}

  /// The truth of a condition; null when it is decided when the program runs.
  static @Nullable Boolean truth(Expr condition) {
    return switch (condition) {
      case Expr.BoolLiteral(_, var value) -> value;
      case Expr.Name(_, var name) when name.equals("TYPE_CHECKING") -> false;
      case Expr.Attribute(_, Expr.Name _, var name) when name.equals("TYPE_CHECKING") -> false;
      case Expr.Unary(_, var operator, var operand) when operator == UnaryOperator.NOT -> {
        Boolean inner = truth(operand);
        yield inner == null ? null : !inner;
      }
      case Expr.Logical(_, var isAnd, var operands) -> logical(isAnd, operands);
      case Expr.Comparison(_, var first, var rest) when rest.size() == 1 ->
          compare(first, rest.getFirst().operator(), rest.getFirst().operand());
      case Expr.Call(_, Expr.Attribute(_, var object, var method), var arguments)
          when method.equals("startswith") && arguments.size() == 1
              && arguments.getFirst().value() instanceof Expr.StringLiteral(_, var prefix) && TEXTS.containsKey(path(object)) ->
          TEXTS.get(path(object)).startsWith(prefix);
      default -> null;
    };
  }

  private static @Nullable Boolean logical(boolean isAnd, List<Expr> operands) {
    boolean known = true;
    for (Expr operand : operands) {
      Boolean truth = truth(operand);
      if (truth != null && truth != isAnd) {
        return known ? truth : null;
      }
      known &= truth != null;
    }
    return known ? isAnd : null;
  }

  private static @Nullable Boolean compare(Expr left, ComparisonOperator operator, Expr right) {
    String path = path(left);
    if (TEXTS.containsKey(path)) {
      return switch (right) {
        case Expr.StringLiteral(_, var text) when operator == ComparisonOperator.EQUAL -> TEXTS.get(path).equals(text);
        case Expr.StringLiteral(_, var text) when operator == ComparisonOperator.NOT_EQUAL -> !TEXTS.get(path).equals(text);
        case Expr.Display(_, _, var elements) when operator == ComparisonOperator.IN
            && elements.stream().allMatch(Expr.StringLiteral.class::isInstance) ->
            elements.stream().anyMatch(e -> ((Expr.StringLiteral) e).value().equals(TEXTS.get(path)));
        default -> null;
      };
    }
    List<Integer> known = switch (path) {
      case "sys.version_info" -> VERSION;
      case "sys.version_info.major" -> VERSION.subList(0, 1);
      case "sys.version_info.minor" -> VERSION.subList(1, 2);
      default -> left instanceof Expr.Subscript(_, var object, Expr.IntLiteral(_, var index, _))
          && path(object).equals("sys.version_info") && index.intValue() >= 0 && index.intValue() < 2
              ? VERSION.subList(index.intValue(), index.intValue() + 1) : null;
    };
    List<Integer> wanted = numbers(right);
    return known == null || wanted == null || known == VERSION != right instanceof Expr.Display ? null
        : holds(operator, order(known, wanted));
  }

  private static @Nullable Boolean holds(ComparisonOperator operator, int order) {
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_EQUAL -> order >= 0;
      default -> null;
    };
  }

  /// As tuples are compared; the longer one is the greater.
  private static int order(List<Integer> left, List<Integer> right) {
    for (int i = 0; i < left.size() && i < right.size(); i++) {
      if (!left.get(i).equals(right.get(i))) {
        return left.get(i).compareTo(right.get(i));
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static @Nullable List<Integer> numbers(Expr expression) {
    return switch (expression) {
      case Expr.IntLiteral(_, var value, _) -> List.of(value.intValue());
      case Expr.Display(_, _, var elements) when elements.stream().allMatch(Expr.IntLiteral.class::isInstance) ->
          elements.stream().map(e -> ((Expr.IntLiteral) e).value().intValue()).toList();
      default -> null;
    };
  }

  private static String path(Expr expression) {
    return switch (expression) {
      case Expr.Name(_, var name) -> name;
      case Expr.Attribute(_, var object, var name) -> path(object) + "." + name;
      case Expr.Call(_, var callee, var arguments) when arguments.isEmpty() -> path(callee) + "()";
      default -> "";
    };
  }

  /// What a `try` that guards imports comes to; null for any other statement.
  static @Nullable List<Stmt> guardedImport(Program program, ModuleSymbol module, Stmt.Try statement) {
    if (statement.isStar() || statement.handlers().isEmpty() || !(statement.body().getFirst() instanceof Stmt.Import)
        && !(statement.body().getFirst() instanceof Stmt.ImportFrom)) {
      return null;
    }
    var handler = statement.handlers().stream().filter(h -> catches(h.type())).findFirst();
    if (handler.isEmpty()) {
      return null;
    }
    var chosen = new ArrayList<Stmt>();
    for (Stmt each : statement.body()) {
      if (isMissing(program, module, each)) {
        chosen.addAll(handler.get().body());
        chosen.addAll(statement.finalBody());
        return chosen;
      }
      if (!(each instanceof Stmt.Import) && !(each instanceof Stmt.ImportFrom)) {
        break;
      }
    }
    chosen.addAll(statement.body());
    chosen.addAll(statement.orElse());
    chosen.addAll(statement.finalBody());
    return statement.body().stream().allMatch(s -> s instanceof Stmt.Import || s instanceof Stmt.ImportFrom
        || s instanceof Stmt.Assign(_, _, var value) && Declarations.isLiteral(value) || s instanceof Stmt.Pass) ? chosen : null;
  }

  private static boolean catches(@Nullable Expr type) {
    return switch (type) {
      case null -> true;
      case Expr.Name(_, var name) -> CAUGHT.contains(name);
      case Expr.Display(_, _, var elements) -> elements.stream().anyMatch(StaticBranches::catches);
      default -> false;
    };
  }

  private static boolean isMissing(Program program, ModuleSymbol module, Stmt statement) {
    return switch (statement) {
      case Stmt.Import s -> s.names().stream().anyMatch(a -> program.module(a.name(), s.span().file()) == null);
      case Stmt.ImportFrom s -> {
        String source = Declarations.absolute(module, s.level(), s.module());
        ModuleSymbol found = program.module(source, s.span().file());
        yield found == null || s.names().stream().anyMatch(a -> !a.name().equals("*")
            && program.member(found, a.name()) == null && program.module(source + "." + a.name(), s.span().file()) == null);
      }
      default -> false;
    };
  }
}
