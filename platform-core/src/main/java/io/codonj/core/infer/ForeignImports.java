package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `from C import name(types) -> type as alias`: C functions, which the linker finds by their name.
final class ForeignImports {
  static final String MODULE = "C";

  private ForeignImports() {}

  static FunctionSymbol declare(Declarations declarations, ModuleSymbol module, Stmt.ImportAlias alias) {
    var signature = alias.signature();
    if (signature == null) {
      throw CheckError.at(alias.span(), InferenceCode.FOREIGN_SIGNATURE,
          "an imported C function needs its types: from C import " + alias.name() + "(int) -> int");
    }
    if (signature.parameters() == null) {
      throw CheckError.at(alias.span(), InferenceCode.NOT_SUPPORTED_YET, "C variables cannot be imported yet");
    }
    Span span = alias.span();
    var at = new Origin(span, Integer.MIN_VALUE + span.start());
    var parameters = new ArrayList<Parameter>();
    for (Expr type : signature.parameters()) {
      parameters.add(new Parameter(
          type.span(), "argument" + parameters.size(), Parameter.ParameterKind.POSITIONAL_ONLY, type, null));
    }
    Expr result = signature.result() == null ? new Expr.NoneLiteral(at) : signature.result();
    var definition = new Stmt.FunctionDef(at, span, alias.alias().isEmpty() ? alias.name() : alias.alias(), List.of(),
        List.of(), parameters, result, List.of(new Stmt.Pass(at)), false, null);
    FunctionSymbol symbol = declarations.declareFunction(definition, module.name, module, null, null, Map.of());
    symbol.foreign = alias.name();
    return symbol;
  }
}
