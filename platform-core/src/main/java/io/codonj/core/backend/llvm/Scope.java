package io.codonj.core.backend.llvm;

import io.codonj.api.ir.IrOp;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/// What encloses the place where code is being emitted, from the inside out: where jumps go, what has to be done
/// on the way out, and where exceptions land.
abstract sealed class Scope {
  final @Nullable Scope parent;

  private Scope(@Nullable Scope parent) {
    this.parent = parent;
  }

  /// A loop or block that jumps name.
  static final class Target extends Scope {
    final String label;
    final LLVMBasicBlockRef breakTo;
    final @Nullable LLVMBasicBlockRef continueTo;

    Target(
        @Nullable Scope parent, String label, LLVMBasicBlockRef breakTo, @Nullable LLVMBasicBlockRef continueTo) {
      super(parent);
      this.label = label;
      this.breakTo = breakTo;
      this.continueTo = continueTo;
    }
  }

  /// A scope in which exceptions stop on their way.
  abstract static sealed class Catching extends Scope {
    /// Where calls inside of the scope unwind to; made on first use.
    @Nullable LLVMBasicBlockRef landingPad;

    /// Where this scope decides what to do with an exception that landed here or further inside; made on first use.
    @Nullable LLVMBasicBlockRef dispatch;

    private Catching(@Nullable Scope parent) {
      super(parent);
    }
  }

  /// The protected body of a `try` with handlers.
  static final class Handlers extends Catching {
    final List<IrOp.Handler> handlers;

    Handlers(@Nullable Scope parent, List<IrOp.Handler> handlers) {
      super(parent);
      this.handlers = handlers;
    }
  }

  /// What a `finally` protects: body and handlers.
  static final class Finally extends Catching {
    final IrOp body;

    Finally(@Nullable Scope parent, IrOp body) {
      super(parent);
      this.body = body;
    }
  }

  /// A loop over a generator that nobody else uses, which dies with the loop.
  static final class OwnedGenerator extends Catching {
    final LLVMValueRef handle;

    OwnedGenerator(@Nullable Scope parent, LLVMValueRef handle) {
      super(parent);
      this.handle = handle;
    }
  }

  /// The whole body of a generator, which an exception ends.
  static final class GeneratorBody extends Catching {
    GeneratorBody() {
      super(null);
    }
  }
}
