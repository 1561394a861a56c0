package io.codonj.core.infer;

import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Parameter.ParameterKind;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives each parameter its argument by the rules of Python's calls, or says what is wrong in Python's words.
final class ArgumentBinder {
  /// What a parameter receives: one argument, nothing (its default), or the rest of the arguments.
  record Slot(@Nullable Argument argument, List<Argument> rest, Map<String, Argument> keywords) {
    static Slot of(@Nullable Argument argument) {
      return new Slot(argument, List.of(), Map.of());
    }
  }

  private ArgumentBinder() {}

  /// @param implicit how many leading arguments the user did not write (`self`)
  static List<Slot> bind(FunctionSymbol function, List<Argument> arguments, int implicit, Span span) {
    var parameters = function.parameters();
    var positional = new ArrayList<Argument>();
    var keywords = new LinkedHashMap<String, Argument>();
    for (Argument argument : arguments) {
      if (!argument.isKeyword()) {
        positional.add(argument);
      } else if (keywords.putIfAbsent(argument.keyword(), argument) != null) {
        throw CheckError.at(argument.span(), InferenceCode.REPEATED_ARGUMENT,
            "keyword argument repeated: " + argument.keyword());
      }
    }
    var slots = new ArrayList<Slot>();
    var missing = new ArrayList<String>();
    var missingKeywords = new ArrayList<String>();
    int next = 0;
    for (Parameter parameter : parameters) {
      switch (parameter.kind()) {
        case STAR -> {
          slots.add(new Slot(null, List.copyOf(positional.subList(Math.min(next, positional.size()), positional.size())),
              Map.of()));
          next = positional.size();
        }
        case DOUBLE_STAR -> slots.add(new Slot(null, List.of(), keywordRest(parameters, keywords)));
        default -> {
          boolean byPosition = parameter.kind() != ParameterKind.KEYWORD_ONLY && next < positional.size();
          boolean byKeyword = parameter.kind() != ParameterKind.POSITIONAL_ONLY;
          Argument named = byKeyword ? keywords.remove(parameter.name()) : null;
          if (byPosition && named != null) {
            throw CheckError.at(named.span(), InferenceCode.REPEATED_ARGUMENT,
                name(function) + "() got multiple values for argument '" + parameter.name() + "'");
          }
          Argument argument = byPosition ? positional.get(next++) : named;
          if (argument == null && parameter.defaultValue() == null) {
            (parameter.kind() == ParameterKind.KEYWORD_ONLY ? missingKeywords : missing).add(parameter.name());
          }
          slots.add(Slot.of(argument));
        }
      }
    }
    if (next < positional.size()) {
      throw tooMany(function, positional, implicit, next);
    }
    if (!keywords.isEmpty() && parameters.stream().noneMatch(p -> p.kind() == ParameterKind.DOUBLE_STAR)) {
      var unknown = keywords.entrySet().iterator().next();
      throw Suggestions.unknownKeyword(function, name(function), unknown.getKey(), unknown.getValue().span());
    }
    if (!missing.isEmpty()) {
      throw CheckError.at(span, InferenceCode.ARGUMENT_COUNT,
          name(function) + "() missing " + count(missing.size(), "required positional argument") + ": " + list(missing));
    }
    if (!missingKeywords.isEmpty()) {
      throw CheckError.at(span, InferenceCode.ARGUMENT_COUNT, name(function) + "() missing "
          + count(missingKeywords.size(), "required keyword-only argument") + ": " + list(missingKeywords));
    }
    return slots;
  }

  private static Map<String, Argument> keywordRest(List<Parameter> parameters, Map<String, Argument> keywords) {
    var rest = new LinkedHashMap<>(keywords);
    keywords.clear();
    return rest;
  }

  static String name(FunctionSymbol function) {
    return function.owner != null ? function.owner.shortName() + "." + function.displayName : function.displayName;
  }

  private static CheckError tooMany(FunctionSymbol function, List<Argument> positional, int implicit, int taken) {
    long required = function.parameters().stream()
        .filter(p -> p.kind() != ParameterKind.KEYWORD_ONLY && p.defaultValue() == null).count();
    String takes = required == taken ? String.valueOf(taken) : "from " + required + " to " + taken;
    boolean one = takes.equals("1");
    return CheckError.at(positional.get(Math.max(taken, implicit)).span(), InferenceCode.TOO_MANY_ARGUMENTS,
        name(function) + "() takes " + takes + " positional argument" + (one ? "" : "s") + " but " + positional.size()
            + (positional.size() == 1 ? " was given" : " were given"));
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String list(List<String> names) {
    var quoted = names.stream().map(n -> "'" + n + "'").toList();
    if (quoted.size() == 1) {
      return quoted.getFirst();
    }
    return String.join(", ", quoted.subList(0, quoted.size() - 1)) + (quoted.size() > 2 ? "," : "") + " and "
        + quoted.getLast();
  }
}
