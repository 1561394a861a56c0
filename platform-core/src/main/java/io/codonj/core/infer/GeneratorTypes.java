package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.core.typed.TypedFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The three types of a generator. `Generator[Y]` is one that takes and returns nothing, and what any other generator is
/// where only its values are wanted; `Generator[Y, S, R]` also says what `send` takes, always with None, and what it returns.
final class GeneratorTypes {
  private GeneratorTypes() {}

  static boolean isGenerator(Type type) {
    return type instanceof ClassType c && c.name().equals("Generator");
  }

  /// What a generator takes from `send`.
  static Type received(ClassType generator) {
    return generator.arguments().size() > 1 ? generator.arguments().get(1) : Names.NONE;
  }

  /// What a generator returns at its end.
  static Type returned(ClassType generator) {
    return generator.arguments().size() > 2 ? generator.arguments().get(2) : Names.NONE;
  }

  /// The type that the annotation `Generator[…]` means.
  static Type of(Program program, List<Type> arguments) {
    Type yielded = arguments.isEmpty() ? program.types.fresh() : arguments.getFirst();
    if (arguments.size() < 2) {
      return Names.generator(yielded);
    }
    Type returned = arguments.size() > 2 ? arguments.get(2) : Names.NONE;
    return normal(program.types, new ClassType("Generator", List.of(yielded, program.types.optional(arguments.get(1)), returned)));
  }

  /// The short form of a type of three parts that takes and returns nothing.
  static Type normal(Substitution types, ClassType generator) {
    return generator.arguments().size() == 3 && Names.isNone(types.prune(generator.arguments().get(1)))
        && Names.isNone(types.prune(generator.arguments().get(2))) ? Names.generator(generator.arguments().getFirst()) : generator;
  }

  /// Gives an instance of a generator function its types.
  ///
  /// @param declared the annotated result; null without annotation
  static void set(Program program, Instance instance, @Nullable Type declared) {
    var types = program.types;
    FunctionSymbol function = instance.symbol;
    if (AsyncFunctions.isBody(function.definition)) {
      setAsync(program, instance, declared);
    } else if (declared instanceof ClassType c && isGenerator(c)) {
      Type returned = c.arguments().size() == 1 ? types.fresh() : returned(c);
      instance.generator = new TypedFunction.Generator(c.arguments().getFirst(), received(c), returned);
      instance.result = c;
    } else {
      Type yielded = types.fresh();
      Type received = Names.NONE;
      if (function.scope().keepsSent && program.sends()) {
        received = new OptionalType(types.fresh());
      } else if (function.scope().delegates && program.sends()) {
        received = types.fresh();
      }
      Type returned = returned(types, function);
      instance.generator = new TypedFunction.Generator(yielded, received, returned);
      instance.result = Names.isNone(received) && Names.isNone(returned) ? Names.generator(yielded)
          : new ClassType("Generator", List.of(yielded, received, returned));
    }
    instance.resultAnnotated = true;
  }

  /// The body of an asynchronous function yields what it waits for; that of an asynchronous generator yields steps.
  private static void setAsync(Program program, Instance instance, @Nullable Type declared) {
    var types = program.types;
    Type yielded = Names.AWAITED;
    Type returned = declared != null ? declared : returned(types, instance.symbol);
    if (instance.symbol.scope().isGenerator) {
      Type item = declared instanceof ClassType(var name, var arguments) && name.equals("AsyncGenerator")
          ? arguments.getFirst() : types.fresh();
      yielded = ClassType.of("_Step", item);
      returned = Names.NONE;
    }
    instance.generator = new TypedFunction.Generator(yielded, Names.NONE, returned);
    instance.result = Names.isNone(returned) ? Names.generator(yielded)
        : new ClassType("Generator", List.of(yielded, Names.NONE, returned));
  }

  private static Type returned(Substitution types, FunctionSymbol function) {
    var statements = function.definition.body();
    if (!ReturnScan.returnsValue(statements)) {
      return Names.NONE;
    }
    return ReturnScan.mayReturnNothing(statements) ? new OptionalType(types.fresh()) : types.fresh();
  }

  /// What nothing determines by the end of the body: such a generator takes and returns nothing.
  static void settle(Body body) {
    var types = body.types;
    var generator = body.instance.generator;
    if (Substitution.isVariable(types.prune(generator.returned())) && !body.instance.symbol.scope().returnsValue) {
      types.bind(types.prune(generator.returned()), Names.NONE);
    }
    if (!body.program.applyDefaults) {
      return;
    }
    Type received = types.prune(generator.received());
    Type sent = received instanceof OptionalType(var inner) ? types.prune(inner) : received;
    if (Substitution.isVariable(sent)) {
      types.bind(sent, Names.NONE);
    }
  }

  /// Is a function one whose body may raise StopIteration, which would be taken for its end?
  static boolean guardsStop(Body body) {
    return body.instance.generator != null && !body.isLibrary() && body.instance.symbol.scope().mayStop;
  }
}
