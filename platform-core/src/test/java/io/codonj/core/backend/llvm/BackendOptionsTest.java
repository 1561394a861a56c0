package io.codonj.core.backend.llvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackendOptionsTest {
  private final Ir ir = new Ir();

  /// `a[i] = a[i] * 2.0 + 1.0` over a buffer.
  private IrModule loop() {
    var a = Ir.parameter("a", IrType.PTR);
    var n = Ir.parameter("n", IrType.I64);
    var i = Ir.local("i", IrType.I64);
    var value = ir.load(IrType.F64, ir.element(ir.get(a), IrType.F64, ir.get(i)));
    ir.define(
        "loop", IrType.UNIT, List.of(a, n),
        ir.forRange(
            "r", i, ir.i64(0), ir.get(n), ir.i64(1),
            ir.store(
                ir.element(ir.get(a), IrType.F64, ir.get(i)),
                ir.operate(
                    Operator.FADD, IrType.F64, ir.operate(Operator.FMUL, IrType.F64, value, ir.f64(3)), ir.f64(1)))),
        "export");
    return ir.module(ir.print("done"));
  }

  private static String assembly(IrModule module, BackendOptions options) {
    return LlvmBackend.compile(module, options.withOutput(Output.ASSEMBLY_TEXT)).text();
  }

  @Test
  void processorDecidesTheInstructions() {
    var module = loop();
    assertThat(assembly(module, Programs.release().withCpu("x86-64"))).contains("mulpd").doesNotContain("%ymm");
    assertThat(assembly(module, Programs.release().withCpu("x86-64-v3"))).contains("%ymm").doesNotContain("%zmm");
    assertThat(assembly(module, Programs.release().withCpu("znver4"))).contains("%zmm");
    assertThat(
            assembly(
                module, Programs.release().withCpu("znver4").withVectors(new VectorOptions(true, true, 256))))
        .contains("%ymm").doesNotContain("%zmm");
    assertThat(
            assembly(
                module, Programs.release().withCpu("znver4").withVectors(new VectorOptions(false, false, 0))))
        .doesNotContain("%ymm");
  }

  @Test
  void multiplicationAndAdditionAreFusedOnlyOnRequest() {
    var module = loop();
    var options = Programs.release().withCpu("x86-64-v3");
    assertThat(assembly(module, options)).doesNotContain("vfmadd");
    assertThat(assembly(module, options.withFastMath(true))).contains("vfmadd");
  }

  @Test
  void unknownProcessorIsADiagnostic() {
    var result = LlvmBackend.compile(loop(), Programs.release().withCpu("pentium5"));
    assertThat(result.output()).isEmpty();
    assertThat(result.diagnostics()).singleElement().satisfies(
        each -> assertThat(each.code()).isEqualTo(BackendError.UNKNOWN_CPU));
  }

  @Test
  void onlyExportedFunctionsAndTheEntryAreVisible() {
    ir.define("hidden", IrType.UNIT, List.of(), ir.print("hidden"), "noinline");
    ir.define("shown", IrType.UNIT, List.of(), ir.call("hidden"), "export", "visible");
    String text = Programs.text(ir.module(ir.call("shown")), Programs.release());
    assertThat(text)
        .contains("define internal void @hidden()")
        .contains("define void @shown()")
        .contains("define hidden void @cj_main()");
  }

  @Test
  void outputIsTheSameFromRunToRun() {
    byte[] first = LlvmBackend.compile(loop(), Programs.release()).output().orElseThrow();
    byte[] second = LlvmBackend.compile(new BackendOptionsTest().loop(), Programs.release()).output().orElseThrow();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void deadAllocationsDisappear() {
    ir.define(
        "f", IrType.I64, List.of(),
        ir.sequence(
            ir.store(ir.allocate(IrType.Struct.of(IrType.PTR, IrType.I64)), ir.zero(IrType.PTR)), ir.leave(ir.i64(1))),
        "export");
    String text = Programs.optimized(ir.module(ir.sequence()));
    int start = text.indexOf("@f(");
    assertThat(text.substring(start, text.indexOf("\n}", start))).doesNotContain("cj_alloc");
  }

  @Test
  void objectIsElf() throws IOException {
    byte[] object = LlvmBackend.compile(loop(), Programs.release()).output().orElseThrow();
    assertThat(new String(object, 0, 4, StandardCharsets.ISO_8859_1)).isEqualTo("\u007fELF");
    assertThat(Files.exists(Programs.RUNTIME.resolve("inline.bc"))).isTrue();
  }
}
