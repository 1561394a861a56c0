package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.core.resolve.StarHandlers;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.List;

/// `raise`, `try`, `with` and `assert`.
final class ExceptionChecker {
  private final Body body;
  private final Substitution types;

  /// The exceptions being handled here, innermost last.
  private final List<TypedVariable> handled = new ArrayList<>();

  private int labels;

  ExceptionChecker(Body body) {
    this.body = body;
    this.types = body.types;
  }

  // ---- raise

  void raise(Stmt.Raise s, List<TypedStmt> into) {
    Span span = s.span();
    if (s.exception() == null) {
      if (handled.isEmpty()) {
        into.add(new TypedStmt.Evaluate(body.calls.library("_no_active_exception", List.of(), span), span));
      } else {
        into.add(new TypedStmt.Throw(new TypedExpr.Get(handled.getLast(), span), span));
      }
      body.flow.reachable = false;
      return;
    }
    TypedExpr exception = exception(s.exception());
    if (exception instanceof TypedExpr.Undefined) {
      body.unresolved = true;
      body.flow.reachable = false;
      return;
    }
    var temporary = body.temporary(types.resolve(exception.type()), span);
    into.add(new TypedStmt.Set(temporary, exception, span));
    TypedExpr read = new TypedExpr.Get(temporary, span);
    TypedExpr base = body.coercions.coerce(read, Names.BASE_EXCEPTION, span, InferenceCode.INVALID_EXCEPTION);
    if (s.cause() != null) {
      TypedExpr cause = s.cause() instanceof Expr.NoneLiteral
          ? body.coercions.none(types.optional(Names.BASE_EXCEPTION), span)
          : body.coercions.coerce(exception(s.cause()), types.optional(Names.BASE_EXCEPTION));
      into.add(new TypedStmt.Evaluate(body.calls.method(base, "_set_cause", List.of(cause), span), span));
    }
    chain(base, span, into);
    into.add(new TypedStmt.Throw(read, span));
    body.flow.reachable = false;
  }

  /// The exception being handled is the context of a new one.
  private void chain(TypedExpr exception, Span span, List<TypedStmt> into) {
    if (!handled.isEmpty()) {
      into.add(new TypedStmt.Evaluate(body.calls.method(exception, "_set_context",
          List.of(new TypedExpr.Get(handled.getLast(), span)), span), span));
    }
  }

  /// Raises an exception that the source does not write.
  void throwing(TypedExpr exception, Span span, List<TypedStmt> into) {
    var temporary = body.temporary(types.resolve(exception.type()), span);
    into.add(new TypedStmt.Set(temporary, exception, span));
    TypedExpr read = new TypedExpr.Get(temporary, span);
    chain(body.coercions.coerce(read, Names.BASE_EXCEPTION), span, into);
    into.add(new TypedStmt.Throw(read, span));
    body.flow.reachable = false;
  }

  /// An exception object; a class is instantiated.
  private TypedExpr exception(Expr expression) {
    TypedExpr value = body.expressions.check(expression, null);
    if (types.prune(value.type()) instanceof MetaType(var instance)) {
      value = body.constructors.construct(instance, List.of(), expression, null);
    }
    Type type = types.prune(value.type());
    if (Substitution.isVariable(type)) {
      return new TypedExpr.Undefined(Names.BASE_EXCEPTION, expression.span());
    }
    if (type instanceof Type.OptionalType) {
      value = body.coercions.checkedUnwrap(value, "_none_type_error", "exceptions must derive from BaseException");
      type = types.prune(value.type());
    }
    if (!body.program.isSubclass(type, Names.BASE_EXCEPTION)) {
      throw body.error(expression.span(), InferenceCode.INVALID_EXCEPTION, "exceptions must derive from BaseException");
    }
    return value;
  }

  void assertion(Stmt.Assert s, List<TypedStmt> into) {
    Narrowing.Condition condition = body.narrowing.condition(s.condition());
    body.flow = condition.whenFalse().copy();
    body.flow.reachable = true;
    TypedExpr message = s.message() == null ? new TypedExpr.Literal(Names.STR, "", s.span())
        : body.expressions.string(body.expressions.check(s.message(), null), s.span());
    TypedExpr fail = body.calls.library("_assertion_error",
        List.of(message, new TypedExpr.Literal(Names.BOOL, s.message() != null, s.span())), s.span());
    body.flow = condition.whenTrue().copy();
    into.add(new TypedStmt.If(
        condition.test(), List.of(), List.of(new TypedStmt.Evaluate(fail, s.span())), s.span()));
  }

  // ---- try

  void tryStatement(Stmt.Try s, List<TypedStmt> into) {
    if (s.isStar()) {
      tryStatement(StarHandlers.expand(s), into);
      return;
    }
    if (StaticBranches.guardedImport(body.program, body.module(), s) instanceof List<Stmt> chosen) {
      into.addAll(body.statements.sameBlock(chosen));
      return;
    }
    Flow before = body.flow.copy();
    var protectedBody = s.handlers().isEmpty() ? body.statements.block(s.body()) : handlers(s, before);
    if (s.finalBody().isEmpty()) {
      into.addAll(protectedBody);
      return;
    }
    Flow normal = body.flow;
    // The final body may run after any part of the rest, so nothing that was assigned there is certain in it.
    body.flow = uncertain(before, normal);
    var finalBody = body.statements.block(s.finalBody());
    Flow afterFinal = body.flow;
    boolean ends = !afterFinal.reachable;
    body.flow = normal.copy();
    afterFinal.names.forEach(body.flow.names::putIfAbsent);
    afterFinal.assigned.stream().filter(v -> !before.assigned.contains(v)).forEach(body.flow.assigned::add);
    body.flow.reachable = normal.reachable && !ends;
    into.add(new TypedStmt.Try(protectedBody, List.of(), finalBody, s.span()));
  }

  /// What is known somewhere inside a protected body: what was known before it, plus names that may be assigned.
  private static Flow uncertain(Flow before, Flow after) {
    Flow result = before.copy();
    after.names.forEach(result.names::putIfAbsent);
    result.narrowed.entrySet().removeIf(e -> !e.getValue().equals(after.narrowed.get(e.getKey())));
    result.reachable = true;
    return result;
  }

  /// Body, handlers and `else`. The else part is outside of the handlers' reach: a handler that ends normally jumps
  /// over it.
  private List<TypedStmt> handlers(Stmt.Try s, Flow before) {
    Span span = s.span();
    String label = "try " + labels++;
    body.raising.enter(RaisingStatements.named(s.handlers()));
    body.stopValues.enterProtected();
    var statements = body.statements.block(s.body());
    var stops = body.stopValues.leaveProtected();
    body.raising.leave();
    Flow afterBody = body.flow;
    var handlers = new ArrayList<TypedStmt.Handler>();
    Flow merged = null;
    for (Stmt.Handler handler : s.handlers()) {
      body.flow = uncertain(before, afterBody);
      body.stopValues.enterHandler(stops);
      handlers.add(handler(handler, label, !s.orElse().isEmpty()));
      body.stopValues.leaveHandler();
      merged = merged == null ? body.flow : Flow.merge(merged, body.flow);
    }
    body.flow = afterBody;
    var orElse = body.statements.block(s.orElse());
    body.flow = Flow.merge(body.flow, merged);
    var attempt = new TypedStmt.Try(statements, handlers, List.of(), span);
    if (s.orElse().isEmpty()) {
      return List.of(attempt);
    }
    var all = new ArrayList<TypedStmt>();
    all.add(attempt);
    all.addAll(orElse);
    return List.of(new TypedStmt.Labelled(label, all, span));
  }

  private TypedStmt.Handler handler(Stmt.Handler handler, String label, boolean skipElse) {
    var classes = classes(handler);
    Type type = common(classes);
    var variable = body.temporary(type, handler.span());
    handled.add(variable);
    var statements = new ArrayList<TypedStmt>();
    if (!handler.name().isEmpty()) {
      var name = new Expr.Name(new io.codonj.api.ast.Origin(handler.span(), handlerId(handler)), handler.name());
      // The name is gone after a handler, so what another one bound it to does not matter, even where a jump led here.
      body.flow.names.remove(handler.name());
      statements.add(body.variables.assign(handler.name(), name, new TypedExpr.Get(variable, handler.span())));
    }
    statements.addAll(body.statements.block(handler.body()));
    handled.removeLast();
    if (!handler.name().isEmpty() && body.flow.names.get(handler.name()) instanceof Version version) {
      body.flow.assigned.remove(version);
      body.flow.names.remove(handler.name());
    }
    if (skipElse && body.flow.reachable) {
      statements.add(new TypedStmt.Break(label, handler.span()));
    }
    return new TypedStmt.Handler(classes, variable, statements, handler.span());
  }

  private static int handlerId(Stmt.Handler handler) {
    return -5 - handler.span().start();
  }

  private List<Type> classes(Stmt.Handler handler) {
    if (handler.type() == null) {
      return List.of();
    }
    var expressions = handler.type() instanceof Expr.Display(_, _, var elements) ? elements : List.of(handler.type());
    var result = new ArrayList<Type>();
    for (Expr expression : expressions) {
      TypedExpr value = body.expressions.check(expression, null);
      Type type = types.prune(value.type());
      var members = type instanceof Type.TupleType(var elements) ? elements : List.of(type);
      for (Type member : members) {
        if (!(types.prune(member) instanceof MetaType(var instance))
            || !body.program.isSubclass(instance, Names.BASE_EXCEPTION)) {
          throw body.error(expression.span(), InferenceCode.INVALID_HANDLER_TYPE,
              "catching classes that do not inherit from BaseException is not allowed");
        }
        body.program.caught.add(types.resolve(instance));
        result.add(types.resolve(instance));
      }
    }
    return result;
  }

  private Type common(List<Type> classes) {
    Type joined = classes.isEmpty() ? Names.BASE_EXCEPTION : classes.getFirst();
    for (Type type : classes) {
      Type next = body.coercions.join(joined, type);
      joined = next == null ? Names.BASE_EXCEPTION : next;
    }
    return types.resolve(joined);
  }

  // ---- with

  void with(Stmt.With s, List<TypedStmt> into) {
    with(s.items(), s, into);
  }

  /// `__exit__` gets the exception and may swallow it; without one it gets three times None.
  private void with(List<Stmt.WithItem> items, Stmt.With s, List<TypedStmt> into) {
    if (items.isEmpty()) {
      into.addAll(body.statements.block(s.body()));
      return;
    }
    Stmt.WithItem item = items.getFirst();
    Span span = item.context().span();
    TypedExpr context = body.expressions.check(item.context(), null);
    Type type = types.prune(context.type());
    if (Substitution.isVariable(type)) {
      body.unresolved = true;
      if (item.target() != null) {
        body.assignments.target(
            item.target(), new TypedExpr.Undefined(body.nodeType(item.context(), "entered"), span), into);
      }
      with(items.subList(1, items.size()), s, into);
      return;
    }
    String prefix = s.isAsync() ? "__a" : "__";
    if (!body.calls.hasMethod(type, prefix + "enter__") || !body.calls.hasMethod(type, prefix + "exit__")) {
      throw body.error(span, InferenceCode.CONTEXT_MANAGER, "'" + body.coercions.show(type)
          + "' object does not support the " + (s.isAsync() ? "asynchronous " : "") + "context manager protocol");
    }
    var manager = body.temporary(types.resolve(type), span);
    var raised = body.temporary(Names.BOOL, span);
    TypedExpr read = new TypedExpr.Get(manager, span);
    into.add(new TypedStmt.Set(manager, context, span));
    TypedExpr entered = body.members.callMethod(read, prefix + "enter__", List.of(), item.context(), null);
    if (s.isAsync()) {
      entered = new AwaitChecker(body).await(entered, item.context(), "enter");
    }
    if (item.target() != null) {
      body.assignments.target(item.target(), entered, into);
    } else {
      into.add(new TypedStmt.Evaluate(entered, span));
    }
    into.add(new TypedStmt.Set(raised, bool(false, span), span));
    Flow before = body.flow.copy();
    var inner = new ArrayList<TypedStmt>();
    body.raising.enter(RaisingStatements.named(item));
    with(items.subList(1, items.size()), s, inner);
    body.raising.leave();
    Flow after = body.flow;
    var exception = body.temporary(Names.BASE_EXCEPTION, span);
    body.flow = uncertain(before, after);
    var handler = swallow(read, exception, raised, s.isAsync(), span);
    boolean mayContinue = body.flow.reachable;
    TypedExpr none = body.coercions.none(types.optional(Names.BASE_EXCEPTION), span);
    TypedExpr leave = exit(read, none, s.isAsync(), "leave", span);
    var finalBody = List.<TypedStmt>of(new TypedStmt.If(new TypedExpr.Get(raised, span), List.of(),
        List.of(new TypedStmt.Evaluate(leave, span)), span));
    body.flow = mayContinue ? Flow.merge(after, uncertain(before, after)) : after;
    var attempt = new TypedStmt.Try(
        inner, List.of(new TypedStmt.Handler(List.of(), exception, handler, span)), List.of(), span);
    into.add(new TypedStmt.Try(List.of(attempt), List.of(), finalBody, span));
  }

  private List<TypedStmt> swallow(
      TypedExpr manager, TypedVariable exception, TypedVariable raised, boolean isAsync, Span span) {
    var statements = new ArrayList<TypedStmt>();
    statements.add(new TypedStmt.Set(raised, bool(true, span), span));
    TypedExpr given = body.coercions.coerce(
        new TypedExpr.Get(exception, span), types.optional(Names.BASE_EXCEPTION));
    TypedExpr result = exit(manager, given, isAsync, "swallow", span);
    var rethrow = new TypedStmt.Throw(new TypedExpr.Get(exception, span), span);
    TypedExpr truth = body.operators.truth(result, body.calls.node(span));
    boolean never = Names.isNone(types.prune(result.type()))
        || truth instanceof TypedExpr.Literal(_, Boolean constant, _) && !constant;
    if (never) {
      statements.add(new TypedStmt.Evaluate(result, span));
      statements.add(rethrow);
      body.flow.reachable = false;
    } else {
      statements.add(new TypedStmt.If(truth, List.of(), List.of(rethrow), span));
    }
    return statements;
  }

  private static TypedExpr bool(boolean value, Span span) {
    return new TypedExpr.Literal(Names.BOOL, value, span);
  }

  private TypedExpr exit(TypedExpr manager, TypedExpr exception, boolean isAsync, String purpose, Span span) {
    TypedExpr type = body.calls.library("_exception_class", List.of(exception), span);
    TypedExpr traceback = body.calls.library("_exception_traceback", List.of(exception), span);
    Expr at = body.calls.node(span);
    TypedExpr result = body.members.callMethod(manager, isAsync ? "__aexit__" : "__exit__",
        List.of(Argument.of(type), Argument.of(exception), Argument.of(traceback)), at, null);
    return isAsync ? new AwaitChecker(body).await(result, at, purpose) : result;
  }

  static boolean isException(Program program, ClassType type) {
    return program.isSubclass(type, Names.BASE_EXCEPTION);
  }
}
