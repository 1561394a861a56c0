package io.codonj.core.infer;

import io.codonj.api.ast.Stmt;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an error found at compile time is at run time: an exception and its text as CPython words it.
record RuntimeMeaning(String exception, String message) {
  private static final Map<String, String> BASES = Map.of("FrozenInstanceError", "AttributeError", "UnboundLocalError",
      "NameError", "IndexError", "LookupError");

  private static final Pattern ARGUMENTS = Pattern.compile("'([\\w.]+)\\[[^']*\\]'");
  private static final Pattern OPERANDS =
      Pattern.compile("unsupported operand type\\(s\\) for (\\S+): '([^']*)' and '([^']*)'");
  private static final Pattern ATTRIBUTE = Pattern.compile("'([^']*)' object has no attribute '([^']*)'");
  private static final Set<String> SEQUENCES = Set.of("str", "list", "tuple", "bytes");

  /// Null when CPython would not surely raise an exception.
  static @Nullable RuntimeMeaning of(Body body, CheckError error, @Nullable Stmt statement) {
    if (error.isUncertain() || !(error.diagnostic().code() instanceof InferenceCode code)) {
      return null;
    }
    String text = ARGUMENTS.matcher(error.diagnostic().message()).replaceAll("'$1'");
    return switch (code) {
      case UNSUPPORTED_OPERANDS -> operands(text, statement instanceof Stmt.AugmentedAssign);
      case UNSUPPORTED_COMPARISON, UNARY_OPERAND, NOT_CALLABLE, NOT_SUBSCRIPTABLE, NOT_ITERABLE, ABSTRACT_CLASS,
          PROTOCOL_INSTANCE, ITEM_ASSIGNMENT, ARGUMENT_COUNT, UNKNOWN_KEYWORD, TOO_MANY_ARGUMENTS, REPEATED_ARGUMENT,
          CONTEXT_MANAGER, INVALID_EXCEPTION ->
          text.contains(" | ") ? null : new RuntimeMeaning("TypeError", text);
      case NO_ATTRIBUTE -> attribute(body, text);
      case CLASS_ATTRIBUTE, SUPER_ATTRIBUTE -> new RuntimeMeaning("AttributeError", text.replaceFirst(";.*", ""));
      case IMMUTABLE_FIELD -> text.endsWith("is frozen")
          ? new RuntimeMeaning("FrozenInstanceError", text.substring(0, text.indexOf(':')))
          : new RuntimeMeaning("AttributeError", "can't set attribute");
      case READ_ONLY_ATTRIBUTE -> text.startsWith("property ") ? new RuntimeMeaning("AttributeError", text) : null;
      case COMPILE_ERROR -> text.startsWith("unhashable type") ? new RuntimeMeaning("TypeError", text) : null;
      case UNDEFINED_NAME -> new RuntimeMeaning("NameError", text);
      case UNBOUND_VARIABLE -> unbound(text);
      case CANNOT_DELETE -> text.endsWith("does not support item deletion")
          ? new RuntimeMeaning("TypeError", text.replace("does not", "doesn't")) : null;
      case UNPACK_COUNT -> new RuntimeMeaning("ValueError",
          text.startsWith("too many") ? text.replaceFirst(", got \\d+", "") : text);
      case TUPLE_INDEX -> new RuntimeMeaning("IndexError", "tuple index out of range");
      default -> null;
    };
  }

  private static @Nullable RuntimeMeaning operands(String text, boolean inPlace) {
    Matcher matcher = OPERANDS.matcher(text);
    if (!matcher.matches() || text.contains(" | ")) {
      return null;
    }
    String operator = matcher.group(1);
    String left = matcher.group(2);
    String right = matcher.group(3);
    if (operator.equals("+") && SEQUENCES.contains(left)) {
      return new RuntimeMeaning("TypeError", left.equals("bytes") ? "can't concat " + right + " to bytes"
          : inPlace && left.equals("list") ? "'" + right + "' object is not iterable"
          : "can only concatenate " + left + " (not \"" + right + "\") to " + left);
    }
    if (operator.equals("*") && (SEQUENCES.contains(left) || SEQUENCES.contains(right))) {
      return new RuntimeMeaning("TypeError",
          "can't multiply sequence by non-int of type '" + (SEQUENCES.contains(left) ? right : left) + "'");
    }
    String symbol = operator.equals("**") && !inPlace ? "** or pow()" : inPlace ? operator + "=" : operator;
    return new RuntimeMeaning("TypeError",
        "unsupported operand type(s) for " + symbol + ": '" + left + "' and '" + right + "'");
  }

  private static @Nullable RuntimeMeaning attribute(Body body, String text) {
    Matcher matcher = ATTRIBUTE.matcher(text);
    if (!matcher.matches() || text.contains(" | ")) {
      return null;
    }
    String name = matcher.group(2);
    if (name.equals("__len__")) {
      return new RuntimeMeaning("TypeError", "object of type '" + matcher.group(1) + "' has no len()");
    }
    if (name.equals("__iter__") || name.equals("__next__")) {
      return new RuntimeMeaning("TypeError", "'" + matcher.group(1) + "' object is not "
          + (name.equals("__iter__") ? "iterable" : "an iterator"));
    }
    // An object may be of a derived class that does have the attribute.
    boolean derived = body.program.classes.values().stream().anyMatch(c -> !c.module.isLibrary
        && c.linearization.size() > 2 && (c.findField(name) != null || !c.findMethods(name).isEmpty()
            || c.findClassVariable(name) != null));
    return derived ? null : new RuntimeMeaning("AttributeError", text);
  }

  private static @Nullable RuntimeMeaning unbound(String text) {
    String name = text.substring(text.indexOf('\'') + 1, text.lastIndexOf('\''));
    return text.startsWith("local") ? new RuntimeMeaning("UnboundLocalError",
        "cannot access local variable '" + name + "' where it is not associated with a value")
        : new RuntimeMeaning("NameError", "name '" + name + "' is not defined");
  }

  /// Is the error about what a call passes, and shown at an argument?
  static boolean isAboutArguments(CheckError error) {
    return error.diagnostic().code() instanceof InferenceCode code && switch (code) {
      case ARGUMENT_COUNT, UNKNOWN_KEYWORD, TOO_MANY_ARGUMENTS, REPEATED_ARGUMENT -> true;
      default -> false;
    };
  }

  boolean isCaughtBy(Set<String> names) {
    for (String at = exception; at != null; at = BASES.get(at)) {
      if (names.contains(at)) {
        return true;
      }
    }
    return false;
  }

  /// The class of the exception; the base of one whose module the program does not import.
  ClassSymbol symbol(Program program) {
    for (String name = exception; name != null; name = BASES.get(name)) {
      if (program.member(program.builtins(), name) instanceof ClassSymbol known) {
        return known;
      }
      ModuleSymbol module = program.modules.get("dataclasses");
      if (module != null && module.members.get(name) instanceof ClassSymbol known) {
        return known;
      }
    }
    return program.builtinClass("TypeError");
  }
}
