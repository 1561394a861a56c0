package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Module;
import io.codonj.api.ast.Stmt;
import io.codonj.api.ast.UnaryOperator;
import io.codonj.core.resolve.ScopeAnalyzer;
import io.codonj.core.resolve.ScopeInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Enters the definitions of a module into its symbol table: functions, classes, imports, aliases, and which names
/// are variables.
final class Declarations {
  /// Decorators that the checker itself understands; all others are ordinary calls.
  static final Set<String> FUNCTION_DECORATORS = Set.of(
      "inline", "noinline", "cold", "pure", "export", "intrinsic", "foreign", "per_member", "mixed_displays", "overload", "staticmethod", "classmethod",
      "property", "abstractmethod", "override", "final", "llvm", "no_side_effect", "nocapture");

  private static final Map<String, Set<String>> FUTURE = Map.of("__future__", Set.of("annotations"));

  private final Program program;
  private final ClassDeclarations classes;
  private final Map<ModuleSymbol, AssignedAttributes> assignedAttributes = new HashMap<>();

  Declarations(Program program) {
    this.program = program;
    this.classes = new ClassDeclarations(program, this);
  }

  void declare(ModuleSymbol module) {
    var bodies = module.files.stream().map(Module::body).toList();
    var all = bodies.stream().flatMap(List::stream).toList();
    ScopeInfo scope = ScopeAnalyzer.function(List.of(), all);
    var reboundElsewhere = new HashSet<String>();
    all.forEach(s -> AssignedNames.globals(s, reboundElsewhere));
    assignedAttributes.put(module, new AssignedAttributes(all));
    new ModuleScan(module, scope, reboundElsewhere).statements(all);
    for (Symbol symbol : List.copyOf(module.members.values())) {
      if (symbol instanceof ClassSymbol c && c.module == module) {
        complete(c);
      }
    }
    if (!module.isLibrary) {
      ProtocolConformance.relate(program);
    }
  }

  /// Which attributes the module assigns, and on what.
  AssignedAttributes assignedAttributes(ModuleSymbol module) {
    return assignedAttributes.computeIfAbsent(module, _ -> new AssignedAttributes(List.of()));
  }

  void complete(ClassSymbol symbol) {
    classes.complete(symbol);
  }

  ClassSymbol declareClass(
      Stmt.ClassDef definition, String prefix, ModuleSymbol module, @Nullable Body enclosing,
      Map<String, io.codonj.api.types.Type> typeContext) {
    String qualified = module.name.equals(Names.BUILTINS) ? definition.name() : prefix + "." + definition.name();
    var symbol = new ClassSymbol(qualified, definition, module, enclosing, typeContext);
    program.classes.put(qualified, symbol);
    return symbol;
  }

  FunctionSymbol declareFunction(
      Stmt.FunctionDef written, String prefix, ModuleSymbol module, @Nullable ClassSymbol owner,
      @Nullable Body enclosing, Map<String, io.codonj.api.types.Type> typeContext) {
    Stmt.FunctionDef definition = AsyncFunctions.outer(written);
    String name = prefix.isEmpty() ? definition.name() : prefix + "." + definition.name();
    while (program.functions.containsKey(name)) {
      name += "'";
    }
    var symbol = new FunctionSymbol(
        name, AsyncFunctions.shownName(definition), definition, module, owner, enclosing, typeContext, null);
    program.functions.put(name, symbol);
    for (Expr decorator : definition.decorators()) {
      decorate(symbol, decorator);
    }
    return symbol;
  }

  private static void decorate(FunctionSymbol symbol, Expr decorator) {
    switch (decoratorName(decorator)) {
      case "intrinsic" -> {
        var arguments = ((Expr.Call) decorator).arguments();
        symbol.intrinsic = ((Expr.StringLiteral) arguments.getFirst().value()).value();
        symbol.intrinsicTypes = arguments.stream().skip(1).map(Expr.Argument::value).toList();
      }
      case "foreign" -> {
        var arguments = ((Expr.Call) decorator).arguments();
        symbol.foreign = ((Expr.StringLiteral) arguments.getFirst().value()).value();
        symbol.nativeLibrary = arguments.size() > 1 ? ((Expr.StringLiteral) arguments.get(1).value()).value() : "";
      }
      case "staticmethod" -> symbol.kind = FunctionSymbol.Kind.STATIC_METHOD;
      case "classmethod" -> symbol.kind = FunctionSymbol.Kind.CLASS_METHOD;
      case "property", "cached_property", "abstractproperty" -> symbol.kind = FunctionSymbol.Kind.PROPERTY;
      case "setter" -> symbol.kind = FunctionSymbol.Kind.SETTER;
      case "deleter" -> symbol.kind = FunctionSymbol.Kind.DELETER;
      case "per_member" -> symbol.perMember = true;
      case "mixed_displays" -> symbol.mixedDisplays = true;
      case "abstractmethod" -> symbol.isAbstract = true;
      case "inline", "noinline", "cold", "pure", "export" -> symbol.attributes.add(decoratorName(decorator));
      default -> {}
    }
  }

  /// The last part of a decorator's name: `setter` for `@x.setter`, `lru_cache` for `@functools.lru_cache(None)`.
  static String decoratorName(Expr decorator) {
    return switch (decorator) {
      case Expr.Name n -> n.name();
      case Expr.Attribute a -> a.name();
      case Expr.Call c -> decoratorName(c.callee());
      default -> "";
    };
  }

  private static final Set<String> TYPE_VARIABLES = Set.of("TypeVar", "ParamSpec", "TypeVarTuple");

  static boolean onlyKnownDecorators(Stmt.FunctionDef definition) {
    return definition.decorators().stream().allMatch(d -> FUNCTION_DECORATORS.contains(decoratorName(d)));
  }

  /// `x: TypeAlias = …`
  static boolean marksAlias(Expr annotation) {
    return annotation instanceof Expr.Name(_, var name) && name.equals("TypeAlias")
        || annotation instanceof Expr.Attribute(_, Expr.Name(_, var module), var attribute) && module.equals("typing")
            && attribute.equals("TypeAlias");
  }

  static boolean isLiteral(Expr value) {
    return switch (value) {
      case Expr.IntLiteral i -> i.suffix().isEmpty() && i.value().bitLength() < 64;
      case Expr.FloatLiteral f -> f.suffix().isEmpty();
      case Expr.StringLiteral _, Expr.BoolLiteral _ -> true;
      case Expr.Unary(_, var operator, var operand) ->
          operator == UnaryOperator.NEGATE && isLiteral(operand) && !(operand instanceof Expr.StringLiteral);
      default -> false;
    };
  }

  /// The absolute name of the module that `from …x import` means.
  static String absolute(ModuleSymbol module, int level, String name) {
    if (level == 0) {
      return name;
    }
    String base = module.name;
    for (int i = module.isPackage ? 1 : 0; i < level; i++) {
      int dot = base.lastIndexOf('.');
      base = dot < 0 ? "" : base.substring(0, dot);
    }
    return base.isEmpty() ? name : name.isEmpty() ? base : base + "." + name;
  }

  /// One walk over the statements that run at module level.
  private final class ModuleScan {
    private final ModuleSymbol module;
    private final ScopeInfo scope;
    private final Set<String> reboundElsewhere;

    ModuleScan(ModuleSymbol module, ScopeInfo scope, Set<String> reboundElsewhere) {
      this.module = module;
      this.scope = scope;
      this.reboundElsewhere = reboundElsewhere;
    }

    void statements(List<Stmt> body) {
      body.forEach(this::statement);
    }

    private void statement(Stmt statement) {
      switch (statement) {
        case Stmt.FunctionDef f -> function(f);
        case Stmt.ClassDef c -> classDef(c);
        case Stmt.Import i -> imports(i);
        case Stmt.ImportFrom i -> importFrom(i);
        case Stmt.TypeAlias a -> module.members.put(a.name(), new Symbol.Alias(module, a.typeParameters(), a.value()));
        case Stmt.Assign a -> assign(a);
        case Stmt.AnnotatedAssign(_, Expr.Name(_, var name), var annotation, var value)
            when value != null && marksAlias(annotation) ->
            module.members.put(name, new Symbol.Alias(module, List.of(), value));
        case Stmt.AnnotatedAssign(_, Expr.Name(_, var name), _, var value) -> {
          boolean constant = value != null && isLiteral(value) && !(value instanceof Expr.IntLiteral) && isFixed(name)
              && module.isLibrary;
          module.members.putIfAbsent(name,
              constant ? new Symbol.Constant(module, name, value) : new Symbol.Variable(module, name));
        }
        case Stmt.If i -> {
          Boolean truth = StaticBranches.truth(i.condition());
          if (truth == null || truth || isTypeChecking(i.condition())) {
            statements(i.body());
          }
          if (truth == null || !truth) {
            statements(i.orElse());
          }
        }
        case Stmt.Try t when StaticBranches.guardedImport(program, module, t) instanceof List<Stmt> chosen ->
            statements(chosen);
        case Stmt.Try t -> {
          statements(t.body());
          t.handlers().forEach(h -> statements(h.body()));
          statements(t.orElse());
          statements(t.finalBody());
        }
        case Stmt.With w -> statements(w.body());
        case Stmt.Region r -> statements(r.body());
        case Stmt.For f -> {
          statements(f.body());
          statements(f.orElse());
        }
        case Stmt.While w -> {
          statements(w.body());
          statements(w.orElse());
        }
        default -> {}
      }
      for (String name : scope.bound) {
        module.members.putIfAbsent(name, new Symbol.Variable(module, name));
      }
    }

    /// What is imported for annotations only may be used in them.
    private static boolean isTypeChecking(Expr condition) {
      return condition instanceof Expr.Name(_, var name) && name.equals("TYPE_CHECKING")
          || condition instanceof Expr.Attribute(_, _, var attribute) && attribute.equals("TYPE_CHECKING");
    }

    private boolean isFixed(String name) {
      return scope.bindings.getOrDefault(name, 0) == 1 && !reboundElsewhere.contains(name)
          && (module.isLibrary || module.name.equals("__main__"));
    }

    private void function(Stmt.FunctionDef definition) {
      boolean overload = definition.decorators().stream().anyMatch(d -> decoratorName(d).equals("overload"));
      if (overload && module.isLibrary) {
        var symbol = declareFunction(definition, module.name, module, null, null, Map.of());
        if (module.members.get(definition.name()) instanceof FunctionSymbol first) {
          first.overloads.add(symbol);
        } else {
          symbol.overloads.add(symbol);
          module.members.put(definition.name(), symbol);
        }
        return;
      }
      if (overload && isStub(definition)) {
        return;
      }
      if (overload || isOverloaded(definition.name())) {
        overload(definition);
        return;
      }
      int bindings = scope.bindings.getOrDefault(definition.name(), 0) - (definition.decorators().isEmpty() ? 0 : 1);
      boolean single = bindings == 1 || module.isLibrary || module.members.get(definition.name()) instanceof FunctionSymbol
          && overloadedIn(definition.name());
      if (single && !reboundElsewhere.contains(definition.name()) && onlyKnownDecorators(definition)) {
        module.members.put(
            definition.name(), declareFunction(definition, module.name, module, null, null, Map.of()));
      } else {
        module.members.put(definition.name(), new Symbol.Variable(module, definition.name()));
      }
    }

    /// `@overload` of Python announces a signature; one of the dialect has a body.
    private static boolean isStub(Stmt.FunctionDef definition) {
      return definition.body().stream().allMatch(s -> s instanceof Stmt.Pass || s instanceof Stmt.Expression(_, var value)
          && (value instanceof Expr.EllipsisLiteral || value instanceof Expr.StringLiteral));
    }

    private boolean isOverloaded(String name) {
      return !module.isLibrary && module.files.stream().flatMap(f -> f.body().stream()).anyMatch(s -> s instanceof Stmt.FunctionDef f
          && f.name().equals(name) && !isStub(f) && f.decorators().stream().anyMatch(d -> decoratorName(d).equals("overload")));
    }

    /// The latest definition that fits is called.
    private void overload(Stmt.FunctionDef definition) {
      var symbol = declareFunction(definition, module.name, module, null, null, Map.of());
      if (module.members.get(definition.name()) instanceof FunctionSymbol known && known.module == module) {
        symbol.overloads.addAll(known.overloads);
      }
      symbol.overloads.addFirst(symbol);
      module.members.put(definition.name(), symbol);
    }

    private boolean overloadedIn(String name) {
      return module.files.stream().flatMap(f -> f.body().stream()).anyMatch(s -> s instanceof Stmt.FunctionDef f
          && f.name().equals(name) && f.decorators().stream().anyMatch(d -> decoratorName(d).equals("overload")));
    }

    private void classDef(Stmt.ClassDef definition) {
      if (definition.decorators().stream().anyMatch(d -> decoratorName(d).equals("extend"))) {
        var target = program.member(module, definition.name()) instanceof ClassSymbol visible ? visible
            : program.classes.get(definition.name());
        if (target != null) {
          module.members.put(definition.name(), target);
        }
        if (target == null) {
          classes.extendLater(definition, module);
        } else {
          classes.extend(target, definition, module);
        }
        return;
      }
      var symbol = declareClass(definition, module.name, module, null, Map.of());
      module.members.put(definition.name(), symbol);
      classes.extendPending(symbol);
    }

    private void imports(Stmt.Import statement) {
      for (Stmt.ImportAlias alias : statement.names()) {
        if (alias.alias().isEmpty()) {
          String root = alias.name().split("\\.")[0];
          module.members.put(root, new Symbol.ModuleReference(root));
        } else {
          module.members.put(alias.alias(), new Symbol.ModuleReference(alias.name()));
        }
      }
    }

    private void importFrom(Stmt.ImportFrom statement) {
      String source = absolute(module, statement.level(), statement.module());
      if (FUTURE.containsKey(source)) {
        return;
      }
      if (source.equals(ForeignImports.MODULE)) {
        for (Stmt.ImportAlias alias : statement.names()) {
          var function = ForeignImports.declare(Declarations.this, module, alias);
          module.members.put(function.displayName, function);
        }
        return;
      }
      for (Stmt.ImportAlias alias : statement.names()) {
        if (alias.name().equals("*")) {
          module.starImports.add(source);
        } else {
          String name = alias.alias().isEmpty() ? alias.name() : alias.alias();
          module.members.put(name, new Symbol.Imported(source, alias.name(), alias.span()));
        }
      }
    }

    private void assign(Stmt.Assign statement) {
      if (statement.targets().size() != 1 || !(statement.targets().getFirst() instanceof Expr.Name(_, var name))) {
        return;
      }
      Expr value = statement.value();
      if (value instanceof Expr.Call call && TYPE_VARIABLES.contains(decoratorName(call))) {
        module.members.put(name, new Symbol.TypeVariable(name));
      } else if (ClassCalls.definition(name, value) instanceof Stmt.ClassDef definition) {
        module.members.put(name, declareClass(definition, module.name, module, null, Map.of()));
      } else if (isFixed(name) && isLiteral(value)) {
        module.members.put(name, new Symbol.Constant(module, name, value));
      } else if (isFixed(name) && isTypeExpression(value)) {
        module.members.put(name, new Symbol.Alias(module, List.of(), value));
      }
    }

    /// `Vector = list[float]`, `Number = int | float`, `Handler = Callable[[int], str]`.
    private boolean isTypeExpression(Expr value) {
      return switch (value) {
        case Expr.Subscript(_, var base, _) -> isTypeName(base);
        case Expr.Binary(_, var operator, var left, var right) ->
            operator == io.codonj.api.ast.BinaryOperator.OR && isTypeOrNone(left) && isTypeOrNone(right);
        case Expr.Name _ -> isTypeName(value);
        default -> false;
      };
    }

    private boolean isTypeOrNone(Expr value) {
      return value instanceof Expr.NoneLiteral || isTypeExpression(value);
    }

    private boolean isTypeName(Expr value) {
      Symbol symbol = new TypeResolver(program).symbolOf(value, new TypeResolver.Context(module, null, Map.of()));
      return symbol instanceof ClassSymbol || symbol instanceof Symbol.Special s && Character.isUpperCase(s.name().charAt(0))
          || symbol instanceof Symbol.Alias;
    }
  }
}
