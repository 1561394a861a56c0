package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.core.typed.TypedExpr;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which of several definitions of a name takes the arguments of a call.
final class OverloadChoice {
  private final Body body;
  private final Substitution types;
  private final InvocationChecker invocations;

  OverloadChoice(Body body, InvocationChecker invocations) {
    this.body = body;
    this.types = body.types;
    this.invocations = invocations;
  }

  /// Could one of the methods that put something into a container take the last argument if the container were wider?
  boolean widened(List<FunctionSymbol> candidates, List<Argument> arguments, Map<String, Type> known, Span span) {
    var widening = new ContainerWidening(body);
    for (FunctionSymbol candidate : candidates) {
      if (!ContainerWidening.isMutator(candidate) || candidate.parameters().size() != arguments.size()) {
        continue;
      }
      int last = arguments.size() - 1;
      var typeArguments = invocations.typeArguments(candidate, known, null);
      boolean others = true;
      for (int i = 1; i < last; i++) {
        Type declared = invocations.declared(candidate, i, typeArguments);
        others &= declared == null || body.coercions.tryCoerce(arguments.get(i).typed(), declared) != null;
      }
      Type wanted = invocations.declared(candidate, last, typeArguments);
      if (others && wanted != null && widening.widen(
          candidate, last, arguments.getFirst().typed(), wanted, arguments.get(last).typed()) != null) {
        return true;
      }
    }
    return false;
  }

  CheckError none(List<FunctionSymbol> candidates, List<Argument> arguments, int skip, Expr at) {
    var shown = arguments.stream().skip(skip).map(a -> body.coercions.show(a.typed().type())).toList();
    var first = candidates.getFirst();
    return body.error(arguments.size() > skip ? arguments.get(skip).span() : at.span(), InferenceCode.NO_MATCHING_OVERLOAD,
        ArgumentBinder.name(first) + "() does not take arguments of type (" + String.join(", ", shown) + ")");
  }

  /// The first candidate that fits without conversions, else the first that fits with them.
  @Nullable FunctionSymbol choose(
      List<FunctionSymbol> candidates, List<Argument> arguments, Map<String, Type> known, Span span) {
    for (boolean convert : new boolean[] {false, true}) {
      for (FunctionSymbol candidate : candidates) {
        int mark = types.mark();
        boolean fits = fits(candidate, arguments, known, convert, span);
        types.rollback(mark);
        if (fits) {
          return candidate;
        }
      }
    }
    return null;
  }

  private boolean fits(
      FunctionSymbol candidate, List<Argument> arguments, Map<String, Type> known, boolean convert, Span span) {
    List<ArgumentBinder.Slot> slots;
    try {
      slots = ArgumentBinder.bind(candidate, arguments, 0, span);
    } catch (CheckError _) {
      return false;
    }
    var typeArguments = invocations.typeArguments(candidate, known, null);
    for (int i = 0; i < slots.size(); i++) {
      Type declared = invocations.declared(candidate, i, typeArguments);
      Argument argument = slots.get(i).argument();
      if (declared == null || argument == null) {
        continue;
      }
      Type given = types.prune(argument.typed().type());
      if (Substitution.isVariable(given) && !Substitution.isVariable(types.prune(declared))) {
        return false;
      }
      if (!convert ? !exactly(given, declared) : body.coercions.tryCoerce(
          new TypedExpr.Undefined(given, span), declared) == null) {
        return false;
      }
    }
    return true;
  }

  private boolean exactly(Type given, Type declared) {
    Type wanted = types.prune(declared);
    return body.coercions.fitsExactly(given, wanted) || Names.isNone(given) && wanted instanceof OptionalType
        || given instanceof ClassType && wanted instanceof ClassType && body.program.isSubclass(given, wanted)
            && body.coercions.tryCoerce(new TypedExpr.Undefined(given, Span.NONE), wanted) != null;
  }
}
