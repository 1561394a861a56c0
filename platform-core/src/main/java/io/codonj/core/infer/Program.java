package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.SourceFile;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.core.resolve.ModuleSource;
import io.codonj.core.typed.TypeNames;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What all bodies of one program share: modules, classes, instances, inference variables.
final class Program {
  final ModuleSource source;
  final CheckOptions options;
  final Substitution types = new Substitution();

  /// Types to which variables and fields were widened in earlier rounds, by key.
  final Facts facts;

  boolean restartRequested;
  final Map<String, ModuleSymbol> modules = new LinkedHashMap<>();
  final Map<String, ClassSymbol> classes = new LinkedHashMap<>();
  final Map<String, FunctionSymbol> functions = new HashMap<>();
  final Map<String, Instance> instances = new LinkedHashMap<>();
  final Map<String, Type> fieldTypes = new LinkedHashMap<>();
  final Map<String, TypedVariable> globals = new LinkedHashMap<>();

  /// Classes of which the program makes objects, in order of discovery.
  final Set<Type> constructed = new LinkedHashSet<>();

  /// Classes that handlers name.
  final Set<Type> caught = new LinkedHashSet<>();

  /// What generators return whose ends are reported by StopIteration.
  final Set<Type> stopValues = new LinkedHashSet<>();

  final Map<String, Dispatcher> dispatchers = new LinkedHashMap<>();
  final List<Diagnostic> problems = new ArrayList<>();

  /// Instances whose bodies are being checked, and for each where it was called.
  final List<Instance> running = new ArrayList<>();
  final List<Span> sites = new ArrayList<>();

  /// Instances whose walk ended without success and is to be tried again.
  final Set<Instance> incomplete = new LinkedHashSet<>();

  /// The instance whose empty displays are taken to stay empty where nothing says what they hold; null for none.
  @Nullable Instance emptied;

  /// Values of the type aliases that are being resolved.
  final Set<Expr> openAliases = Collections.newSetFromMap(new IdentityHashMap<>());

  /// When set, variables that nothing determines are given their defaults.
  boolean applyDefaults;

  /// When set, functions are tried with open types, which may tell what containers hold.
  boolean speculate;

  int trials;

  private final Declarations declarations;
  int synthesized;

  /// Has an error been found inside the library?
  boolean hasLibraryProblems;

  Program(ModuleSource source, CheckOptions options, Map<String, Type> facts) {
    this.source = source;
    this.options = options;
    this.facts = new Facts(facts, types);
    this.declarations = new Declarations(this);
    var builtins = new ModuleSymbol(Names.BUILTINS, source.builtins(), false, true);
    modules.put(Names.BUILTINS, builtins);
    declarations.declare(builtins);
    Definitions.declare(builtins, options.definitions());
  }

  Declarations declarations() {
    return declarations;
  }

  ModuleSymbol builtins() {
    return modules.get(Names.BUILTINS);
  }

  /// Remembers that a variable or field needs a wider type; the program is checked again with that knowledge.
  void widen(String key, Type type) {
    facts.put(key, types.resolve(type));
    restartRequested = true;
  }

  boolean sends() {
    return modules.values().stream().anyMatch(m -> m.sends);
  }

  /// Loads and declares a module; null when there is none of that name.
  @Nullable ModuleSymbol module(String name, @Nullable SourceFile importer) {
    var known = modules.get(name);
    if (known != null) {
      return known;
    }
    var found = source.find(name, importer);
    if (found.isEmpty()) {
      return null;
    }
    boolean library = found.get().span().file().path().startsWith("<codonj>");
    var symbol = new ModuleSymbol(name, List.of(found.get()), source.isPackage(name), library);
    modules.put(name, symbol);
    declarations.declare(symbol);
    return symbol;
  }

  /// What `name` means as a member of a module; null when the module has no such member.
  @Nullable Symbol member(ModuleSymbol module, String name) {
    return member(module, name, 0);
  }

  private @Nullable Symbol member(ModuleSymbol module, String name, int depth) {
    if (Names.TYPING_MODULES.contains(module.name) && Names.TYPING.contains(name)) {
      return new Symbol.Special(name);
    }
    Symbol symbol = module.members.get(name);
    if (symbol instanceof Symbol.Imported(var from, var original, var span) && depth < 20) {
      ModuleSymbol source = module(from, span.file());
      if (source == null) {
        return null;
      }
      Symbol target = source == module && original.equals(name) ? null : member(source, original, depth + 1);
      if (target != null) {
        return target;
      }
      return module(from + "." + original, span.file()) != null
          ? new Symbol.ModuleReference(from + "." + original) : null;
    }
    if (symbol != null) {
      return symbol;
    }
    if (name.startsWith("_") && depth > 0 && !module.isLibrary) {
      return null;
    }
    for (String star : module.starImports) {
      ModuleSymbol source = module(star, null);
      Symbol found = source == null || depth >= 20 || name.startsWith("_") ? null : member(source, name, depth + 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  @Nullable ClassSymbol classOf(Type type) {
    return switch (types.prune(type)) {
      case ClassType c -> classes.get(c.name());
      case Type.TupleType _ -> classes.get("tuple");
      default -> null;
    };
  }

  ClassSymbol builtinClass(String name) {
    var symbol = classes.get(name);
    if (symbol == null) {
      throw CheckError.at(Span.NONE, InferenceCode.UNDEFINED_NAME, "the library has no class '" + name + "'");
    }
    return symbol;
  }

  FunctionSymbol builtinFunction(String name) {
    if (builtins().members.get(name) instanceof FunctionSymbol function) {
      return function;
    }
    throw CheckError.at(Span.NONE, InferenceCode.UNDEFINED_NAME, "the library has no function '" + name + "'");
  }

  /// The global variable of this name, made on first use.
  TypedVariable global(String qualifiedName, Type type, Span span) {
    return globals.computeIfAbsent(
        qualifiedName, n -> new TypedVariable(n, TypedVariable.Scope.GLOBAL, type, span));
  }

  /// The linearization of a class type with type arguments carried along.
  List<ClassType> ancestors(ClassType type) {
    var symbol = classes.get(type.name());
    if (symbol == null) {
      return List.of(type);
    }
    var result = new ArrayList<ClassType>();
    collectAncestors(type, symbol, result);
    var ordered = new ArrayList<ClassType>();
    for (ClassSymbol ancestor : symbol.linearization) {
      for (ClassType candidate : result) {
        if (candidate.name().equals(ancestor.name)) {
          ordered.add(candidate);
          break;
        }
      }
    }
    return ordered;
  }

  private void collectAncestors(ClassType type, ClassSymbol symbol, List<ClassType> into) {
    into.add(type);
    var arguments = typeArguments(symbol, type);
    for (ClassType base : symbol.bases) {
      var baseSymbol = classes.get(base.name());
      if (baseSymbol != null) {
        collectAncestors((ClassType) TypeResolver.substitute(base, arguments), baseSymbol, into);
      }
    }
  }

  /// What the class's type parameters stand for in this type.
  Map<String, Type> typeArguments(ClassSymbol symbol, ClassType type) {
    if (symbol.typeParameters.isEmpty()) {
      return symbol.typeContext;
    }
    var result = new HashMap<>(symbol.typeContext);
    for (int i = 0; i < symbol.typeParameters.size() && i < type.arguments().size(); i++) {
      result.put(symbol.typeParameters.get(i), type.arguments().get(i));
    }
    if (type.name().equals("Generator")) {
      symbol.typeParameters.forEach(p -> result.putIfAbsent(p, Names.NONE));
    }
    return result;
  }

  boolean isSubclass(Type derived, Type base) {
    var a = classOf(derived);
    var b = classOf(base);
    return a != null && b != null && a.isSubclassOf(b);
  }

  /// A class whose objects may be of a class derived from it.
  boolean isReference(Type type) {
    var symbol = classOf(type);
    return symbol != null && !symbol.isValue && !symbol.isPrimitive && !(types.prune(type) instanceof Type.TupleType);
  }

  /// The type of a field, an inference variable until an assignment determines it.
  Type fieldType(ClassType object, ClassSymbol.Field field) {
    ClassType owner = object;
    for (ClassType ancestor : ancestors(object)) {
      if (ancestor.name().equals(field.owner().name)) {
        owner = ancestor;
        break;
      }
    }
    var resolved = (ClassType) types.resolve(owner);
    String key = "field " + TypeNames.qualified(resolved) + " " + field.name();
    var known = fieldTypes.get(key);
    if (known != null) {
      return known;
    }
    Type type;
    if (field.annotation() != null) {
      type = new TypeResolver(this).resolve(
          field.annotation(), new TypeResolver.Context(field.owner().module, field.owner().enclosing,
              typeArguments(field.owner(), resolved)));
    } else {
      type = facts.getOrDefault(key, types.fresh());
    }
    if (types.isGround(resolved)) {
      fieldTypes.put(key, type);
    }
    return type;
  }

  String fieldKey(ClassType object, ClassSymbol.Field field) {
    for (ClassType ancestor : ancestors(object)) {
      if (ancestor.name().equals(field.owner().name)) {
        var resolved = types.resolve(ancestor);
        return "field " + TypeNames.qualified(resolved) + " " + field.name();
      }
    }
    throw new IllegalStateException("field " + field.name() + " of " + object);
  }
}
