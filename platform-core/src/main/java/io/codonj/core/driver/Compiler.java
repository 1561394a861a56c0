package io.codonj.core.driver;

import io.codonj.api.ast.Module;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.ir.IrModule;
import io.codonj.api.source.SourceFile;
import io.codonj.core.backend.link.LinkRequest;
import io.codonj.core.backend.link.Linker;
import io.codonj.core.backend.llvm.BackendOptions;
import io.codonj.core.backend.llvm.BackendResult;
import io.codonj.core.backend.llvm.LlvmBackend;
import io.codonj.core.backend.llvm.Output;
import io.codonj.core.expand.Expander;
import io.codonj.core.expand.SyntaxInForce;
import io.codonj.core.infer.CheckOptions;
import io.codonj.core.infer.Checker;
import io.codonj.core.lower.Lowering;
import io.codonj.core.pipeline.LibraryRealizer;
import io.codonj.core.pipeline.PassManager;
import io.codonj.core.pipeline.PassObserver;
import io.codonj.core.pipeline.PassOptions;
import io.codonj.core.pipeline.PipelineContext;
import io.codonj.core.pipeline.StandardPipeline;
import io.codonj.core.plugin.PluginSet;
import io.codonj.core.source.InputRecord;
import io.codonj.core.source.Installation;
import io.codonj.core.source.ModuleLoader;
import io.codonj.core.source.PluginLibrary;
import io.codonj.core.source.SourceReader;
import io.codonj.core.syntax.ParseResult;
import io.codonj.core.syntax.Parser;
import io.codonj.core.syntax.TokenListing;
import io.codonj.core.typed.TypedModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The way from source to executable, one method per hop. Each takes what the one before it gives.
///
/// ```
/// read -> parse -> expand -> infer -> lower -> optimize -> emit -> link
/// ```
/// Problems of the program go to the sink; a hop that cannot give a result because of them gives an empty one.
public final class Compiler {
  private static final String MAIN_MODULE = "__main__";

  private final Installation installation;
  private final BuildOptions options;
  private final InputRecord inputs;
  private final DiagnosticSink sink;
  private final UnaryOperator<Module> rewrite;
  private final PluginSet plugins;

  private LibraryRealizer realizer = LibraryRealizer.NONE;

  public Compiler(Installation installation, BuildOptions options, InputRecord inputs, DiagnosticSink sink) {
    this(installation, options, inputs, sink, UnaryOperator.identity());
  }

  /// @param rewrite applied to the user's modules once they are parsed
  public Compiler(
      Installation installation, BuildOptions options, InputRecord inputs, DiagnosticSink sink,
      UnaryOperator<Module> rewrite) {
    this.rewrite = rewrite;
    this.installation = installation;
    this.options = options;
    this.inputs = inputs;
    this.sink = sink;
    this.plugins = new PluginSet(options.plugins().catalog(installation), options.plugins().inForce(), inputs, sink);
  }

  public Optional<SourceFile> read(String file) {
    var reader = new SourceReader(inputs, sink);
    if (!file.equals(CompileRequest.STANDARD_INPUT)) {
      return reader.read(Path.of(file), file);
    }
    try {
      return reader.decode(System.in.readAllBytes(), "<stdin>");
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  public String tokens(SourceFile file) {
    return TokenListing.of(file, SyntaxInForce.of(plugins.inForce(file), sink).options(), sink);
  }

  /// The tree, with the syntax of plugins replaced by plain syntax.
  public Optional<Module> parse(SourceFile file) {
    SyntaxInForce syntax = SyntaxInForce.of(plugins.inForce(file), sink);
    if (!plugins.isComplete()) {
      return Optional.empty();
    }
    ParseResult result = Parser.parse(file, MAIN_MODULE, syntax.options());
    result.problems().forEach(sink::report);
    return result.succeeded() ? Optional.of(expand(result.module(), syntax)) : Optional.empty();
  }

  private Module parseImported(SourceFile file, String dottedName) {
    SyntaxInForce syntax = SyntaxInForce.of(plugins.inForce(file), sink);
    ParseResult result = Parser.parse(file, dottedName, syntax.options());
    result.problems().forEach(sink::report);
    return result.succeeded() ? expand(result.module(), syntax) : result.module();
  }

  private Module expand(Module module, SyntaxInForce syntax) {
    return rewrite.apply(Expander.expand(module, syntax, sink));
  }

  public Optional<TypedModule> infer(Module module) {
    Path main = Path.of(module.span().file().path());
    var modules = new ModuleLoader(
        installation, main, options.modulePath(), inputs, sink, this::parseImported,
        name -> plugins.ofModule(name).map(each -> new PluginLibrary(each.id(), each.library())));
    boolean checksOverflow = options.overflow() == BuildOptions.Overflow.CHECK;
    boolean divisionOfC = options.numerics() == BuildOptions.Numerics.C;
    var rules = new CheckOptions(
        options.debug(), checksOverflow, divisionOfC, plugins.runParallelPipes(), options.defines());
    var checker = new Checker(modules, sink, rules);
    Optional<TypedModule> typed = checker.check(module);
    realizer = checker.instances().<LibraryRealizer>map(CheckedLibrary::new).orElse(LibraryRealizer.NONE);
    return typed;
  }

  /// Makes instances in the program that was checked last.
  LibraryRealizer realizer() {
    return realizer;
  }

  public IrModule lower(TypedModule module) {
    return Lowering.lower(module);
  }

  public IrModule optimize(IrModule module, PassObserver observer) {
    var passes =
        new PassOptions(options.verifyIr(), new LinkedHashSet<>(options.disabledPasses()), observer);
    var context = new PipelineContext(realizer, sink);
    var pipeline = StandardPipeline.passes(options.debug(), plugins.passes(), sink);
    return new PassManager(pipeline, passes).run(module, context);
  }

  /// Object code, or LLVM's text or assembly.
  public BackendResult emit(IrModule module, Output output) {
    return emit(module, output, false);
  }

  /// @param forHosts the code is to run in other processes than those that our own entry starts
  BackendResult emit(IrModule module, Output output, boolean forHosts) {
    Path runtime = installation.runtime().resolve("runtime.bc");
    Path libraries = installation.nativeLibraries();
    BackendOptions shape =
        options.debug() ? BackendOptions.debug(libraries, runtime) : BackendOptions.release(libraries, runtime);
    BackendResult result =
        LlvmBackend.compile(
            module, shape.withCpu(options.cpu()).withFastMath(options.fastMath()).withOutput(output)
                .withSharedLibrary(forHosts));
    result.diagnostics().forEach(sink::report);
    return result;
  }

  /// Makes an executable from the object code of a module; false when that failed.
  public boolean link(byte[] object, IrModule module, Path executable) {
    return link(object, module, LinkRequest.Kind.EXECUTABLE, executable);
  }

  boolean link(byte[] object, IrModule module, LinkRequest.Kind kind, Path output) {
    var request =
        new LinkRequest(
            installation.linker(),
            installation.runtime(),
            kind,
            NativeParts.of(module, installation, plugins.nativeParts()),
            options.libraries(),
            List.of(),
            options.linkerFlags(),
            output);
    List<Diagnostic> problems = Linker.link(object, request);
    problems.forEach(sink::report);
    return problems.isEmpty();
  }
}
