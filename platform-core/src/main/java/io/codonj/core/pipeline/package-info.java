/// Which passes run over the IR, in which order, and what they get: an `IrModule` comes in, an `IrModule` goes out.
/// Open [io.codonj.core.pipeline.StandardPipeline] first.
@NullMarked
package io.codonj.core.pipeline;

import org.jspecify.annotations.NullMarked;
