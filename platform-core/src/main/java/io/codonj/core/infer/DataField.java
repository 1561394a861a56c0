package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One field of a data class, as its annotation and `field(…)` describe it.
///
/// @param isHashed null when `field(hash=…)` does not say
/// @param initOnly an `InitVar`: a parameter of `__init__` that is no field
record DataField(
    String name, Expr annotation, @Nullable Expr defaultValue, @Nullable Expr factory, boolean inInit, boolean inRepr,
    boolean isCompared, @Nullable Boolean isHashed, boolean keywordOnly, boolean initOnly, ClassSymbol owner) {

  boolean hasDefault() {
    return defaultValue != null || factory != null;
  }

  boolean hashed() {
    return isHashed == null ? isCompared : isHashed;
  }

  Span span() {
    return annotation.span();
  }

  /// The fields of a data class and its bases, in the order of `__init__`.
  static List<DataField> of(ClassSymbol symbol) {
    var result = new LinkedHashMap<String, DataField>();
    for (ClassSymbol ancestor : symbol.linearization.reversed()) {
      if (ancestor.isDataclass) {
        own(ancestor).forEach(f -> result.put(f.name, f));
      }
    }
    return new ArrayList<>(result.values());
  }

  static List<DataField> own(ClassSymbol symbol) {
    var result = new ArrayList<DataField>();
    boolean keywordOnly = option(symbol, "kw_only", false);
    for (Stmt statement : symbol.definition.body()) {
      if (!(statement instanceof Stmt.AnnotatedAssign(_, Expr.Name(_, var name), var annotation, var value))) {
        continue;
      }
      String head = GeneratedMethods.head(annotation);
      if (head.equals("KW_ONLY")) {
        keywordOnly = true;
      } else if (!head.equals("ClassVar")) {
        result.add(field(symbol, name, annotation, value, keywordOnly));
      }
    }
    return result;
  }

  static boolean isFieldCall(@Nullable Expr value) {
    return value instanceof Expr.Call call && Declarations.decoratorName(call).equals("field");
  }

  private static DataField field(
      ClassSymbol symbol, String name, Expr annotation, @Nullable Expr value, boolean keywordOnly) {
    boolean initOnly = GeneratedMethods.head(annotation).equals("InitVar");
    Expr type = initOnly && annotation instanceof Expr.Subscript(_, _, var inner) ? inner : annotation;
    if (!isFieldCall(value)) {
      return new DataField(name, type, value, null, true, !initOnly, !initOnly, null, keywordOnly, initOnly, symbol);
    }
    var options = options((Expr.Call) value);
    return new DataField(name, type, options.get("default"), options.get("default_factory"),
        flag(options.get("init"), true), flag(options.get("repr"), true) && !initOnly,
        flag(options.get("compare"), true) && !initOnly,
        options.get("hash") instanceof Expr.BoolLiteral(_, var hash) ? (Boolean) hash : null,
        flag(options.get("kw_only"), keywordOnly), initOnly, symbol);
  }

  private static Map<String, Expr> options(Expr.Call call) {
    var result = new LinkedHashMap<String, Expr>();
    call.arguments().forEach(a -> result.put(a.name(), a.value()));
    return result;
  }

  private static boolean flag(@Nullable Expr value, boolean otherwise) {
    return value instanceof Expr.BoolLiteral(_, var flag) ? flag : otherwise;
  }

  /// An option of `@dataclass(…)`.
  static boolean option(ClassSymbol symbol, String name, boolean otherwise) {
    for (Expr decorator : symbol.definition.decorators()) {
      if (decorator instanceof Expr.Call call && Declarations.decoratorName(call).equals("dataclass")) {
        return flag(options(call).get(name), otherwise);
      }
    }
    return otherwise;
  }
}
