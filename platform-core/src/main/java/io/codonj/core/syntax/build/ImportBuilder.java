package io.codonj.core.syntax.build;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.ast.Stmt.ForeignSignature;
import io.codonj.api.ast.Stmt.ImportAlias;
import io.codonj.api.source.Span;
import io.codonj.core.syntax.SyntaxErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Import statements, with the foreign signatures of `from C import …` and `from python import …`.
final class ImportBuilder {
  private final BuildContext context;

  ImportBuilder(BuildContext context) {
    this.context = context;
  }

  Stmt plain(ImportStatementContext node) {
    var names = new ArrayList<ImportAlias>(node.modules.size());
    for (ImportedModuleContext module : node.modules) {
      names.add(new ImportAlias(context.span(module), dotted(module.path), text(module.alias), null));
    }
    return new Stmt.Import(context.origin(node), Collections.unmodifiableList(names));
  }

  Stmt from(FromStatementContext node) {
    int level = 0;
    for (Token dot : node.dots) {
      level += dot.getType() == ELLIPSIS ? 3 : 1;
    }
    String module = node.path == null ? "" : dotted(node.path);
    if (level == 0 && module.isEmpty()) {
      context.invalid(context.span(node));
    }
    boolean foreign = level == 0 && (module.equals("C") || module.equals("python"));
    var names = new ArrayList<ImportAlias>();
    if (node.star != null) {
      names.add(new ImportAlias(context.span(node.star), "*", "", null));
    }
    for (ImportedNameContext name : node.names) {
      names.add(alias(name, foreign));
    }
    return new Stmt.ImportFrom(context.origin(node), level, module, Collections.unmodifiableList(names));
  }

  private ImportAlias alias(ImportedNameContext node, boolean foreign) {
    String name = dotted(node.path);
    ForeignSignature signature = signature(node);
    if (!foreign && node.path.names.size() > 1) {
      context.invalid(context.span(node.path));
    } else if (!foreign && signature != null) {
      refuse(context.span(node), "types can be given only for names imported from C or python");
    } else if (signature != null) {
      context.dialectOnly(context.span(node), "an import with types");
    }
    return new ImportAlias(context.span(node), name, text(node.alias), signature);
  }

  private @Nullable ForeignSignature signature(ImportedNameContext node) {
    if (node.open == null) {
      if (node.result != null) {
        refuse(context.span(node), "a result type needs a parameter list before it");
      }
      Expr type = context.expressions.optional(node.type_);
      return type == null ? null : new ForeignSignature(null, type);
    }
    if (node.type_ != null) {
      refuse(context.span(node), "the result type of a function follows '->'");
    }
    var parameters = new ArrayList<Expr>(node.parameters.size());
    for (ForeignParameterContext parameter : node.parameters) {
      // `name: type` is accepted as documentation; only the type matters.
      parameters.add(context.expressions.expression(parameter.type_ != null ? parameter.type_ : parameter.first));
    }
    Expr result = context.expressions.optional(node.result);
    return new ForeignSignature(Collections.unmodifiableList(parameters), result);
  }

  private static String dotted(DottedNameContext node) {
    List<Token> names = node.names;
    if (names.size() == 1) {
      return names.getFirst().getText();
    }
    var path = new StringJoiner(".");
    for (Token name : names) {
      path.add(name.getText());
    }
    return path.toString();
  }

  private static String text(@Nullable Token name) {
    return name == null ? "" : name.getText();
  }

  private void refuse(Span span, String message) {
    context.report(SyntaxErrorCode.INVALID_IMPORT, span, message);
  }
}
