package io.codonj.core.infer;

import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import io.codonj.core.typed.TypedStmt;
import java.util.List;

/// Import statements: the modules exist, the names exist, and the modules' top levels run.
final class ImportChecker {
  private final Body body;

  ImportChecker(Body body) {
    this.body = body;
  }

  void imports(Stmt.Import statement, List<TypedStmt> into) {
    for (Stmt.ImportAlias alias : statement.names()) {
      run(alias.name(), alias.span(), into);
      if (!body.isModule()) {
        String root = alias.name().split("\\.")[0];
        String name = alias.alias().isEmpty() ? root : alias.alias();
        body.localSymbols.put(name, new Symbol.ModuleReference(alias.alias().isEmpty() ? root : alias.name()));
      }
    }
  }

  void importFrom(Stmt.ImportFrom statement, List<TypedStmt> into) {
    String source = Declarations.absolute(body.module(), statement.level(), statement.module());
    if (source.equals("__future__")) {
      return;
    }
    if (source.equals(ForeignImports.MODULE)) {
      if (!body.isModule()) {
        for (Stmt.ImportAlias alias : statement.names()) {
          String name = alias.alias().isEmpty() ? alias.name() : alias.alias();
          body.localSymbols.computeIfAbsent(
              name, _ -> ForeignImports.declare(body.program.declarations(), body.module(), alias));
        }
      }
      return;
    }
    run(source, statement.span(), into);
    ModuleSymbol module = body.program.module(source, statement.span().file());
    for (Stmt.ImportAlias alias : statement.names()) {
      if (alias.name().equals("*")) {
        continue;
      }
      Symbol member = body.program.member(module, alias.name());
      if (member == null) {
        if (body.program.module(source + "." + alias.name(), statement.span().file()) == null) {
          throw Suggestions.importName(body, module, alias);
        }
        run(source + "." + alias.name(), alias.span(), into);
        member = new Symbol.ModuleReference(source + "." + alias.name());
      } else if (member instanceof Symbol.ModuleReference(var submodule)) {
        run(submodule, alias.span(), into);
      }
      if (!body.isModule()) {
        body.localSymbols.put(alias.alias().isEmpty() ? alias.name() : alias.alias(), member);
      }
    }
  }

  /// Runs the module and the packages that it is in.
  private void run(String name, Span span, List<TypedStmt> into) {
    for (int dot = name.indexOf('.'); ; dot = name.indexOf('.', dot + 1)) {
      String part = dot < 0 ? name : name.substring(0, dot);
      ModuleSymbol module = body.program.module(part, span.file());
      if (module == null) {
        throw body.error(span, InferenceCode.MODULE_NOT_FOUND, "No module named '" + part + "'");
      }
      ModulePrologue.call(body, module, span, into);
      if (dot < 0) {
        return;
      }
    }
  }
}
