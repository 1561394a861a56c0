package io.codonj.it.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes valid programs whose types can be inferred, so that they compile and CPython can be asked what they print.
/// Integers stay small, loops are bounded, and divisors are never zero.
final class ProgramGenerator {
  private static final String INDENT = "    ";

  private enum Kind { INT, STR, BOOL, FLOAT, LIST }

  private record Local(String name, Kind kind) {}

  private record Function(String name, List<Kind> parameters, Kind result) {}

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private final List<Function> functions = new ArrayList<>();
  private int names;

  private ProgramGenerator(Random random) {
    this.random = random;
  }

  static String program(Random random) {
    var generator = new ProgramGenerator(random);
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      generator.function();
    }
    var locals = new ArrayList<Local>();
    generator.block(locals, "", 3 + random.nextInt(6), 2);
    generator.show(locals, "");
    return generator.out.toString();
  }

  private void function() {
    var parameters = new ArrayList<Local>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      parameters.add(new Local(name("p"), kind()));
    }
    Kind result = kind();
    String name = name("f");
    out.append("def ").append(name).append('(');
    out.append(String.join(", ", parameters.stream().map(Local::name).toList())).append("):\n");
    var locals = new ArrayList<>(parameters);
    block(locals, INDENT, 1 + random.nextInt(4), 2);
    line(INDENT, "return " + value(result, locals, 2));
    out.append("\n\n");
    functions.add(new Function(name, parameters.stream().map(Local::kind).toList(), result));
  }

  private void block(List<Local> locals, String indent, int statements, int depth) {
    int known = locals.size();
    for (int i = 0; i < statements; i++) {
      statement(locals, indent, depth);
    }
    if (!indent.isEmpty() && depth < 2) {
      // What a nested block binds may be unbound after it.
      locals.subList(known, locals.size()).clear();
    }
  }

  private void statement(List<Local> locals, String indent, int depth) {
    switch (random.nextInt(depth > 0 ? 9 : 5)) {
      case 0, 1, 2 -> {
        var local = new Local(name("v"), kind());
        line(indent, local.name() + " = " + value(local.kind(), locals, 3));
        locals.add(local);
      }
      case 3 -> line(indent, "print(" + value(kind(), locals, 3) + ", " + value(kind(), locals, 2) + ")");
      case 4 -> change(locals, indent);
      case 5 -> {
        line(indent, "if " + value(Kind.BOOL, locals, 2) + ":");
        block(locals, indent + INDENT, 1 + random.nextInt(2), depth - 1);
        if (random.nextBoolean()) {
          line(indent, "else:");
          block(locals, indent + INDENT, 1 + random.nextInt(2), depth - 1);
        }
      }
      case 6 -> {
        var loop = new Local(name("i"), Kind.INT);
        line(indent, "for " + loop.name() + " in range(" + (1 + random.nextInt(4)) + "):");
        var inner = new ArrayList<>(locals);
        inner.add(loop);
        block(inner, indent + INDENT, 1 + random.nextInt(2), depth - 1);
      }
      case 7 -> {
        var loop = new Local(name("x"), Kind.INT);
        line(indent, "for " + loop.name() + " in " + value(Kind.LIST, locals, 2) + ":");
        var inner = new ArrayList<>(locals);
        inner.add(loop);
        block(inner, indent + INDENT, 1 + random.nextInt(2), depth - 1);
      }
      default -> {
        line(indent, "try:");
        line(indent + INDENT, "print(" + value(Kind.LIST, locals, 1) + "[" + random.nextInt(4) + "])");
        line(indent, "except IndexError as error:");
        line(indent + INDENT, "print(error)");
      }
    }
  }

  private void change(List<Local> locals, String indent) {
    if (locals.isEmpty()) {
      line(indent, "pass");
      return;
    }
    Local local = locals.get(random.nextInt(locals.size()));
    line(indent, switch (local.kind()) {
      case INT -> local.name() + " = (" + local.name() + " + " + value(Kind.INT, locals, 1) + ") % 1000";
      case STR -> local.name() + " = (" + local.name() + " + " + value(Kind.STR, locals, 1) + ")[:20]";
      case BOOL -> local.name() + " = not " + local.name();
      case FLOAT -> local.name() + " = " + local.name() + " / 2.0";
      case LIST -> local.name() + " = " + local.name() + "[:5] + [" + value(Kind.INT, locals, 1) + "]";
    });
  }

  private void show(List<Local> locals, String indent) {
    locals.forEach(local -> line(indent, "print(\"" + local.name() + "\", " + local.name() + ")"));
  }

  private String value(Kind kind, List<Local> locals, int depth) {
    var known = locals.stream().filter(local -> local.kind() == kind).map(Local::name).toList();
    if (!known.isEmpty() && random.nextInt(3) == 0) {
      return known.get(random.nextInt(known.size()));
    }
    var callable = functions.stream().filter(function -> function.result() == kind).toList();
    if (depth > 1 && !callable.isEmpty() && random.nextInt(5) == 0) {
      Function function = callable.get(random.nextInt(callable.size()));
      var arguments = function.parameters().stream().map(each -> value(each, locals, depth - 2)).toList();
      return function.name() + "(" + String.join(", ", arguments) + ")";
    }
    return depth <= 0 ? literal(kind) : compound(kind, locals, depth - 1);
  }

  private String literal(Kind kind) {
    return switch (kind) {
      case INT -> Integer.toString(random.nextInt(40) - 10);
      case STR -> List.of("''", "'a'", "\"word\"", "'äö'", "'a b c'", "'x,y'").get(random.nextInt(6));
      case BOOL -> random.nextBoolean() ? "True" : "False";
      case FLOAT -> List.of("0.5", "1.0", "-2.25", "1e3", "0.1").get(random.nextInt(5));
      case LIST -> List.of("[]", "[1]", "[3, 1, 2]", "list(range(4))").get(1 + random.nextInt(3));
    };
  }

  private String compound(Kind kind, List<Local> locals, int depth) {
    return switch (kind) {
      case INT -> choose(
          "(" + value(Kind.INT, locals, depth) + pickOf(" + ", " - ", " * ", " // 7 + ", " % 9 - ", " & ", " | ", " ^ ")
              + value(Kind.INT, locals, depth) + ") % 997",
          "len(" + value(random.nextBoolean() ? Kind.STR : Kind.LIST, locals, depth) + ")",
          "sum(" + value(Kind.LIST, locals, depth) + ")",
          "(" + value(Kind.INT, locals, depth) + " if " + value(Kind.BOOL, locals, depth) + " else "
              + value(Kind.INT, locals, depth) + ")",
          "abs(" + value(Kind.INT, locals, depth) + ")",
          "int(" + value(Kind.BOOL, locals, depth) + ")");
      case STR -> choose(
          "(" + value(Kind.STR, locals, depth) + " + " + value(Kind.STR, locals, depth) + ")[:30]",
          "str(" + value(pickOf(Kind.INT, Kind.BOOL, Kind.LIST), locals, depth) + ")",
          "f\"{" + value(Kind.INT, locals, 0) + ":>4}|{" + value(Kind.BOOL, locals, 0) + "}\"",
          value(Kind.STR, locals, depth) + pickOf(".upper()", ".strip()", ".replace('a', 'bc')", ".title()", "[::-1]"),
          "','.join(str(n) for n in " + value(Kind.LIST, locals, depth) + ")");
      case BOOL -> choose(
          value(Kind.INT, locals, depth) + pickOf(" < ", " == ", " >= ", " != ") + value(Kind.INT, locals, depth),
          "not " + value(Kind.BOOL, locals, 0),
          "(" + value(Kind.BOOL, locals, depth) + pickOf(" and ", " or ") + value(Kind.BOOL, locals, depth) + ")",
          value(Kind.INT, locals, depth) + " in " + value(Kind.LIST, locals, depth),
          value(Kind.STR, locals, depth) + " < " + value(Kind.STR, locals, depth));
      case FLOAT -> choose(
          "(" + value(Kind.FLOAT, locals, depth) + pickOf(" + ", " - ", " * ") + value(Kind.FLOAT, locals, depth) + ")",
          "(" + value(Kind.INT, locals, depth) + " / 4)",
          "float(" + value(Kind.INT, locals, depth) + ")");
      case LIST -> choose(
          "[" + value(Kind.INT, locals, depth) + ", " + value(Kind.INT, locals, depth) + "]",
          "[n * n % 50 for n in " + value(Kind.LIST, locals, depth) + "]",
          "sorted(" + value(Kind.LIST, locals, depth) + pickOf(")", ", reverse=True)"),
          "(" + value(Kind.LIST, locals, depth) + " + " + value(Kind.LIST, locals, depth) + ")[:6]",
          value(Kind.LIST, locals, depth) + pickOf("[1:]", "[::-1]", "[:2]"));
    };
  }

  private Kind kind() {
    return Kind.values()[random.nextInt(Kind.values().length)];
  }

  private String name(String prefix) {
    return prefix + names++;
  }

  private void line(String indent, String text) {
    out.append(indent).append(text).append('\n');
  }

  private String choose(String... alternatives) {
    return alternatives[random.nextInt(alternatives.length)];
  }

  @SafeVarargs
  private <T> T pickOf(T... alternatives) {
    return alternatives[random.nextInt(alternatives.length)];
  }
}
