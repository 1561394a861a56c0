package io.codonj.core.driver;

import io.codonj.api.ast.AstPrinter;
import io.codonj.api.ast.Module;
import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrPrinter;
import io.codonj.api.source.SourceFile;
import io.codonj.core.backend.link.LinkRequest;
import io.codonj.core.backend.llvm.BackendResult;
import io.codonj.core.backend.llvm.Output;
import io.codonj.core.plugin.MissingPlugins;
import io.codonj.core.source.InputRecord;
import io.codonj.core.source.Installation;
import io.codonj.core.source.ModuleLoader;
import io.codonj.core.typed.TypedModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Walks the hops of [Compiler] as far as a request asks for. The only place that turns unexpected exceptions into a
/// [CompilerBug].
public final class Compilation {
  private final Installation installation;
  private final UnaryOperator<Module> rewrite;

  public Compilation(Installation installation) {
    this(installation, UnaryOperator.identity());
  }

  /// @param rewrite applied to the user's modules once they are parsed
  public Compilation(Installation installation, UnaryOperator<Module> rewrite) {
    this.installation = installation;
    this.rewrite = rewrite;
  }

  /// The tree of one file; empty when it has errors, which go to the sink.
  public Optional<Module> parse(String file, BuildOptions options, DiagnosticSink sink) {
    var compiler = new Compiler(installation, options, new InputRecord(), sink, rewrite);
    return compiler.read(file).flatMap(compiler::parse);
  }

  public CompileResult run(CompileRequest request) {
    return run(request, new HopTimes());
  }

  /// @param times noted while the compilation runs
  public CompileResult run(CompileRequest request, HopTimes times) {
    var walk = new Walk(request, times);
    try {
      boolean succeeded = walk.run();
      return new CompileResult(
          succeeded && !walk.sink.hasErrors(), walk.text, walk.diagnostics(), walk.times, walk.inputs);
    } catch (CompilerBug bug) {
      throw bug;
    } catch (RuntimeException | StackOverflowError | AssertionError problem) {
      throw new CompilerBug("in " + walk.times.current() + ": " + problem, problem);
    }
  }

  /// The state of one run.
  private final class Walk {
    final CompileRequest request;
    final CollectedDiagnostics sink = new CollectedDiagnostics();
    final InputRecord inputs = new InputRecord();
    final HopTimes times;
    final Compiler compiler;
    Optional<String> text = Optional.empty();

    Walk(CompileRequest request, HopTimes times) {
      this.times = times;
      this.request = request;
      this.compiler = new Compiler(installation, request.options(), inputs, sink, rewrite);
    }

    /// With the names of plugins that errors may come from the lack of.
    List<Diagnostic> diagnostics() {
      List<Diagnostic> all = sink.inSourceOrder();
      if (!sink.hasErrors()) {
        return all;
      }
      var missing = new MissingPlugins(request.options().plugins().catalog(installation));
      return all.stream().map(missing::explain).toList();
    }

    /// True when the product was made.
    boolean run() {
      Optional<SourceFile> file = times.measure("read", () -> compiler.read(request.file()));
      if (file.isEmpty()) {
        return false;
      }
      if (request.product() == Product.TOKENS) {
        return give(times.measure("tokens", () -> compiler.tokens(file.get())));
      }
      Optional<Module> module = times.measure("parse", () -> compiler.parse(file.get()));
      if (module.isEmpty() || sink.hasErrors()) {
        return false;
      }
      if (request.product() == Product.AST) {
        return give(AstPrinter.print(module.get()));
      }
      Optional<TypedModule> typed = times.measure("infer", () -> compiler.infer(module.get()));
      if (typed.isEmpty() || sink.hasErrors()) {
        return false;
      }
      return switch (request.product()) {
        case TOKENS, AST, CHECKED -> true;
        case TYPES -> give(TypeListing.of(typed.get(), path -> !ModuleLoader.isLibraryPath(path)));
        case IR, LLVM, ASSEMBLY, OBJECT, LINKABLE_OBJECT, SHARED_LIBRARY, EXECUTABLE -> generate(typed.get());
      };
    }

    private boolean generate(TypedModule typed) {
      IrModule lowered = times.measure("lower", () -> compiler.lower(typed));
      IrModule optimized =
          times.measure(
              "passes",
              () -> compiler.optimize(lowered, (pass, _, nanoseconds) -> times.add("  " + pass, nanoseconds)));
      if (sink.hasErrors()) {
        return false;
      }
      return switch (request.product()) {
        case TOKENS, AST, TYPES, CHECKED -> true;
        case IR -> give(IrPrinter.print(optimized));
        case LLVM -> give(emit(optimized, Output.LLVM_TEXT).text());
        case ASSEMBLY -> give(emit(optimized, Output.ASSEMBLY_TEXT).text());
        case OBJECT -> emit(optimized, Output.OBJECT).output().map(this::write).orElse(false);
        case EXECUTABLE -> link(optimized, LinkRequest.Kind.EXECUTABLE);
        case SHARED_LIBRARY -> link(optimized, LinkRequest.Kind.SHARED_LIBRARY);
        case LINKABLE_OBJECT -> link(optimized, LinkRequest.Kind.OBJECT);
      };
    }

    private boolean link(IrModule module, LinkRequest.Kind kind) {
      return emit(module, Output.OBJECT)
          .output()
          .map(object -> times.measure("link", () -> compiler.link(object, module, kind, request.output())))
          .orElse(false);
    }

    private BackendResult emit(IrModule module, Output output) {
      BackendResult result = times.measure("emit", () -> compiler.emit(module, output, isForHosts()));
      result.times().forEach(step -> times.add("  " + step.step(), step.nanoseconds()));
      return result;
    }

    /// The code is loaded into, or linked with, programs that are not ours.
    private boolean isForHosts() {
      return request.product() == Product.SHARED_LIBRARY || request.product() == Product.LINKABLE_OBJECT;
    }

    private boolean write(byte[] object) {
      try {
        Files.write(request.output(), object);
        return true;
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    }

    private boolean give(String product) {
      text = Optional.of(product);
      return true;
    }
  }
}
