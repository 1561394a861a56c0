package io.codonj.core.lower;

import static io.codonj.core.lower.TypedNodes.call;
import static io.codonj.core.lower.TypedNodes.coerce;
import static io.codonj.core.lower.TypedNodes.evaluate;
import static io.codonj.core.lower.TypedNodes.foreign;
import static io.codonj.core.lower.TypedNodes.get;
import static io.codonj.core.lower.TypedNodes.intrinsic;
import static io.codonj.core.lower.TypedNodes.literal;
import static io.codonj.core.lower.TypedNodes.none;
import static io.codonj.core.lower.TypedNodes.print;
import static io.codonj.core.lower.TypedNodes.returning;
import static io.codonj.core.lower.TypedNodes.set;
import static io.codonj.core.lower.TypedNodes.when;
import static io.codonj.core.lower.TypedProgram.BOOL;
import static io.codonj.core.lower.TypedProgram.FLOAT;
import static io.codonj.core.lower.TypedProgram.INT;
import static io.codonj.core.lower.TypedProgram.NONE;
import static io.codonj.core.lower.TypedProgram.STR;
import static io.codonj.core.lower.TypedProgram.local;
import static io.codonj.core.lower.TypedProgram.optional;
import static io.codonj.core.lower.TypedProgram.parameter;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedExpr.Coercion;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueLoweringTest {
  private static final Type WIDE = Type.ClassType.of("Int", new Type.LiteralType(128L));

  private final TypedProgram program = new TypedProgram();

  @Test
  void literals() {
    IrSnapshot.check(
        "literals",
        program.lower(
            set(local("empty", STR), literal("")),
            set(local("latin", STR), literal("a\u00f1")),
            set(local("plane", STR), literal("a\u20ac")),
            set(local("astral", STR), literal("\ud83d\ude00!")),
            set(
                local("bytes", Type.ClassType.of("bytes")),
                new TypedExpr.Literal(Type.ClassType.of("bytes"), new TypedExpr.Bytes("a\u0000\u00ff"), Span.NONE)),
            set(local("flag", BOOL), literal(true)),
            set(local("real", FLOAT), new TypedExpr.Literal(FLOAT, 0.5, Span.NONE)),
            set(local("wide", WIDE), new TypedExpr.Literal(WIDE, BigInteger.ONE.shiftLeft(100), Span.NONE)),
            set(local("nothing", NONE), none())));
  }

  @Test
  void optionalValuesAreFlaggedAndReferencesNullable() {
    Type node = program.plain("node");
    var number = local("number", optional(INT));
    var reference = local("reference", optional(node));
    IrSnapshot.check(
        "optional",
        program.lower(
            set(number, coerce(Coercion.TO_OPTIONAL, literal(1), optional(INT))),
            set(number, coerce(Coercion.TO_OPTIONAL, none(), optional(INT))),
            when(new TypedExpr.IsNone(get(number), BOOL, Span.NONE), print(literal(0))),
            print(coerce(Coercion.FROM_OPTIONAL, get(number), INT)),
            set(reference, coerce(Coercion.TO_OPTIONAL, new TypedExpr.New(node, Span.NONE), optional(node))),
            set(reference, new TypedExpr.Literal(optional(node), null, Span.NONE)),
            when(new TypedExpr.IsNone(get(reference), BOOL, Span.NONE), print(literal(1))),
            when(
                new TypedExpr.SameObject(get(reference), get(reference), BOOL, Span.NONE),
                evaluate(coerce(Coercion.FROM_OPTIONAL, get(reference), node)))));
  }

  @Test
  void unionsAreTagged() {
    var union = new Type.UnionType(List.of(NONE, INT, STR));
    var value = local("value", union);
    IrSnapshot.check(
        "union",
        program.lower(
            set(value, coerce(Coercion.TO_UNION, literal("a"), union)),
            set(value, coerce(Coercion.TO_UNION, none(), union)),
            when(
                new TypedExpr.IsMember(get(value), INT, BOOL, Span.NONE),
                print(coerce(Coercion.FROM_UNION, get(value), INT)))));
  }

  @Test
  void unionsOfUnionsMapTheirTags() {
    var small = new Type.UnionType(List.of(FLOAT, STR));
    var large = new Type.UnionType(List.of(FLOAT, INT, STR));
    var value = local("value", large);
    var part = local("part", small);
    IrSnapshot.check(
        "union-convert",
        program.lower(
            set(part, coerce(Coercion.TO_UNION, literal("a"), small)),
            set(value, coerce(Coercion.TO_UNION, get(part), large)),
            set(part, coerce(Coercion.FROM_UNION, get(value), small))));
  }

  @Test
  void wideMembersOfUnionsAreCopied() {
    var union = new Type.UnionType(List.of(WIDE, STR));
    var value = local("value", union);
    var number = local("number", WIDE);
    IrSnapshot.check(
        "union-wide",
        program.lower(
            set(number, new TypedExpr.Literal(WIDE, 1L, Span.NONE)),
            set(value, coerce(Coercion.TO_UNION, get(number), union)),
            set(number, coerce(Coercion.FROM_UNION, get(value), WIDE))));
  }

  @Test
  void tuplesArePassedByValue() {
    var pair = new Type.TupleType(List.of(INT, STR));
    var value = local("value", pair);
    IrSnapshot.check(
        "tuple",
        program.lower(
            set(value, new TypedExpr.MakeTuple(pair, List.of(literal(1), literal("a")), Span.NONE)),
            print(new TypedExpr.GetElement(get(value), 0, INT, Span.NONE))));
  }

  @Test
  void unitDoesNotCrossToForeignFunctions() {
    var s = local("s", STR);
    IrSnapshot.check(
        "foreign",
        program.lower(
            set(s, foreign("cj_str_concat", STR, literal("a"), literal("b"))),
            when(foreign("cj_flag", BOOL, literal(true)), evaluate(foreign("c_flag", NONE, literal(true), none()))),
            evaluate(foreign("cj_flag", INT, literal(2)))));
  }

  @Test
  void memoryIsReachedThroughIntrinsics() {
    Type pointer = Type.ClassType.of("Ptr", INT);
    var p = local("p", pointer);
    IrSnapshot.check(
        "intrinsics",
        program.lower(
            set(p, intrinsic("allocate_array", List.of(INT), pointer, literal(8))),
            evaluate(
                intrinsic(
                    "pointer.store",
                    List.of(INT),
                    NONE,
                    intrinsic("pointer.offset", List.of(INT), pointer, get(p), literal(1)),
                    literal(5))),
            print(intrinsic("pointer.load", List.of(INT), INT, get(p))),
            print(intrinsic("address_of_object", List.of(), INT, get(p))),
            set(local("bits", FLOAT), intrinsic("reinterpret", List.of(), FLOAT, literal(1))),
            set(local("root", FLOAT), intrinsic("llvm.sqrt", List.of(FLOAT), FLOAT,
                new TypedExpr.Literal(FLOAT, 2L, Span.NONE)))));
  }

  @Test
  void functionsOfLlvmTextAndExports() {
    var x = parameter("x", INT);
    var twice = program.inline("twice", List.of(x), INT, "%r = add i64 %x, %x\nret i64 %r");
    program.exported("exported", List.of(), INT, returning(call(twice, literal(4))));
    program.function("unreached", List.of(), NONE);
    var object = parameter("exception", Type.ClassType.of("Ptr", INT));
    program.function("builtins._report_uncaught", List.of(object), INT, returning(literal(1)));
    IrSnapshot.check("exports", program.lower());
  }
}
