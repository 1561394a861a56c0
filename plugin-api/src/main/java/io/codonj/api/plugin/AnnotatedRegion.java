package io.codonj.api.plugin;

import io.codonj.api.Stable;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import java.util.List;

/// A mark on a loop (`@par for …`) that stays through type checking and lowering, until a pass of the plugin rewrites
/// it: the loop is then the body of an [io.codonj.api.ir.IrOp.Region]. A region that no pass has taken away means its
/// body.
///
/// A keyword makes a region of any statements by expanding to an [io.codonj.api.ast.Stmt.Region].
@Stable(since = "0.1")
public interface AnnotatedRegion {

  /// The name of the decorator, and the beginning of the region's annotation.
  String name();

  /// Checks the decorator's arguments and says what of them goes on.
  ///
  /// @param decorator the name, or a call of it with arguments
  /// @param loop what it stands on
  Mark mark(Expr decorator, Stmt.For loop, ExpansionContext context);

  /// What becomes of a decorator.
  ///
  /// @param annotation the region's [io.codonj.api.ir.IrOp.Region#annotation]: the name, followed by what is known
  ///     already while the program is compiled, in a form of the plugin's choice (`par schedule=dynamic`)
  /// @param arguments evaluated before the region, in the order of [io.codonj.api.ir.IrOp.Region#arguments]
  record Mark(String annotation, List<Expr> arguments) {
    public Mark {
      arguments = List.copyOf(arguments);
    }
  }
}
