package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Module;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Parameter.ParameterKind;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `@singledispatch` and `@singledispatchmethod`: the function begins with a chain of `isinstance` tests that call what
/// was registered for the types, the most derived class first. Where the type of an argument is known, the checker
/// leaves one call of the chain.
final class SingleDispatch {
  private static final Set<String> DISPATCHERS = Set.of("singledispatch", "singledispatchmethod");

  /// What is registered for some types: the types, and the name of the function.
  private record Implementation(List<Expr> types, String name) {}

  /// Order of classes in the module: a later one may be derived from an earlier one.
  private final Map<String, Integer> classes = new HashMap<>();

  private int ids;

  private SingleDispatch() {}

  static List<Module> rewrite(List<Module> files) {
    return files.stream().map(m -> isUsed(m.body())
        ? new Module(m.at(), m.name(), new SingleDispatch().block(m.body()), m.nodeCount()) : m).toList();
  }

  private static boolean isUsed(List<Stmt> statements) {
    return statements.stream().anyMatch(s -> s instanceof Stmt.FunctionDef f && isDispatcher(f)
        || s instanceof Stmt.ClassDef c && isUsed(c.body()));
  }

  private static boolean isDispatcher(Stmt.FunctionDef function) {
    return function.decorators().stream().anyMatch(d -> DISPATCHERS.contains(Declarations.decoratorName(d)));
  }

  private List<Stmt> block(List<Stmt> statements) {
    var implementations = new LinkedHashMap<String, List<Implementation>>();
    var result = new ArrayList<Stmt>();
    for (Stmt statement : statements) {
      switch (statement) {
        case Stmt.ClassDef c -> {
          classes.put(c.name(), classes.size());
          result.add(isUsed(c.body()) ? new Stmt.ClassDef(c.at(), c.nameSpan(), c.name(), c.decorators(),
              c.typeParameters(), c.bases(), block(c.body())) : c);
        }
        case Stmt.FunctionDef f -> {
          if (isDispatcher(f)) {
            implementations.put(f.name(), new ArrayList<>());
          }
          result.add(registered(f, implementations));
        }
        default -> result.add(statement);
      }
    }
    result.replaceAll(s -> s instanceof Stmt.FunctionDef f && isDispatcher(f)
        ? dispatching(f, implementations.get(f.name())) : s);
    return result;
  }

  /// Takes the `register` decorators off a function, and gives one that is called `_` a name of its own.
  private Stmt registered(Stmt.FunctionDef function, Map<String, List<Implementation>> implementations) {
    var types = new ArrayList<Expr>();
    var others = new ArrayList<Expr>();
    String target = null;
    for (Expr decorator : function.decorators()) {
      Expr callee = decorator instanceof Expr.Call call ? call.callee() : decorator;
      boolean registers = callee instanceof Expr.Attribute(_, Expr.Name(_, var name), var method)
          && method.equals("register") && implementations.containsKey(name);
      if (!registers) {
        others.add(decorator);
        continue;
      }
      target = ((Expr.Name) ((Expr.Attribute) callee).value()).name();
      if (decorator instanceof Expr.Call call) {
        call.arguments().forEach(a -> types.add(a.value()));
      }
    }
    if (target == null) {
      return function;
    }
    if (types.isEmpty()) {
      Expr annotation = function.parameters().stream().map(Parameter::annotation).filter(a -> a != null).findFirst()
          .orElse(null);
      if (annotation == null) {
        throw CheckError.at(function.nameSpan(), InferenceCode.INVALID_ANNOTATION, "register() needs a type: annotate "
            + "the first parameter, or write @" + target + ".register(int)");
      }
      types.add(annotation);
    }
    String name = function.name().equals("_") ? target + "$" + implementations.get(target).size() : function.name();
    implementations.get(target).add(new Implementation(types, name));
    return new Stmt.FunctionDef(function.at(), function.nameSpan(), name, others, function.typeParameters(),
        function.parameters(), function.returns(), function.body(), function.isAsync(), function.inlineText());
  }

  private Stmt dispatching(Stmt.FunctionDef function, List<Implementation> implementations) {
    var ordered = new ArrayList<>(implementations);
    ordered.sort((a, b) -> Integer.compare(rank(b), rank(a)));
    boolean method = function.decorators().stream().anyMatch(
        d -> Declarations.decoratorName(d).equals("singledispatchmethod"));
    Parameter self = method ? function.parameters().getFirst() : null;
    var body = new ArrayList<Stmt>();
    int place = method ? 1 : 0;
    if (function.parameters().size() > place) {
      Span span = function.nameSpan();
      String subject = function.parameters().get(place).name();
      for (Implementation implementation : ordered) {
        Expr callee = self == null ? name(implementation.name(), span)
            : new Expr.Attribute(origin(span), name(self.name(), span), implementation.name());
        Expr call = new Expr.Call(origin(span), callee, forwarded(function.parameters().subList(
            place, function.parameters().size()), span));
        Expr types = implementation.types().size() == 1 ? implementation.types().getFirst()
            : new Expr.Display(origin(span), Expr.DisplayKind.TUPLE, implementation.types());
        Expr test = new Expr.Call(origin(span), name("isinstance", span),
            List.of(positional(name(subject, span)), positional(types)));
        body.add(new Stmt.If(origin(span), test, List.of(new Stmt.Return(origin(span), call)), List.of()));
      }
    }
    body.addAll(function.body());
    var decorators = function.decorators().stream()
        .filter(d -> !DISPATCHERS.contains(Declarations.decoratorName(d))).toList();
    return new Stmt.FunctionDef(function.at(), function.nameSpan(), function.name(), decorators,
        function.typeParameters(), function.parameters(), function.returns(), body, function.isAsync(), null);
  }

  private List<Expr.Argument> forwarded(List<Parameter> parameters, Span span) {
    var result = new ArrayList<Expr.Argument>();
    for (Parameter parameter : parameters) {
      Expr value = name(parameter.name(), span);
      result.add(switch (parameter.kind()) {
        case STAR -> new Expr.Argument(Expr.ArgumentKind.STAR, "", value);
        case DOUBLE_STAR -> new Expr.Argument(Expr.ArgumentKind.DOUBLE_STAR, "", value);
        case KEYWORD_ONLY -> new Expr.Argument(Expr.ArgumentKind.KEYWORD, parameter.name(), value);
        case NORMAL, POSITIONAL_ONLY -> positional(value);
      });
    }
    return result;
  }

  private static Expr.Argument positional(Expr value) {
    return new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", value);
  }

  /// Classes of the module by their order, before the built-in ones; bool before int, and what fits everything last.
  private int rank(Implementation implementation) {
    return implementation.types().stream().mapToInt(type -> switch (type) {
      case Expr.Name(_, var name) when classes.containsKey(name) -> 10 + classes.get(name);
      case Expr.Name(_, var name) when name.equals("bool") -> 5;
      case Expr.Name(_, var name) when name.equals("object") -> -1;
      case Expr.Name(_, var name) when Names.PROTOCOLS.contains(name) -> 0;
      default -> 1;
    }).max().orElse(0);
  }

  private Expr name(String name, Span span) {
    return new Expr.Name(origin(span), name);
  }

  private Origin origin(Span span) {
    return new Origin(span, -100_000_000 - ids++);
  }
}
