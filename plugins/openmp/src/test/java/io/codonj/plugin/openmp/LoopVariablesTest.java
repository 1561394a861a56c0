package io.codonj.plugin.openmp;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrParser;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the bodies of loops do with a variable `%x`.
class LoopVariablesTest {
  private static final String PROGRAM = """
      module m entry @main
      function @main() -> unit {}
      function @add(%a: ptr, %b: ptr) -> ptr origin "m.Vector.__add__" { return %a }
      function @change(%a: ptr, %b: ptr) -> ptr origin "m.Vector.__iadd__" { return %a }
      function @min(%values: {i64, i64}) -> i64 origin "builtins.min" { return extract[0](%values) }
      function @f(%i: i64, %v: ptr, %c: i1) -> unit {
        local %x: TYPE
        local %t: TYPE
        local %y: i64
        BODY
      }
      """;

  private static IrModule module(String type, String body) {
    return IrParser.parse(PROGRAM.replace("TYPE", type).replace("BODY", body));
  }

  private static IrOp body(IrModule module) {
    IrFunction function = module.functions().get("f");
    return Objects.requireNonNull(function.body());
  }

  private static Variable x(String type) {
    IrType kind = switch (type) {
      case "ptr" -> IrType.PTR;
      case "i1" -> IrType.BOOL;
      case "f64" -> IrType.F64;
      default -> IrType.I64;
    };
    return new Variable("x", kind, Variable.Scope.LOCAL, "");
  }

  private static Optional<Reduction> reduction(String type, String body) {
    IrModule module = module(type, body);
    return ReductionFinder.find(module, body(module), x(type));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "i64 | %x = add(%x, %i) | add",
    "i64 | %x = sub(add(%x, %i), %i) | add",
    "i64 | %x = add(%x, %i) if %c { %x = sub(%x, %i) } | add",
    "i64 | %x = mul(%i, %x) | mul",
    "i64 | %x = and(%x, %i) | and",
    "i64 | %x = or(%x, %i) | or",
    "i64 | %x = xor(%x, %i) | xor",
    "f64 | %x = fadd(%x, sint_to_float[f64](%i)) | add",
    "i64 | if slt(%x, %i) { %x = %i } | max",
    "i64 | if slt(%i, %x) { %x = %i } | min",
    "i64 | if sge(%x, %i) { %x = %i } | min",
    "i64 | %x = call @min(struct[{i64, i64}](%i, %x)) -> i64 | min",
    "i1 | %x = do { %t = %x if[i1] %t { %c } else { %t } } | and",
    "i1 | %x = do { %t = %x if[i1] %t { %t } else { %c } } | or",
    "i1 | %x = do { %t = %c if[i1] %t { %x } else { %t } } | and",
    "ptr | %x = call @add(%x, %v) -> ptr | add",
  })
  void updatesAreReductions(String type, String body, String group) {
    assertThat(reduction(type, body)).map(Reduction::group).contains(group);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "i64 | %x = sub(%i, %x)",
    "i64 | %x = add(%x, %x)",
    "i64 | %x = add(%x, %i) %x = mul(%x, %i)",
    "i64 | %x = add(%x, %i) %y = %x",
    "i64 | %x = sdiv(%x, %i)",
    "i64 | if slt(%x, %i) { %x = add(%i, i64 1) }",
    "i64 | if slt(%x, %i) { %x = %i } else { %y = %i }",
    "i64 | %x = call @min(struct[{i64, i64}](%x, %x)) -> i64",
    "ptr | %x = call @add(%v, %x) -> ptr",
    "ptr | %x = call @change(%x, %v) -> ptr",
    "i1 | %x = do { %t = %c if[i1] %t { %c } else { %t } }",
  })
  void otherAssignmentsAreNot(String type, String body) {
    assertThat(reduction(type, body)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "%x = %i %y = %x | false | true",
    "%y = %x %x = %i | true | true",
    "if %c { %x = %i } | false | false",
    "if %c { %x = %i } else { %x = i64 0 } %y = %x | false | true",
    "if %c { %x = %i } %y = %x | true | false",
    "for #l %x in range(i64 0, %i, i64 1) { %y = %x } | false | false",
    "for #l %y in range(i64 0, %i, i64 1) { %x = %y } %y = %x | true | false",
    "while #l %c { if %c { continue #l } %x = %i } | false | false",
    "block #l { %x = %i break #l } %y = %x | true | false",
    "%y = add(%i, %i) %x = add(%x, %y) | true | true",
  })
  void readsBeforeAssignmentsAreSeen(String body, boolean reads, boolean always) {
    IrModule module = module("i64", body);
    FirstRead.Answer answer = FirstRead.in(body(module), x("i64"));
    assertThat(answer.read().isPresent()).isEqualTo(reads);
    assertThat(answer.always()).isEqualTo(always);
  }

  @Test
  void clausesSurviveTheAnnotation() {
    var clauses = new Clauses(Clauses.Schedule.GUIDED, true, 3, true, true);
    assertThat(clauses.annotation()).isEqualTo("par guided ordered collapse=3 chunk threads");
    assertThat(Clauses.parse(clauses.annotation())).isEqualTo(clauses);
    assertThat(Clauses.parse("par static")).isEqualTo(new Clauses(Clauses.Schedule.STATIC, false, 1, false, false));
    assertThat(Clauses.isMark("parallel")).isFalse();
  }
}
