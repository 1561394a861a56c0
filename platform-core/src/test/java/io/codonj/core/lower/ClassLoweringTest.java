package io.codonj.core.lower;

import static io.codonj.core.lower.TypedNodes.coerce;
import static io.codonj.core.lower.TypedNodes.evaluate;
import static io.codonj.core.lower.TypedNodes.field;
import static io.codonj.core.lower.TypedNodes.get;
import static io.codonj.core.lower.TypedNodes.intrinsic;
import static io.codonj.core.lower.TypedNodes.isInstance;
import static io.codonj.core.lower.TypedNodes.literal;
import static io.codonj.core.lower.TypedNodes.print;
import static io.codonj.core.lower.TypedNodes.set;
import static io.codonj.core.lower.TypedNodes.setField;
import static io.codonj.core.lower.TypedNodes.when;
import static io.codonj.core.lower.TypedProgram.FLOAT;
import static io.codonj.core.lower.TypedProgram.INT;
import static io.codonj.core.lower.TypedProgram.STR;
import static io.codonj.core.lower.TypedProgram.local;
import static io.codonj.core.lower.TypedProgram.optional;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedClass.Field;
import io.codonj.core.typed.TypedExpr;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassLoweringTest {
  private final TypedProgram program = new TypedProgram();

  private static TypedExpr create(Type type) {
    return new TypedExpr.New(type, Span.NONE);
  }

  @Test
  void objectsHaveHeadersAndFields() {
    Type base = program.header("__main__.Base", List.of(), new Field("x", INT));
    Type derived = program.header("__main__.Derived", List.of(base), new Field("x", INT), new Field("y", FLOAT));
    var object = local("object", derived);
    IrSnapshot.check(
        "object",
        program.lower(
            set(object, create(derived)),
            setField(get(object), "x", literal(3)),
            print(field(coerce(TypedExpr.Coercion.UPCAST, get(object), base), "x", INT))));
  }

  @Test
  void classesWithoutHeaderAndValueClasses() {
    Type pair = program.value("Pair", new Field("left", INT), new Field("right", STR));
    Type box = program.plain("box", new Field("pair", pair));
    var object = local("object", box);
    TypedExpr content = intrinsic("make_value", List.of(), pair, literal(1), literal("a"));
    IrSnapshot.check(
        "layouts",
        program.lower(
            set(object, create(box)),
            setField(get(object), "pair", content),
            print(field(field(get(object), "pair", pair), "left", INT))));
  }

  @Test
  void isInstanceComparesDescendants() {
    Type base = program.header("Base", List.of());
    Type left = program.header("Left", List.of(base));
    program.header("Right", List.of(base));
    var object = local("object", base);
    var maybe = local("maybe", optional(base));
    IrSnapshot.check(
        "isinstance",
        program.lower(
            set(object, coerce(TypedExpr.Coercion.UPCAST, create(left), base)),
            set(maybe, coerce(TypedExpr.Coercion.TO_OPTIONAL, get(object), optional(base))),
            when(isInstance(get(object), left), print(literal(1))),
            when(isInstance(get(maybe), base), print(literal(2))),
            when(new TypedExpr.IsInstance(get(object), base, true, TypedProgram.BOOL, Span.NONE), print(literal(3)))));
  }

  @Test
  void manyDescendantsAreLeftToTheRuntime() {
    Type base = program.header("Base", List.of());
    for (int i = 0; i < 5; i++) {
      program.header("Derived" + i, List.of(base));
    }
    var object = local("object", base);
    IrSnapshot.check(
        "isinstance-many",
        program.lower(set(object, create(base)), when(isInstance(get(object), base), print(literal(1)))));
  }

  @Test
  void severalBasesNeedATableOfAncestors() {
    Type left = program.header("Left", List.of());
    Type right = program.header("Right", List.of());
    Type both = program.header("Both", List.of(left, right));
    program.header("Leaf", List.of(both, left, right));
    IrSnapshot.check("ancestors", program.lower(evaluate(create(Type.ClassType.of("Leaf")))));
  }

  @Test
  void namesOfClasses() {
    Type node = program.header("__main__.Node", List.of());
    var object = local("object", optional(node));
    var name = local("name", STR);
    IrSnapshot.check(
        "class-name",
        program.lower(
            set(object, new TypedExpr.Literal(optional(node), null, Span.NONE)),
            set(name, intrinsic("class_name", List.of(), STR, get(object))),
            set(name, intrinsic("class_name", List.of(), STR, literal(1)))));
  }
}
