package io.codonj.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrParser;
import io.codonj.api.ir.IrPrinter;
import io.codonj.api.ir.IrSyntaxException;
import io.codonj.api.ir.IrVerifier;
import io.codonj.api.pass.IrPass;
import io.codonj.core.pipeline.PassManager;
import io.codonj.core.pipeline.PassOptions;
import io.codonj.core.pipeline.PipelineContext;
import io.codonj.core.pipeline.StandardPipeline;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The stages that start from the text of IR.
///
/// - `ir/print`: what was read, printed; reading that again must give the same.
/// - `ir/verify`: the violations, one a line.
/// - `ir/syntax`: the message of the parser.
/// - `passes/PASS-ID`: the module after one pass, or `unchanged`.
final class IrStages {
  private IrStages() {}

  static String run(Path file, String input) {
    String stage = file.getName(0) + "/" + file.getName(1);
    return switch (stage) {
      case "ir/print" -> print(input);
      case "ir/verify" -> verify(input);
      case "ir/syntax" -> syntax(input);
      default -> pass(file.getName(1).toString(), input);
    };
  }

  private static String print(String input) {
    String printed = IrPrinter.print(IrParser.parse(input));
    assertThat(IrPrinter.print(IrParser.parse(printed))).isEqualTo(printed);
    return printed;
  }

  private static String verify(String input) {
    var violations = IrVerifier.verify(IrParser.parse(input));
    return violations.isEmpty()
        ? "valid"
        : violations.stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  private static String syntax(String input) {
    try {
      IrParser.parse(input);
      return "no error";
    } catch (IrSyntaxException problem) {
      return problem.getMessage();
    }
  }

  private static String pass(String id, String input) {
    IrPass pass = StandardPipeline.passes().stream()
        .filter(candidate -> candidate.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no pass " + id));
    IrModule module = IrParser.parse(input);
    var context = new PipelineContext(new SlotRealizer(module), problem -> {
      throw new AssertionError(problem);
    });
    IrModule result = new PassManager(List.of(pass), PassOptions.VERIFYING).run(module, context);
    return result == module ? "unchanged" : IrPrinter.print(result);
  }
}
