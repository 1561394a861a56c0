package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns class bodies into symbols: bases and linearization, methods, fields, class variables.
final class ClassDeclarations {
  /// Where the methods being declared stand, when that is not the module of their class.
  private @Nullable ModuleSymbol methodModule;

  private final Program program;
  private final Declarations declarations;
  private final Map<String, List<Stmt.ClassDef>> pendingExtensions = new LinkedHashMap<>();
  private @Nullable ModuleSymbol extensionModule;

  ClassDeclarations(Program program, Declarations declarations) {
    this.program = program;
    this.declarations = declarations;
  }

  void extendLater(Stmt.ClassDef definition, ModuleSymbol module) {
    pendingExtensions.computeIfAbsent(definition.name(), _ -> new ArrayList<>()).add(definition);
    extensionModule = module;
  }

  void extendPending(ClassSymbol symbol) {
    var pending = pendingExtensions.remove(symbol.shortName());
    if (pending != null && extensionModule != null) {
      symbol.extensions.addAll(pending);
    }
  }

  /// The methods of an extension see the names of the module that it stands in.
  void extend(ClassSymbol target, Stmt.ClassDef definition, ModuleSymbol module) {
    if (!target.declared && target.module == module) {
      target.extensions.add(definition);
      return;
    }
    complete(target);
    ModuleSymbol outer = methodModule;
    methodModule = module;
    body(target, definition.body());
    methodModule = outer;
  }

  /// Declares the inside of a class once its bases are known; does nothing the second time.
  void complete(ClassSymbol symbol) {
    if (symbol.declared) {
      return;
    }
    symbol.declared = true;
    decorators(symbol);
    symbol.definition.typeParameters().forEach(p -> symbol.typeParameters.add(p.name()));
    bases(symbol);
    if (symbol.bases.isEmpty() && symbol.hasHeader && !symbol.isValue && !symbol.isPrimitive
        && !symbol.name.equals(Names.ROOT) && program.classes.get(Names.ROOT) instanceof ClassSymbol root) {
      complete(root);
      symbol.bases.add(ClassType.of(Names.ROOT));
    }
    symbol.linearization = linearize(symbol);
    for (ClassSymbol ancestor : symbol.linearization) {
      if (ancestor != symbol) {
        ancestor.subclasses.add(symbol);
        symbol.isEnum |= ancestor.isEnum;
        symbol.hasHeader |= ancestor.hasHeader;
        symbol.isValue |= ancestor.isValue && ancestor.isNamedTuple;
        symbol.isNamedTuple |= ancestor.isNamedTuple;
      }
    }
    body(symbol, symbol.definition.body());
    symbol.extensions.forEach(e -> body(symbol, e.body()));
    selfFields(symbol);
    subclassVariables(symbol);
    SynthesizedMethods.add(program, declarations, symbol);
  }

  private static void decorators(ClassSymbol symbol) {
    for (Expr decorator : symbol.definition.decorators()) {
      switch (Declarations.decoratorName(decorator)) {
        case "primitive" -> {
          symbol.isPrimitive = true;
          symbol.hasHeader = false;
        }
        case "tuple" -> {
          symbol.isValue = true;
          symbol.hasHeader = false;
          // Outside of the library it has all that a named tuple has.
          symbol.isNamedTuple = !symbol.module.isLibrary && symbol.definition.body().stream().anyMatch(
              s -> s instanceof Stmt.AnnotatedAssign);
          symbol.isTupleClass = true;
        }
        case "final_layout" -> symbol.hasHeader = false;
        case "dataclass" -> symbol.isDataclass = true;
        default -> {}
      }
    }
  }

  private void bases(ClassSymbol symbol) {
    var own = new HashMap<>(symbol.typeContext);
    symbol.typeParameters.forEach(p -> own.put(p, ClassType.of(p)));
    var context = new TypeResolver.Context(symbol.module, symbol.enclosing, own);
    var resolver = new TypeResolver(program);
    for (Expr.Argument argument : symbol.definition.bases()) {
      if (argument.kind() != Expr.ArgumentKind.POSITIONAL) {
        if (argument.name().equals("metaclass") && !Declarations.decoratorName(argument.value()).equals("ABCMeta")) {
          throw CheckError.at(argument.value().span(), InferenceCode.METACLASS, "metaclasses are not supported");
        }
        continue;
      }
      base(symbol, argument.value(), resolver, context, own);
    }
  }

  private void base(
      ClassSymbol symbol, Expr base, TypeResolver resolver, TypeResolver.Context context, Map<String, Type> own) {
    Expr head = base instanceof Expr.Subscript(_, var value, _) ? value : base;
    if (base instanceof Expr.Subscript(_, Expr.Name(_, var wrapper), var index) && wrapper.equals("Static")
        && !(resolver.symbolOf(head, context) instanceof ClassSymbol)) {
      // `Static[Base]` asks for a copy of the base's methods; every method is checked for each class that has it anyway.
      base(symbol, index, resolver, context, own);
      return;
    }
    Symbol target = resolver.symbolOf(head, context);
    String name = Declarations.decoratorName(head);
    if (name.equals("Generic") || name.equals("Protocol")) {
      symbol.isProtocol |= name.equals("Protocol");
      if (base instanceof Expr.Subscript(_, _, var index)) {
        typeVariables(symbol, index, own);
      }
      return;
    }
    if (name.equals("ABC") || name.equals("object")) {
      return;
    }
    if (name.equals("NamedTuple")) {
      symbol.isNamedTuple = true;
      symbol.isValue = true;
      symbol.hasHeader = false;
      return;
    }
    if (target instanceof ClassSymbol named) {
      ClassSymbol baseSymbol = Enumerations.mixin(program, symbol, named);
      complete(baseSymbol);
      if (baseSymbol != named) {
        symbol.bases.add(ClassType.of(baseSymbol.name));
        return;
      }
      if (base instanceof Expr.Subscript(_, _, var index)) {
        collectVariables(symbol, index, resolver, context, own);
      }
      Type type = resolver.resolve(base, context);
      if (type instanceof ClassType c && c.name().equals(baseSymbol.name)) {
        if (baseSymbol.isPrimitive || baseSymbol.isValue && !baseSymbol.isNamedTuple && !symbol.isValue
            || !baseSymbol.hasHeader && !baseSymbol.isValue && symbol.hasHeader) {
          throw CheckError.at(base.span(), InferenceCode.BASE_CLASS,
              "class '" + baseSymbol.shortName() + "' cannot be a base class");
        }
        symbol.bases.add(c);
        return;
      }
      if (baseSymbol.isProtocol) {
        return;
      }
    }
    if (target == null) {
      throw CheckError.at(base.span(), InferenceCode.UNDEFINED_NAME, "name '" + name + "' is not defined");
    }
    if (!(target instanceof Symbol.Special)) {
      throw CheckError.at(base.span(), InferenceCode.BASE_CLASS, "'" + name + "' is not a class");
    }
  }

  private static void typeVariables(ClassSymbol symbol, Expr index, Map<String, Type> own) {
    var items = index instanceof Expr.Display d ? d.elements() : List.of(index);
    for (Expr item : items) {
      if (item instanceof Expr.Name(_, var name) && !symbol.typeParameters.contains(name)) {
        symbol.typeParameters.add(name);
        own.put(name, ClassType.of(name));
      }
    }
  }

  /// `class Stack(Base[T])`: a type variable in a base makes the class generic.
  private static void collectVariables(
      ClassSymbol symbol, Expr index, TypeResolver resolver, TypeResolver.Context context, Map<String, Type> own) {
    var items = index instanceof Expr.Display d ? d.elements() : List.of(index);
    for (Expr item : items) {
      if (item instanceof Expr.Name(_, var name) && resolver.symbolOf(item, context) instanceof Symbol.TypeVariable) {
        typeVariables(symbol, item, own);
      }
    }
  }

  /// C3 linearization.
  private List<ClassSymbol> linearize(ClassSymbol symbol) {
    var lists = new ArrayList<List<ClassSymbol>>();
    var direct = new ArrayList<ClassSymbol>();
    for (ClassType base : symbol.bases) {
      var baseSymbol = program.classes.get(base.name());
      lists.add(new ArrayList<>(baseSymbol.linearization));
      direct.add(baseSymbol);
    }
    lists.add(direct);
    var result = new ArrayList<ClassSymbol>();
    result.add(symbol);
    while (lists.stream().anyMatch(l -> !l.isEmpty())) {
      ClassSymbol next = null;
      for (var list : lists) {
        if (!list.isEmpty() && lists.stream().noneMatch(l -> l.lastIndexOf(list.getFirst()) > 0)) {
          next = list.getFirst();
          break;
        }
      }
      if (next == null) {
        throw CheckError.at(symbol.definition.nameSpan(), InferenceCode.METHOD_RESOLUTION_ORDER,
            "Cannot create a consistent method resolution order (MRO) for bases of '" + symbol.shortName() + "'");
      }
      result.add(next);
      for (var list : lists) {
        list.remove(next);
      }
    }
    return result;
  }

  private void body(ClassSymbol symbol, List<Stmt> statements) {
    for (Stmt statement : statements) {
      switch (statement) {
        case Stmt.FunctionDef f -> CachedProperties.expand(f).forEach(d -> method(symbol, d));
        case Stmt.ClassDef c -> {
          var nested = declarations.declareClass(c, symbol.name, symbol.module, symbol.enclosing, symbol.typeContext);
          symbol.nestedClasses.put(c.name(), nested);
          complete(nested);
        }
        case Stmt.AnnotatedAssign(_, Expr.Name(_, var name), var annotation, var value) ->
            annotated(symbol, name, annotation, value);
        case Stmt.Assign s -> ClassStatements.separate(s).forEach(each -> assigned(symbol, each));
        case Stmt.Pass _ -> {}
        case Stmt.Expression(_, var value) when value instanceof Expr.StringLiteral || value instanceof Expr.EllipsisLiteral -> {}
        case Stmt.If i when symbol.module.isLibrary || ClassStatements.defines(List.of(i)) -> body(symbol, i.body());
        case Stmt.Expression _, Stmt.AugmentedAssign _, Stmt.If _, Stmt.For _, Stmt.While _, Stmt.With _, Stmt.Try _,
            Stmt.Assert _, Stmt.Raise _ -> ClassStatements.add(symbol, statement);
        default -> throw CheckError.at(statement.span(), InferenceCode.CLASS_BODY,
            "this statement is not supported in a class body");
      }
    }
  }

  private void method(ClassSymbol symbol, Stmt.FunctionDef definition) {
    var method = declarations.declareFunction(
        definition, symbol.name, methodModule != null ? methodModule : symbol.module, symbol, symbol.enclosing,
        symbol.typeContext);
    if (method.kind == FunctionSymbol.Kind.FUNCTION) {
      method.kind = switch (definition.name()) {
        case "__new__" -> FunctionSymbol.Kind.STATIC_METHOD;
        case "__class_getitem__", "__init_subclass__" -> FunctionSymbol.Kind.CLASS_METHOD;
        default -> FunctionSymbol.Kind.METHOD;
      };
    }
    if (method.kind == FunctionSymbol.Kind.SETTER) {
      symbol.setters.put(definition.name(), method);
      return;
    }
    if (method.kind == FunctionSymbol.Kind.DELETER) {
      symbol.deleters.put(definition.name(), method);
      return;
    }
    if (method.kind == FunctionSymbol.Kind.METHOD && !symbol.module.isLibrary) {
      var unknown = definition.decorators().stream()
          .filter(d -> !Declarations.FUNCTION_DECORATORS.contains(Declarations.decoratorName(d))).toList();
      if (!unknown.isEmpty()) {
        decorate(symbol, method, unknown);
        return;
      }
    }
    var known = symbol.methods.get(definition.name());
    boolean overload = definition.decorators().stream().anyMatch(d -> Declarations.decoratorName(d).equals("overload"));
    boolean dialect = symbol.module.isDialect() && method.kind == FunctionSymbol.Kind.METHOD && known != null
        && known.getFirst().owner == symbol;
    if (known != null && symbol.module.isLibrary) {
      known.add(method);
    } else if (known != null && (overload || dialect) && !definition.body().stream().allMatch(s ->
        s instanceof Stmt.Expression(_, var value) && value instanceof Expr.EllipsisLiteral)) {
      known.addFirst(method);
    } else {
      symbol.methods.put(definition.name(), new ArrayList<>(List.of(method)));
    }
  }

  /// The class variable `name = decorator(method)`, called with the object as first argument.
  private static void decorate(ClassSymbol symbol, FunctionSymbol method, List<Expr> decorators) {
    String name = method.displayName;
    Expr value = new Expr.Name(new io.codonj.api.ast.Origin(method.definition.nameSpan(), -3 - method.definition.id()),
        method.name);
    int id = -4 - 3 * method.definition.id();
    for (Expr decorator : decorators.reversed()) {
      value = new Expr.Call(new io.codonj.api.ast.Origin(decorator.span(), id--), decorator,
          List.of(new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", value)));
    }
    symbol.decorated.add(name);
    symbol.classVariables.put(name, new ClassSymbol.Field(name, null, value, symbol));
  }

  private void annotated(ClassSymbol symbol, String name, Expr annotation, @Nullable Expr value) {
    boolean classVariable = Declarations.decoratorName(
        annotation instanceof Expr.Subscript(_, var base, _) ? base : annotation).equals("ClassVar");
    if (symbol.isProtocol && !classVariable && value == null && !symbol.module.isLibrary) {
      // What a protocol asks for may be a field of one class and a property of another.
      var at = new io.codonj.api.ast.Origin(annotation.span(), -17 - 4 * annotation.id());
      method(symbol, new Stmt.FunctionDef(at, annotation.span(), name,
          List.of(new Expr.Name(at, "property"), new Expr.Name(at, "abstractmethod")), List.of(),
          List.of(new io.codonj.api.ast.Parameter(annotation.span(), "self",
              io.codonj.api.ast.Parameter.ParameterKind.NORMAL, null, null)), annotation,
          List.of(new Stmt.Expression(at, new Expr.EllipsisLiteral(at))), false, null));
      return;
    }
    boolean instanceData = symbol.isDataclass || symbol.isNamedTuple || symbol.isValue || !symbol.hasHeader;
    if (classVariable || value != null && !instanceData && !isAssignedOnObjects(symbol, name)) {
      symbol.classVariables.put(name, new ClassSymbol.Field(name, annotation, value, symbol));
      return;
    }
    symbol.fields.put(name, new ClassSymbol.Field(name, annotation, value, symbol));
    if (value != null) {
      symbol.classVariables.put(name, new ClassSymbol.Field(name, annotation, value, symbol));
      if (!instanceData) {
        shadow(symbol, name);
      }
    }
  }

  private boolean isAssignedOnObjects(ClassSymbol symbol, String name) {
    return declarations.assignedAttributes(symbol.module).isOnObjects(symbol.shortName(), name);
  }

  private void assigned(ClassSymbol symbol, Stmt.Assign statement) {
    if (symbol.isEnum && statement.targets().getFirst() instanceof Expr.Display(_, _, var names)
        && statement.value() instanceof Expr.Call) {
      throw CheckError.at(statement.span(), InferenceCode.ENUM_MEMBERS, "write one enum member per line");
    }
    boolean simple = statement.targets().stream().allMatch(t -> t instanceof Expr.Name(_, var n)
        && (!symbol.classVariables.containsKey(n) || symbol.isEnum));
    if (!simple) {
      ClassStatements.add(symbol, statement);
      return;
    }
    for (Expr target : statement.targets()) {
      String name = ((Expr.Name) target).name();
      if (PropertyCalls.isProperty(statement.value()) && !symbol.module.isLibrary) {
        PropertyCalls.definitions(symbol, name, statement.value()).forEach(each -> method(symbol, each));
        continue;
      }
      if (name.equals("__slots__")) {
        continue;
      }
      if (name.equals("__match_args__") && statement.value() instanceof Expr.Display d) {
        symbol.matchArguments = d.elements().stream()
            .filter(Expr.StringLiteral.class::isInstance).map(e -> ((Expr.StringLiteral) e).value()).toList();
        continue;
      }
      if (statement.value() instanceof Expr.Name(_, var other) && symbol.methods.containsKey(other)) {
        symbol.methods.put(name, symbol.methods.get(other));
        continue;
      }
      if (symbol.isEnum && !name.startsWith("_")) {
        symbol.members.add(name);
      }
      symbol.classVariables.put(name, new ClassSymbol.Field(name, null, statement.value(), symbol));
      if (isAssignedOnObjects(symbol, name) && !symbol.isEnum && !Descriptors.isDescriptor(program, symbol, statement.value())) {
        symbol.fields.put(name, new ClassSymbol.Field(name, null, statement.value(), symbol));
        shadow(symbol, name);
      }
    }
  }

  /// Where the class variable may change after objects were made, each object knows whether it has a value of its own.
  private void shadow(ClassSymbol symbol, String name) {
    if (!symbol.isDataclass && !symbol.module.isLibrary && declarations.assignedAttributes(symbol.module).isOnClasses(name)) {
      symbol.shadowing.add(name);
      String flag = Shadowing.flag(name);
      symbol.fields.put(flag, new ClassSymbol.Field(flag, Shadowing.FLAG_TYPE, null, symbol));
    }
  }

  /// Fields are what methods assign on their first parameter.
  private void selfFields(ClassSymbol symbol) {
    var names = new LinkedHashMap<String, @Nullable Expr>();
    for (var overloads : symbol.methods.values()) {
      overloads.forEach(m -> collect(m, names));
    }
    symbol.setters.values().forEach(m -> collect(m, names));
    names.forEach((name, annotation) -> {
      boolean property = symbol.linearization.stream().filter(c -> !c.isProtocol).anyMatch(c -> c.setters.containsKey(name)
          || c.methods.containsKey(name) && c.methods.get(name).getFirst().kind == FunctionSymbol.Kind.PROPERTY);
      ClassSymbol holder = symbol.findClassVariable(name);
      property |= holder != null && Descriptors.isDescriptor(program, holder, holder.classVariables.get(name));
      var known = symbol.findField(name);
      if (!property && (known == null || known.owner() == symbol && known.annotation() == null)) {
        Expr type = annotation != null ? annotation : known == null ? null : known.annotation();
        Expr initial = known == null ? null : known.defaultValue();
        symbol.fields.put(name, new ClassSymbol.Field(name, type, initial, symbol));
      }
    });
  }

  /// What `__init_subclass__` of a base assigns on `cls` is a variable of each derived class.
  private static void subclassVariables(ClassSymbol symbol) {
    if (symbol.module.isLibrary) {
      return;
    }
    for (ClassSymbol ancestor : symbol.linearization) {
      for (FunctionSymbol hook : ancestor.methods.getOrDefault("__init_subclass__", List.of())) {
        var names = new LinkedHashMap<String, @Nullable Expr>();
        if (!hook.parameters().isEmpty()) {
          AssignedNames.selfAttributes(hook.definition, hook.parameters().getFirst().name(), names);
        }
        names.keySet().forEach(n -> symbol.classVariables.putIfAbsent(n, new ClassSymbol.Field(n, null, null, symbol)));
      }
    }
  }

  private static void collect(FunctionSymbol method, Map<String, @Nullable Expr> names) {
    if (method.takesSelf() && !method.parameters().isEmpty()) {
      AssignedNames.selfAttributes(method.definition, method.parameters().getFirst().name(), names);
    }
  }
}
