package io.codonj.api.ir;

import org.jspecify.annotations.Nullable;

/// A global variable. `initializer` consists of constants and structs of them; null means zero.
public record IrGlobal(Variable variable, @Nullable IrOp initializer, boolean constant) {}
