package io.codonj.core.resolve;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.FStringPart;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Pattern;
import io.codonj.api.ast.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Computes [ScopeInfo] for a function, lambda, class body or module.
public final class ScopeAnalyzer {
  /// Methods that raise StopIteration at the end of an iterator.
  private static final Set<String> STEPS = Set.of("send", "throw", "__next__");

  private final ScopeInfo info = new ScopeInfo();
  private final List<ScopeInfo> nested = new ArrayList<>();
  private final Map<String, Integer> firstBinding = new HashMap<>();
  private final Map<String, Integer> firstCapture = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final List<Set<String>> comprehensionNames = new ArrayList<>();
  private int loopDepth;
  private int clock;

  /// A generator expression's walrus targets belong to the function around it.
  private boolean isGeneratorExpression;
  private boolean isClassBody;

  private ScopeAnalyzer() {}

  public static ScopeInfo function(List<Parameter> parameters, List<Stmt> body) {
    return new ScopeAnalyzer().body(parameters, body);
  }

  private ScopeInfo body(List<Parameter> parameters, List<Stmt> statements) {
    parameters(parameters);
    statements(statements);
    return finish();
  }

  private void parameters(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      info.parameters.add(parameter.name());
      bind(parameter.name());
    }
  }

  /// The function that a generator expression becomes.
  public static ScopeInfo generatorFunction(List<Parameter> parameters, List<Stmt> body) {
    var analyzer = new ScopeAnalyzer();
    analyzer.isGeneratorExpression = true;
    return analyzer.body(parameters, body);
  }

  private static ScopeInfo classBody(List<Stmt> body) {
    var analyzer = new ScopeAnalyzer();
    analyzer.isClassBody = true;
    return analyzer.body(List.of(), body);
  }

  public static ScopeInfo lambda(List<Parameter> parameters, Expr body) {
    var analyzer = new ScopeAnalyzer();
    analyzer.parameters(parameters);
    analyzer.expression(body);
    return analyzer.finish();
  }

  private ScopeInfo finish() {
    info.bound.removeAll(info.globals);
    info.bound.removeAll(info.nonlocals);
    for (String name : used) {
      if (!info.bound.contains(name) && !info.globals.contains(name)) {
        info.free.add(name);
      }
    }
    info.free.addAll(info.nonlocals);
    for (ScopeInfo inner : nested) {
      for (String name : inner.free) {
        boolean rebinds = inner.nonlocals.contains(name) || inner.rebound.contains(name);
        // The names of a class body are not seen by its methods.
        if (info.bound.contains(name) && !isClassBody) {
          info.captured.add(name);
          boolean rebound = info.bindings.getOrDefault(name, 0) > 1 || rebinds
              || firstBinding.getOrDefault(name, 0) > firstCapture.getOrDefault(name, 0);
          if (rebound) {
            info.cells.add(name);
          }
        } else if (!info.globals.contains(name)) {
          info.free.add(name);
          if (rebinds) {
            info.rebound.add(name);
          }
        }
      }
    }
    for (String name : List.copyOf(info.functions.keySet())) {
      if (info.bindings.getOrDefault(name, 0) != 1 || !info.bound.contains(name)) {
        info.functions.remove(name);
      } else {
        info.cells.remove(name);
      }
    }
    return info;
  }

  private void bind(String name) {
    for (int i = comprehensionNames.size() - 1; i >= 0; i--) {
      if (comprehensionNames.get(i).contains(name)) {
        return;
      }
    }
    info.bound.add(name);
    info.bindings.merge(name, loopDepth > 0 ? 2 : 1, Integer::sum);
    firstBinding.putIfAbsent(name, ++clock);
  }

  private void use(String name) {
    for (int i = comprehensionNames.size() - 1; i >= 0; i--) {
      if (comprehensionNames.get(i).contains(name)) {
        return;
      }
    }
    used.add(name);
  }

  private void nest(ScopeInfo inner) {
    clock++;
    for (String name : inner.free) {
      if (inner.exposed.contains(name)) {
        info.exposed.add(name);
      }
      if (inner.unpacked.contains(name)) {
        info.unpacked.add(name);
      }
    }
    for (String name : inner.walrus) {
      if (isGeneratorExpression) {
        info.nonlocals.add(name);
        info.walrus.add(name);
      } else {
        bind(name);
        bind(name);
      }
    }
    for (String name : inner.free) {
      boolean ofComprehension = false;
      for (Set<String> names : comprehensionNames) {
        ofComprehension |= names.contains(name);
      }
      if (!ofComprehension) {
        firstCapture.putIfAbsent(name, clock);
      } else {
        info.captured.add(name);
      }
    }
    nested.add(inner);
  }

  private void statements(List<Stmt> body) {
    for (Stmt statement : body) {
      statement(statement);
    }
  }

  private void loop(Runnable body) {
    loopDepth++;
    body.run();
    loopDepth--;
  }

  private void statement(Stmt statement) {
    switch (statement) {
      case Stmt.Expression(_, Expr.Yield(_, var value)) -> {
        info.isGenerator = true;
        optional(value);
      }
      case Stmt.Expression s -> expression(s.value());
      case Stmt.Assign s -> {
        expression(s.value());
        s.targets().forEach(this::target);
      }
      case Stmt.AugmentedAssign s -> {
        expression(s.target());
        expression(s.value());
        target(s.target());
      }
      case Stmt.AnnotatedAssign s -> {
        optional(s.value());
        if (s.target() instanceof Expr.Name name && s.value() == null) {
          info.bound.add(name.name());
        } else {
          target(s.target());
        }
      }
      case Stmt.Return s -> {
        info.returnsValue |= s.value() != null;
        optional(s.value());
      }
      case Stmt.Raise s -> {
        optional(s.exception());
        optional(s.cause());
      }
      case Stmt.Assert s -> {
        expression(s.condition());
        optional(s.message());
      }
      case Stmt.Delete s -> s.targets().forEach(t -> {
        expression(t);
        target(t);
      });
      case Stmt.Pass _, Stmt.Break _, Stmt.Continue _ -> {}
      case Stmt.Global s -> info.globals.addAll(s.names());
      case Stmt.Nonlocal s -> info.nonlocals.addAll(s.names());
      case Stmt.Import s -> s.names().forEach(a -> bind(
          a.alias().isEmpty() ? a.name().split("\\.")[0] : a.alias()));
      case Stmt.ImportFrom s -> s.names().forEach(a -> bind(a.alias().isEmpty() ? a.name() : a.alias()));
      case Stmt.If s -> {
        look(s.condition());
        statements(s.body());
        statements(s.orElse());
      }
      case Stmt.While s -> {
        loop(() -> {
          expression(s.condition());
          statements(s.body());
        });
        statements(s.orElse());
      }
      case Stmt.For s when s.isAsync() -> statements(AsyncLoops.expand(s));
      case Stmt.For s -> {
        s.decorators().forEach(this::expression);
        look(s.iterable());
        loop(() -> {
          target(s.target());
          statements(s.body());
        });
        statements(s.orElse());
      }
      case Stmt.Try s when s.isStar() -> statement(StarHandlers.expand(s));
      case Stmt.Try s -> {
        statements(s.body());
        for (Stmt.Handler handler : s.handlers()) {
          optional(handler.type());
          if (!handler.name().isEmpty()) {
            bind(handler.name());
          }
          statements(handler.body());
        }
        statements(s.orElse());
        statements(s.finalBody());
      }
      case Stmt.With s -> {
        for (Stmt.WithItem item : s.items()) {
          expression(item.context());
          if (item.target() != null) {
            target(item.target());
          }
        }
        statements(s.body());
      }
      case Stmt.Match s -> {
        expression(s.subject());
        for (Stmt.Case branch : s.cases()) {
          pattern(branch.pattern());
          optional(branch.guard());
          statements(branch.body());
        }
      }
      case Stmt.FunctionDef s -> {
        s.decorators().forEach(this::expression);
        defaults(s.parameters());
        nest(function(s.parameters(), s.body()));
        bind(s.name());
        if (s.decorators().isEmpty() && loopDepth == 0) {
          info.functions.put(s.name(), s);
        } else {
          info.bindings.merge(s.name(), 1, Integer::sum);
        }
      }
      case Stmt.ClassDef s -> {
        s.decorators().forEach(this::expression);
        s.bases().forEach(b -> expression(b.value()));
        nest(classBody(s.body()));
        bind(s.name());
      }
      case Stmt.TypeAlias s -> bind(s.name());
      case Stmt.Print s -> s.values().forEach(this::expression);
      case Stmt.KeywordBlock s -> {
        optional(s.operand());
        statements(s.body());
      }
      case Stmt.Region s -> {
        s.arguments().forEach(this::expression);
        statements(s.body());
      }
    }
  }

  private void defaults(List<Parameter> parameters) {
    parameters.forEach(p -> optional(p.defaultValue()));
  }

  private void target(Expr target) {
    switch (target) {
      case Expr.Name name -> bind(name.name());
      case Expr.Starred starred -> target(starred.value());
      case Expr.Display display -> display.elements().forEach(this::target);
      case Expr.Subscript(_, Expr.Name name, var index) -> {
        expression(name);
        expression(index);
      }
      default -> expression(target);
    }
  }

  private void pattern(Pattern pattern) {
    PatternParts.walk(pattern, this::bind, this::expression);
  }

  private void optional(@Nullable Expr expression) {
    if (expression != null) {
      expression(expression);
    }
  }

  private void expression(Expr expression) {
    switch (expression) {
      case Expr.Name e -> {
        info.mayStop |= e.name().equals("next") || e.name().equals("StopIteration");
        use(e.name());
        info.exposed.add(e.name());
      }
      case Expr.IntLiteral _, Expr.FloatLiteral _, Expr.StringLiteral _, Expr.BytesLiteral _, Expr.PrefixedLiteral _,
          Expr.BoolLiteral _, Expr.NoneLiteral _, Expr.EllipsisLiteral _ -> {}
      case Expr.FString e -> parts(e.parts());
      case Expr.Display e -> e.elements().forEach(this::expression);
      case Expr.DictDisplay e -> e.items().forEach(i -> {
        optional(i.key());
        expression(i.value());
      });
      case Expr.Comprehension e -> comprehension(e);
      case Expr.Unary e -> look(e.operand());
      case Expr.Binary e -> {
        expression(e.left());
        expression(e.right());
      }
      case Expr.Logical e -> e.operands().forEach(this::expression);
      case Expr.Comparison e -> {
        look(e.first());
        e.rest().forEach(p -> look(p.operand()));
        if (e.first() instanceof Expr.StringLiteral && e.rest().getFirst().operand() instanceof Expr.Name name) {
          info.unpacked.add(name.name());
        }
      }
      case Expr.Conditional e -> {
        look(e.condition());
        expression(e.whenTrue());
        expression(e.whenFalse());
      }
      case Expr.Lambda e -> {
        defaults(e.parameters());
        nest(lambda(e.parameters(), e.body()));
      }
      case Expr.Call e -> call(e);
      case Expr.Attribute e -> {
        info.mayStop |= STEPS.contains(e.name());
        expression(e.value());
      }
      case Expr.Subscript e -> {
        look(e.value());
        expression(e.index());
        lookUp(e.value(), e.index());
      }
      case Expr.Slice e -> {
        optional(e.start());
        optional(e.stop());
        optional(e.step());
      }
      case Expr.Starred e -> expression(e.value());
      case Expr.Await e -> expression(e.value());
      case Expr.Yield e -> {
        info.isGenerator = true;
        info.keepsSent = true;
        optional(e.value());
      }
      case Expr.YieldFrom e -> {
        info.isGenerator = true;
        info.delegates = true;
        expression(e.value());
      }
      case Expr.Walrus e -> {
        expression(e.value());
        if (isGeneratorExpression) {
          info.nonlocals.add(e.target().name());
          info.walrus.add(e.target().name());
          return;
        }
        var inner = List.copyOf(comprehensionNames);
        comprehensionNames.clear();
        bind(e.target().name());
        comprehensionNames.addAll(inner);
      }
      case Expr.Pipe e -> e.stages().forEach(s -> expression(s.expression()));
      case Expr.KeywordExpr e -> expression(e.operand());
    }
  }

  /// A use that neither changes the object nor keeps it.
  private void look(Expr expression) {
    if (expression instanceof Expr.Name name) {
      use(name.name());
    } else {
      expression(expression);
    }
  }

  private void lookUp(Expr object, Expr key) {
    if (object instanceof Expr.Name name && key instanceof Expr.StringLiteral) {
      info.unpacked.add(name.name());
    }
  }

  private void call(Expr.Call call) {
    boolean looks = ReadOnlyUses.isFunction(call.callee());
    if (call.callee() instanceof Expr.Attribute(_, Expr.Name object, var method) && ReadOnlyUses.isMethod(method)) {
      look(object);
      if (method.equals("get") && !call.arguments().isEmpty()) {
        lookUp(object, call.arguments().getFirst().value());
      }
    } else {
      expression(call.callee());
    }
    for (Expr.Argument argument : call.arguments()) {
      if (argument.kind() == Expr.ArgumentKind.DOUBLE_STAR && argument.value() instanceof Expr.Name name) {
        use(name.name());
        info.unpacked.add(name.name());
      } else if (looks) {
        look(argument.value());
      } else {
        expression(argument.value());
      }
    }
  }

  private void parts(List<FStringPart> parts) {
    for (FStringPart part : parts) {
      if (part instanceof FStringPart.Field(var value, _, var spec)) {
        look(value);
        if (spec != null) {
          parts(spec);
        }
      }
    }
  }

  /// The targets of a comprehension are its own; a generator expression is a function of its own, whose free names
  /// are captured.
  private void comprehension(Expr.Comprehension e) {
    look(e.clauses().getFirst().iterable());
    if (e.kind() == Expr.ComprehensionKind.GENERATOR) {
      nest(generatorExpression(e));
    } else {
      clauses(e, e.clauses());
    }
  }

  /// The scope of a generator expression; its first iterable is evaluated outside.
  public static ScopeInfo generatorExpression(Expr.Comprehension e) {
    var analyzer = new ScopeAnalyzer();
    analyzer.isGeneratorExpression = true;
    analyzer.clauses(e, e.clauses());
    // The first iterable was walked as if inside; its names are handed over by the enclosing scope.
    return analyzer.finish();
  }

  private void clauses(Expr.Comprehension e, List<Expr.Clause> clauses) {
    var names = new HashSet<String>();
    clauses.forEach(c -> TargetNames.collect(c.target(), names));
    for (Expr.Clause clause : clauses.subList(1, clauses.size())) {
      comprehensionNames.add(names);
      expression(clause.iterable());
      comprehensionNames.removeLast();
    }
    comprehensionNames.add(names);
    loop(() -> {
      clauses.forEach(c -> c.conditions().forEach(this::expression));
      expression(e.element());
      optional(e.value());
    });
    comprehensionNames.removeLast();
  }
}
