package io.codonj.core.infer;

import io.codonj.api.ast.Node;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedFunction;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The state of walking one instance's body, shared by the checkers of the several families of syntax.
final class Body {
  /// Typing a body takes a few walks; one that goes on for longer learns nothing that matters.
  private static final int MAX_WALKS = 50;

  final Program program;
  final Instance instance;
  final Substitution types;

  final ExpressionChecker expressions;
  final OperatorChecker operators;
  final MemberChecker members;
  final CallChecker calls;
  final ConstructorChecker constructors;
  final SpecialFunctions specials;
  final Coercions coercions;
  final BoxedTypes boxes;
  final Variables variables;
  final Narrowing narrowing;
  final StatementChecker statements;
  final AssignmentChecker assignments;
  final LoopChecker loops;
  final ExceptionChecker exceptions;
  final StopValues stopValues;
  final MatchChecker matches;
  final FunctionValues functionValues;
  final ComprehensionChecker comprehensions;
  final RaisingStatements raising;
  final ClassValues classValues;

  /// Functions, classes and aliases defined in this body, which are known at compile time.
  final Map<String, Symbol> localSymbols = new HashMap<>();

  final Map<String, Version> versions = new LinkedHashMap<>();
  final List<Map<String, Version>> comprehensionScopes = new ArrayList<>();
  final Map<String, FunctionSymbol> lambdas = new HashMap<>();

  /// What temporary variables of augmented assignments stand for.
  final Map<TypedVariable, TypedExpr> sources = new HashMap<>();

  /// Loop variables whose value is known at compile time.
  final Map<Version, TypedExpr> constants = new HashMap<>();

  Flow flow = new Flow();

  /// Something could not be typed in this walk, so there has to be another one.
  boolean unresolved;

  /// A variable was widened, so everything learnt about this body is dropped.
  boolean restart;

  /// Spans of calls that led from user code into the library, outermost first.
  int temporaries;

  /// Number of the innermost block, to tell straight-line rebinding from conditional one.
  int block;
  int blocks;

  int reads;
  boolean returnsNothing;

  /// Was a `return` with a value met in this walk?
  boolean returnsValue;

  Body(Program program, Instance instance) {
    this.program = program;
    this.instance = instance;
    this.types = program.types;
    this.coercions = new Coercions(this);
    this.boxes = new BoxedTypes(this);
    this.variables = new Variables(this);
    this.narrowing = new Narrowing(this);
    this.expressions = new ExpressionChecker(this);
    this.operators = new OperatorChecker(this);
    this.members = new MemberChecker(this);
    this.calls = new CallChecker(this);
    this.constructors = new ConstructorChecker(this);
    this.specials = new SpecialFunctions(this);
    this.statements = new StatementChecker(this);
    this.assignments = new AssignmentChecker(this);
    this.loops = new LoopChecker(this);
    this.exceptions = new ExceptionChecker(this);
    this.stopValues = new StopValues(this);
    this.matches = new MatchChecker(this);
    this.functionValues = new FunctionValues(this);
    this.comprehensions = new ComprehensionChecker(this);
    this.raising = new RaisingStatements(this);
    this.classValues = new ClassValues(this);
  }

  @Nullable Body enclosing() {
    return instance.symbol.enclosing;
  }

  /// The class whose method this is, or encloses this; null outside of methods.
  @Nullable ClassSymbol superOwner() {
    for (Body at = this; at != null; at = at.enclosing()) {
      if (at.instance.symbol.owner != null) {
        return at.instance.symbol.owner;
      }
    }
    return null;
  }

  /// The object for which `super()` is called.
  TypedVariable superSelf() {
    if (instance.symbol.owner != null) {
      return variables.parameter(instance.symbol.parameters().getFirst().name()).variable;
    }
    for (Body at = enclosing(); at != null; at = at.enclosing()) {
      if (at.instance.symbol.owner != null) {
        String self = at.instance.symbol.parameters().getFirst().name();
        return variables.captured(at.variables.parameter(self)).variable;
      }
    }
    throw new IllegalStateException("super() outside of a method");
  }

  ModuleSymbol module() {
    return instance.symbol.module;
  }

  boolean isModule() {
    return instance.symbol.displayName.equals("<module>");
  }

  boolean isLibrary() {
    return module().isLibrary;
  }

  TypeResolver.Context typeContext() {
    return new TypeResolver.Context(module(), this, instance.typeArguments);
  }

  Type annotation(io.codonj.api.ast.Expr annotation) {
    Type type = new TypeResolver(program).resolve(annotation, typeContext());
    // What is left open, as in `list` without an element type, is the same in each walk.
    return types.isGround(type) ? type : instance.nodeTypes.computeIfAbsent(
        "annotation " + copyPrefix + annotation.id() + " " + annotation.span().start(), _ -> type);
  }

  /// Distinguishes the copies of an unrolled loop, whose nodes have types of their own.
  String copyPrefix = "";

  /// Binds the target of an unrolled loop for one copy of its body.
  void copyTarget(io.codonj.api.ast.Expr target, TypedExpr value, List<TypedStmt> into) {
    var scope = new HashMap<String, Version>();
    comprehensionScopes.add(scope);
    comprehensions.bindTarget(target, value, scope, into);
  }

  void uncopyTarget(io.codonj.api.ast.Expr target) {
    comprehensionScopes.removeLast();
  }

  /// The inference variable that belongs to a node; the same in each walk.
  Type nodeType(Node node, String purpose) {
    return instance.nodeTypes.computeIfAbsent(copyPrefix + node.id() + purpose, _ -> types.fresh());
  }

  /// Gives up on a node for this walk.
  TypedExpr defer(Node node) {
    unresolved = true;
    return new TypedExpr.Undefined(nodeType(node, "value"), node.span());
  }

  TypedVariable temporary(Type type, Span span) {
    return new TypedVariable("$" + temporaries++, TypedVariable.Scope.LOCAL, type, span);
  }

  CheckError error(Span span, InferenceCode code, String message) {
    return CheckError.at(span, code, message);
  }

  /// Records a problem once and goes on.
  void report(CheckError error) {
    instance.problems.add(error.diagnostic());
  }

  /// Walks the body until it is typed, contradictory, or can't be typed for now.
  void run() {
    for (int walk = 0; ; walk++) {
      int before = types.progress();
      int known = instance.nodeTypes.size() + versions.size();
      int former = types.watermark();
      resetWalk();
      List<TypedStmt> body;
      try {
        body = statements.functionBody();
      } finally {
        types.restoreWatermark(former);
        program.emptied = null;
      }
      if (returnsOnlyNothing()) {
        instance.result = Names.NONE;
        program.facts.put("result " + instance.name, instance.result);
        restart = true;
      }
      if (restart && walk < 200) {
        instance.nodeTypes.clear();
        versions.clear();
        continue;
      }
      for (Version version : versions.values()) {
        version.variable.type(types.resolve(version.variable.type()));
      }
      if (!unresolved && instance.problems.isEmpty() && !isGround(body)) {
        unresolved = true;
      }
      if (!instance.problems.isEmpty() || !unresolved) {
        finish(body);
        return;
      }
      boolean learnt = types.progress() != before || instance.nodeTypes.size() + versions.size() != known;
      if (!learnt || walk > MAX_WALKS) {
        instance.state = Instance.State.INCOMPLETE;
        instance.triedAt = types.progress();
        return;
      }
    }
  }

  /// Are all `return` statements with a value in branches that compile-time conditions left out? The text alone promised
  /// a value, so the result was taken for an Optional of a type that nothing tells.
  private boolean returnsOnlyNothing() {
    return returnsNothing && !returnsValue && !instance.resultAnnotated
        && types.prune(instance.result) instanceof OptionalType(var item) && Substitution.isVariable(types.prune(item));
  }

  /// Were all types known when the tree was made? What became known later calls for another walk.
  private boolean isGround(List<TypedStmt> body) {
    var ground = new boolean[] {true};
    new TypedTypes(type -> ground[0] &= Ground.isGround(type), variable -> variable.type(types.resolve(variable.type())))
        .statements(body);
    return ground[0];
  }

  private void resetWalk() {
    flow = new Flow();
    unresolved = false;
    restart = false;
    returnsValue = false;
    temporaries = 0;
    reads = 0;
    block = 0;
    blocks = 0;
    instance.problems.clear();
    instance.callees.clear();
    comprehensionScopes.clear();
    stopValues.reset();
  }

  private void finish(List<TypedStmt> body) {
    instance.state = Instance.State.DONE;
    instance.result = types.resolve(instance.result);
    for (Version version : versions.values()) {
      version.variable.type(types.resolve(version.variable.type()));
    }
    var symbol = instance.symbol;
    var captures = new ArrayList<TypedVariable>();
    for (Version capture : functionValues.captures(symbol)) {
      captures.add(variables.captured(capture).variable);
    }
    var parameters = new ArrayList<TypedVariable>();
    for (var parameter : symbol.parameters()) {
      parameters.add(variables.parameter(parameter.name()).variable);
    }
    var attributes = new LinkedHashSet<>(symbol.attributes);
    if (isLibrary()) {
      attributes.add("library");
    }
    if (Names.isNever(instance.result)) {
      attributes.add("noreturn");
    }
    var generator = instance.generator;
    if (generator != null) {
      generator = new TypedFunction.Generator(
          types.resolve(generator.yielded()), types.resolve(generator.received()), types.resolve(generator.returned()));
    }
    instance.typed = new TypedFunction(instance.name, displayName(symbol), symbol.name, captures, parameters,
        instance.result, generator, body, attributes, InlineText.of(this), symbol.definition.nameSpan());
  }

  private static String displayName(FunctionSymbol symbol) {
    return symbol.displayName;
  }
}
