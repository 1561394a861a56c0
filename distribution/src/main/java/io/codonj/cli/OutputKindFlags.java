package io.codonj.cli;

import io.codonj.core.driver.Product;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What `build` is to make: Codon's flags, and `--emit`.
final class OutputKindFlags {
  @Option(names = {"-exe", "--exe"}, description = "An executable (the default).")
  boolean executable;

  @Option(names = {"-obj", "--obj"}, description = "An object file to link with a C program; the runtime is in it.")
  boolean object;

  @Option(names = {"-llvm", "--llvm"}, description = "LLVM IR, as --emit=llvm.")
  boolean llvm;

  @Option(names = {"-asm", "--asm"}, description = "Assembly, as --emit=asm.")
  boolean assembly;

  @Option(names = {"-lib", "--lib"}, description = "A shared library with the functions marked @export.")
  boolean library;

  @Option(names = {"-pyext", "--pyext"}, hidden = true)
  boolean pythonExtension;

  @Option(
      names = {"-emit", "--emit"},
      paramLabel = "FORM",
      description = "An intermediate form: tokens, ast, types, ir, llvm, asm or obj.")
  @Nullable Form form;

  /// @param otherwise what is made where no flag says it
  Product product(Product otherwise) {
    if (pythonExtension) {
      throw new UsageError("-pyext: extensions of CPython are made by the plugin 'python', which is not installed");
    }
    if (form != null) {
      return form.product;
    }
    if (library) {
      return Product.SHARED_LIBRARY;
    }
    return object ? Product.LINKABLE_OBJECT : llvm ? Product.LLVM : assembly ? Product.ASSEMBLY : executable ? Product.EXECUTABLE : otherwise;
  }

  /// The words of `--emit`.
  enum Form {
    tokens(Product.TOKENS),
    ast(Product.AST),
    types(Product.TYPES),
    ir(Product.IR),
    llvm(Product.LLVM),
    asm(Product.ASSEMBLY),
    obj(Product.OBJECT);

    private final Product product;

    Form(Product product) {
      this.product = product;
    }
  }
}
