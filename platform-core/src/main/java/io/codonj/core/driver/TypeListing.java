package io.codonj.core.driver;

import io.codonj.api.types.Type.ClassType;
import io.codonj.core.typed.TypedClass;
import io.codonj.core.typed.TypedFunction;
import io.codonj.core.typed.TypedModule;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What inference found, for `--emit=types`: the program's own classes, variables and function instances. Instances of
/// library functions are left out.
///
/// ```
/// class Point (app.py:3:1)
///   x: float
/// total: int
/// def norm[Point](p: Point) -> float (app.py:9:1)
///   s: float
/// ```
final class TypeListing {
  private static final String MODULE_BODY = ".<module>";

  private final StringBuilder out = new StringBuilder();

  private TypeListing() {}

  /// @param isOwn tells the program's files from the library's
  static String of(TypedModule module, Predicate<String> isOwn) {
    var listing = new TypeListing();
    module.globals().stream()
        .filter(each -> isNamed(each) && isOwn.test(each.span().file().path()))
        .forEach(each -> listing.line("", each));
    var functions =
        module.functions().values().stream().filter(each -> isOwn.test(each.span().file().path())).toList();
    functions.forEach(listing::function);
    var modules = functions.stream().map(TypedFunction::name).filter(each -> each.endsWith(MODULE_BODY))
        .map(each -> each.substring(0, each.length() - MODULE_BODY.length() + 1)).toList();
    module.classes().values().stream()
        .filter(each -> each.type() instanceof ClassType type && modules.stream().anyMatch(type.name()::startsWith))
        .forEach(listing::layout);
    return listing.out.toString();
  }

  /// Neither made up by the compiler nor the flag that a module has run.
  private static boolean isNamed(TypedVariable variable) {
    return !variable.isTemporary() && variable.name().indexOf(' ') < 0;
  }

  private void function(TypedFunction function) {
    String parameters = function.parameters().stream().map(TypedVariable::toString).collect(Collectors.joining(", "));
    out.append("def ").append(function.name()).append('(').append(parameters).append(") -> ");
    out.append(function.result()).append(" (").append(function.span()).append(")\n");
    var locals = new LinkedHashSet<TypedVariable>();
    variables(function.body(), locals);
    function.parameters().forEach(locals::remove);
    locals.stream().filter(each -> !each.isTemporary() && each.scope() == TypedVariable.Scope.LOCAL)
        .forEach(each -> line("  ", each));
  }

  private void layout(TypedClass type) {
    out.append("class ").append(type.type()).append('\n');
    for (TypedClass.Field field : type.fields()) {
      out.append("  ").append(field.name()).append(": ").append(field.type()).append('\n');
    }
  }

  private void line(String indent, TypedVariable variable) {
    out.append(indent).append(variable).append('\n');
  }

  private static void variables(List<TypedStmt> statements, SequencedSet<TypedVariable> found) {
    for (TypedStmt statement : statements) {
      switch (statement) {
        case TypedStmt.Set set -> found.add(set.variable());
        case TypedStmt.If choice -> {
          variables(choice.body(), found);
          variables(choice.orElse(), found);
        }
        case TypedStmt.While loop -> {
          variables(loop.body(), found);
          variables(loop.orElse(), found);
        }
        case TypedStmt.ForRange loop -> {
          found.add(loop.variable());
          variables(loop.body(), found);
          variables(loop.orElse(), found);
        }
        case TypedStmt.ForEach loop -> {
          found.add(loop.variable());
          variables(loop.body(), found);
          variables(loop.orElse(), found);
        }
        case TypedStmt.Labelled block -> variables(block.body(), found);
        case TypedStmt.Region region -> variables(region.body(), found);
        case TypedStmt.Try attempt -> {
          variables(attempt.body(), found);
          for (TypedStmt.Handler handler : attempt.handlers()) {
            found.add(handler.variable());
            variables(handler.body(), found);
          }
          variables(attempt.finalBody(), found);
        }
        case TypedStmt.Evaluate _, TypedStmt.SetField _, TypedStmt.Unbind _, TypedStmt.NewCell _, TypedStmt.Return _,
            TypedStmt.Break _, TypedStmt.Continue _, TypedStmt.Throw _ -> {}
      }
    }
  }
}
