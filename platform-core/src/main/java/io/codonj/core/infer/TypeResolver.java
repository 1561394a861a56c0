package io.codonj.core.infer;

import io.codonj.api.ast.BinaryOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.SourceFile;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.CallableType;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.FunctionType;
import io.codonj.api.types.Type.LiteralType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.api.types.Type.ModuleType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.api.types.Type.UnionType;
import io.codonj.core.syntax.Parser;
import io.codonj.core.syntax.SyntaxOptions;
import io.codonj.api.ast.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns annotations into types.
final class TypeResolver {
  private static final Map<String, String> SPELLINGS = Map.ofEntries(
      Map.entry("List", "list"), Map.entry("Dict", "dict"), Map.entry("Set", "set"),
      Map.entry("FrozenSet", "frozenset"), Map.entry("DefaultDict", "defaultdict"), Map.entry("Deque", "deque"),
      Map.entry("Text", "str"), Map.entry("Iterator", "Generator"),
      Map.entry("AsyncIterator", "AsyncGenerator"), Map.entry("Awaitable", "Coroutine"));

  private static final Set<String> WRAPPERS = Set.of("Final", "ClassVar", "Annotated", "Required", "NotRequired",
      "ReadOnly", "InitVar");

  /// Where an annotation stands.
  record Context(ModuleSymbol module, @Nullable Body body, Map<String, Type> typeArguments) {}

  private final Program program;

  TypeResolver(Program program) {
    this.program = program;
  }

  Type resolve(Expr annotation, Context context) {
    return switch (annotation) {
      case Expr.NoneLiteral _ -> Names.NONE;
      case Expr.StringLiteral(_, var text) -> resolve(parse(annotation, text), context);
      case Expr.Binary(_, BinaryOperator operator, var left, var right) when operator == BinaryOperator.OR ->
          union(List.of(resolve(left, context), resolve(right, context)));
      case Expr.Name(_, var name) -> named(annotation, name, List.of(), context);
      case Expr.Attribute(_, Expr.Name _, var part) when part.equals("args") || part.equals("kwargs") -> ClassType.of("Any");
      case Expr.Attribute attribute -> attribute(attribute, List.of(), context);
      case Expr.Subscript(_, var base, var index) -> subscript(annotation, base, index, context);
      case Expr.IntLiteral(_, var value, _) -> new LiteralType(value.longValue());
      case Expr.BoolLiteral(_, var value) -> new LiteralType(value);
      case Expr.Binary(_, var operator, var left, var right) -> arithmetic(annotation, operator, left, right, context);
      case Expr.Starred _ -> ClassType.of("Any");
      default -> throw invalid(annotation);
    };
  }

  /// An argument of a generic class: a type, or an int that may be a constant of the module.
  private Type argument(Expr argument, Context context) {
    return argument instanceof Expr.Name(var _, var name) && !context.typeArguments().containsKey(name)
        && lookup(name, context) instanceof Symbol.Constant(var _, var _, Expr.IntLiteral(var _, var value, var _))
        ? new LiteralType(value.longValue()) : resolve(argument, context);
  }

  /// An int computed from type parameters that stand for ints: the width of `UInt[2 * k]`. Unknown as long as one of
  /// them is.
  private Type arithmetic(Expr at, BinaryOperator operator, Expr left, Expr right, Context context) {
    Type first = program.types.prune(argument(left, context));
    Type second = program.types.prune(argument(right, context));
    if (!(first instanceof LiteralType(Long a)) || !(second instanceof LiteralType(Long b))) {
      boolean areOpen = !(first instanceof LiteralType) && !program.types.isGround(first)
          || !(second instanceof LiteralType) && !program.types.isGround(second);
      if (areOpen) {
        return program.types.fresh();
      }
      throw invalid(at);
    }
    boolean byZero = b == 0 && (operator == BinaryOperator.FLOOR_DIVIDE || operator == BinaryOperator.MODULO);
    if (byZero) {
      throw CheckError.at(at.span(), InferenceCode.NOT_A_TYPE, "division by zero");
    }
    return new LiteralType(switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case FLOOR_DIVIDE -> Math.floorDiv(a, b);
      case MODULO -> Math.floorMod(a, b);
      default -> throw invalid(at);
    });
  }

  private static CheckError invalid(Expr annotation) {
    return CheckError.at(annotation.span(), InferenceCode.NOT_A_TYPE, "this is not a type");
  }

  private Expr parse(Expr at, String text) {
    var file = new SourceFile(at.span().file().path(), "(" + text.strip() + ")\n");
    var parsed = Parser.parse(file, "annotation", SyntaxOptions.DEFAULT);
    if (!parsed.problems().isEmpty() || parsed.module().body().size() != 1
        || !(parsed.module().body().getFirst() instanceof Stmt.Expression(_, var value))) {
      throw invalid(at);
    }
    return value;
  }

  private Type attribute(Expr.Attribute attribute, List<Type> arguments, Context context) {
    Symbol symbol = symbolOf(attribute, context);
    if (symbol == null) {
      throw invalid(attribute);
    }
    return ofSymbol(attribute, attribute.name(), symbol, arguments, context);
  }

  /// The symbol that a possibly dotted name means in a type position; null when it means none.
  @Nullable Symbol symbolOf(Expr expression, Context context) {
    return switch (expression) {
      case Expr.Name(_, var name) -> lookup(name, context);
      case Expr.Attribute(_, var base, var name) -> switch (symbolOf(base, context)) {
        case Symbol.ModuleReference(var module) -> {
          ModuleSymbol symbol = program.module(module, expression.span().file());
          Symbol member = symbol == null ? null : program.member(symbol, name);
          yield member != null ? member
              : program.module(module + "." + name, expression.span().file()) != null
                  ? new Symbol.ModuleReference(module + "." + name) : null;
        }
        case ClassSymbol owner -> owner.nestedClasses.get(name);
        case null, default -> null;
      };
      default -> null;
    };
  }

  @Nullable Symbol lookup(String name, Context context) {
    for (Body body = context.body(); body != null; body = body.enclosing()) {
      Symbol local = body.localSymbols.get(name);
      if (local != null) {
        return local;
      }
    }
    Symbol global = program.member(context.module(), name);
    if (global != null) {
      return global;
    }
    Symbol builtin = program.member(program.builtins(), name);
    boolean known = builtin == null
        && ((context.module().isLibrary || context.module().isDialect()) && Names.TYPING.contains(name) || name.equals("Literal") || name.equals("Static"));
    return known ? new Symbol.Special(name) : builtin;
  }

  private Type named(Expr at, String name, List<Type> arguments, Context context) {
    Type parameter = context.typeArguments().get(name);
    if (parameter != null) {
      return parameter;
    }
    Symbol symbol = lookup(name, context);
    if (symbol == null) {
      if (Names.PROTOCOLS.contains(name)) {
        return ClassType.of(name);
      }
      if (context.module().members.get(name) instanceof Symbol.Imported) {
        // Imported for annotations only, from a module that is not there: it says nothing about the type.
        return ClassType.of("Any");
      }
      throw CheckError.at(at.span(), InferenceCode.UNDEFINED_NAME, "name '" + name + "' is not defined");
    }
    return ofSymbol(at, name, symbol, arguments, context);
  }

  private Type subscript(Expr at, Expr base, Expr index, Context context) {
    Symbol symbol = symbolOf(base, context);
    String name = base instanceof Expr.Name n ? n.name() : base instanceof Expr.Attribute a ? a.name() : "";
    boolean special = symbol == null || symbol instanceof Symbol.Special
        || symbol instanceof ClassSymbol c && c.module.name.equals("typing");
    if (symbol == null && !Names.PROTOCOLS.contains(name) && !name.equals("type")) {
      throw CheckError.at(base.span(), InferenceCode.UNDEFINED_NAME, "name '" + name + "' is not defined");
    }
    List<Expr> items = index instanceof Expr.Display(_, var kind, var elements)
        && kind == Expr.DisplayKind.TUPLE ? elements : List.of(index);
    if (special) {
      switch (name) {
        case "Callable" -> {
          return callable(at, items, context);
        }
        case "Literal", "Static" -> {
          return literal(items);
        }
        case "Optional" -> {
          return union(List.of(resolve(index, context), Names.NONE));
        }
        case "Annotated" -> {
          return resolve(items.getFirst(), context);
        }
        case "Union" -> {
          return union(items.stream().map(i -> resolve(i, context)).toList());
        }
        case "Type" -> {
          return ClassValues.annotated(program, resolve(index, context));
        }
        default -> {
          if (WRAPPERS.contains(name)) {
            return resolve(items.getFirst(), context);
          }
        }
      }
    }
    if (name.equals("tuple") || name.equals("Tuple")) {
      return tuple(items, context);
    }
    if (name.equals("type")) {
      return ClassValues.annotated(program, resolve(index, context));
    }
    var arguments = new ArrayList<Type>();
    for (Expr item : items) {
      arguments.add(item instanceof Expr.EllipsisLiteral ? Names.ELLIPSIS
          : item instanceof Expr.Display d && d.kind() == Expr.DisplayKind.LIST ? Names.NONE : argument(item, context));
    }
    return base instanceof Expr.Attribute attribute ? attribute(attribute, arguments, context)
        : named(at, name, arguments, context);
  }

  /// What may be anything remains that in a union.
  private Type union(List<Type> members) {
    return members.stream().anyMatch(m -> Names.is(m, "Any")) ? ClassType.of("Any") : program.types.union(members);
  }

  private Type tuple(List<Expr> items, Context context) {
    if (items.size() == 2 && items.get(1) instanceof Expr.EllipsisLiteral) {
      return ClassType.of("DynamicTuple", resolve(items.getFirst(), context));
    }
    if (items.size() == 1 && items.getFirst() instanceof Expr.Display d && d.elements().isEmpty()) {
      return new TupleType(List.of());
    }
    if (items.stream().anyMatch(i -> i instanceof Expr.Starred
        || i instanceof Expr.Subscript(_, Expr.Name(_, var name), _) && name.equals("Unpack"))) {
      return ClassType.of("Any");
    }
    return new TupleType(items.stream().map(i -> resolve(i, context)).toList());
  }

  private Type callable(Expr at, List<Expr> items, Context context) {
    if (items.size() != 2 || !(items.getFirst() instanceof Expr.Display(_, _, var parameters))) {
      if (items.size() == 2 && isOpenParameters(items.getFirst(), context)) {
        return ClassType.of("Any");
      }
      throw CheckError.at(at.span(), InferenceCode.TYPE_ARGUMENTS, "Callable takes [[parameters], result]");
    }
    return new CallableType(
        parameters.stream().map(p -> resolve(p, context)).toList(), resolve(items.get(1), context));
  }

  /// `...`, a `ParamSpec`, or `Concatenate[…]`: functions of any parameters, so what takes them is generic.
  private boolean isOpenParameters(Expr parameters, Context context) {
    return switch (parameters) {
      case Expr.EllipsisLiteral _ -> true;
      case Expr.Subscript(_, Expr.Name(_, var name), _) -> name.equals("Concatenate");
      case Expr.Subscript(_, Expr.Attribute(_, _, var name), _) -> name.equals("Concatenate");
      case Expr.Name(_, var name) -> symbolOf(parameters, context) instanceof Symbol.TypeVariable
          || context.typeArguments().containsKey(name);
      default -> false;
    };
  }

  private static Type literal(List<Expr> items) {
    return switch (items.getFirst()) {
      case Expr.StringLiteral _ -> Names.STR;
      case Expr.BoolLiteral _ -> Names.BOOL;
      case Expr.NoneLiteral _ -> Names.NONE;
      case Expr.Name(_, var name) when name.equals("str") || name.equals("bool") -> ClassType.of(name);
      default -> Names.INT;
    };
  }

  private Type alias(Expr at, String name, Expr value, Context context) {
    if (!program.openAliases.add(value)) {
      throw new CheckError(Diagnostic.of(
          InferenceCode.NOT_SUPPORTED_YET, at.span(), "the type alias '" + name + "' is made of itself, which is not supported yet")
          .withNote("a class can hold objects of itself"));
    }
    try {
      return resolve(value, context);
    } finally {
      program.openAliases.remove(value);
    }
  }

  private Type ofSymbol(Expr at, String name, Symbol symbol, List<Type> arguments, Context context) {
    switch (symbol) {
      case ClassSymbol c -> {
        return ofClass(at, c, arguments);
      }
      case Symbol.Alias(var module, var parameters, var value) when parameters.isEmpty() && !arguments.isEmpty()
          && symbolOf(value, new Context(module, null, java.util.Map.of())) instanceof ClassSymbol c -> {
        return ofClass(at, c, arguments);
      }
      case Symbol.Alias(var module, var parameters, var value) -> {
        var bound = new java.util.HashMap<String, Type>();
        for (int i = 0; i < parameters.size(); i++) {
          bound.put(parameters.get(i).name(), i < arguments.size() ? arguments.get(i) : program.types.fresh());
        }
        return alias(at, name, value, new Context(module, context.body(), bound));
      }
      case Symbol.TypeVariable(var variable) -> {
        Type bound = context.typeArguments().get(variable);
        return bound != null ? bound : ClassType.of("Any");
      }
      case Symbol.Special(var special) -> {
        return special(at, special, arguments);
      }
      case Symbol.Imported imported -> throw CheckError.at(imported.span(), InferenceCode.IMPORT_NAME,
          "cannot import name '" + imported.name() + "' from '" + imported.module() + "'");
      default -> throw CheckError.at(at.span(), InferenceCode.NOT_A_TYPE, "'" + name + "' is not a type");
    }
  }

  private Type ofClass(Expr at, ClassSymbol symbol, List<Type> arguments) {
    program.declarations().complete(symbol);
    String name = symbol.name;
    if (name.equals("tuple")) {
      return arguments.isEmpty() ? ClassType.of("Any") : new TupleType(arguments);
    }
    if (Names.PROTOCOLS.contains(symbol.shortName()) || symbol.isProtocol) {
      return symbol.isProtocol ? ClassType.of(name) : ClassType.of(symbol.shortName());
    }
    if (name.equals("Generator") || name.equals("Callable")) {
      return GeneratorTypes.of(program, arguments);
    }
    if (arguments.size() > symbol.typeParameters.size()) {
      throw CheckError.at(at.span(), InferenceCode.TYPE_ARGUMENTS,
          "'" + symbol.shortName() + "' takes " + symbol.typeParameters.size() + " type arguments, not "
              + arguments.size());
    }
    boolean few = !arguments.isEmpty() && arguments.size() < symbol.typeParameters.size()
        && symbol.definition.typeParameters().stream().skip(arguments.size()).allMatch(p -> p.defaultValue() == null);
    if (few && (name.equals("dict") || !symbol.module.isLibrary)) {
      throw CheckError.at(at.span(), InferenceCode.TYPE_ARGUMENTS,
          "'" + symbol.shortName() + "' takes " + symbol.typeParameters.size() + " type arguments, not "
              + arguments.size());
    }
    var complete = new ArrayList<>(arguments);
    while (complete.size() < symbol.typeParameters.size()) {
      complete.add(program.types.fresh());
    }
    return new ClassType(name, complete);
  }

  private Type special(Expr at, String special, List<Type> arguments) {
    String spelling = SPELLINGS.getOrDefault(special, special);
    if (special.equals("NoReturn") || special.equals("Never")) {
      return Names.NEVER;
    }
    if (special.equals("Tuple")) {
      return arguments.isEmpty() ? ClassType.of("Any") : new TupleType(arguments);
    }
    if (spelling.equals("Generator") || special.equals("Iterator")) {
      return special.equals("Generator") ? GeneratorTypes.of(program, arguments)
          : Names.generator(arguments.isEmpty() ? program.types.fresh() : arguments.getFirst());
    }
    if (special.equals("Self")) {
      return ClassType.of("Self");
    }
    if (Names.PROTOCOLS.contains(special) || special.equals("Callable") || WRAPPERS.contains(special)) {
      return ClassType.of("Any");
    }
    if (special.equals("Coroutine") || special.equals("AsyncGenerator")) {
      // What a coroutine takes and yields concerns the event loop only.
      Type wanted = arguments.isEmpty() ? program.types.fresh()
          : special.equals("Coroutine") ? arguments.getLast() : arguments.getFirst();
      return ClassType.of(special, wanted);
    }
    var symbol = program.classes.get(spelling);
    if (symbol == null) {
      throw CheckError.at(at.span(), InferenceCode.NOT_A_TYPE, "'" + special + "' is not a type");
    }
    return ofClass(at, symbol, arguments);
  }

  /// Says only what a value can do, so that a parameter of this type is generic.
  boolean isGeneric(Type type) {
    return type instanceof ClassType c
        && (Names.PROTOCOLS.contains(c.name()) || program.classes.get(c.name()) instanceof ClassSymbol s && s.isProtocol);
  }

  /// Replaces type parameters, written as classes of their name, by what they stand for.
  static Type substitute(Type type, Map<String, Type> arguments) {
    if (arguments.isEmpty()) {
      return type;
    }
    return switch (type) {
      case ClassType c when c.arguments().isEmpty() -> arguments.getOrDefault(c.name(), c);
      case ClassType c -> new ClassType(c.name(), substitute(c.arguments(), arguments));
      case TupleType t -> new TupleType(substitute(t.elements(), arguments));
      case OptionalType o -> new OptionalType(substitute(o.value(), arguments));
      case UnionType u -> new UnionType(substitute(u.members(), arguments));
      case CallableType c -> new CallableType(substitute(c.parameters(), arguments), substitute(c.result(), arguments));
      case FunctionType f -> f;
      case MetaType m -> new MetaType(substitute(m.instance(), arguments));
      case ModuleType m -> m;
      case LiteralType l -> l;
    };
  }

  private static List<Type> substitute(List<Type> types, Map<String, Type> arguments) {
    return types.stream().map(t -> substitute(t, arguments)).toList();
  }
}
