package io.codonj.core.backend.link;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.Span;
import io.codonj.core.source.UniqueName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Calls `ld.lld`.
///
/// ```
/// ld.lld -pie ... start.o program.o runtime.o lib*.a -l... libc.so.6 libm.so.6 libgcc_s.so.1 -o program
/// ld.lld -shared ... the same, with shared/libgc.so.1 instead of libgc.a
/// ld.lld -r start.o program.o runtime.o lib*.a -o object
/// ```
public final class Linker {
  private static final Path TEMPORARY_FILES = Path.of(System.getProperty("java.io.tmpdir"));
  private static final String LOADER = "/lib64/ld-linux-x86-64.so.2";

  /// What every program needs of the system: C, mathematics, and the unwinder.
  private static final List<String> SYSTEM_LIBRARIES = List.of("libc.so.6", "libm.so.6", "libgcc_s.so.1");

  /// The static collector addresses its thread-local variables as only executables may.
  private static final String STATIC_COLLECTOR = "libgc.a";

  /// Libraries that shared libraries made by us are loaded with.
  private static final String SHARED = "shared";

  private static final List<String> SYSTEM_LIBRARIES_AND_COLLECTOR =
      Stream.concat(Stream.of("libgc.so.1"), SYSTEM_LIBRARIES.stream()).toList();

  private static final Pattern SHARED_NAME = Pattern.compile("\\.so(\\.[0-9.]+)?$");

  private static final Pattern UNDEFINED = Pattern.compile("undefined symbol: (.+)");
  private static final Pattern NOT_WRITABLE = Pattern.compile("cannot open output file (.+?): (.+)|failed to write output '(.+?)': (.+)");
  private static final int LARGEST_REPORT = 20;

  private Linker() {}

  /// Links object code into a file; the result lists what went wrong and is empty when the file was made.
  public static List<Diagnostic> link(byte[] object, LinkRequest request) {
    var problems = new ArrayList<Diagnostic>();
    var command = command(request, problems);
    if (!problems.isEmpty()) {
      return problems;
    }
    try {
      Path program = TEMPORARY_FILES.resolve("codonj-" + UniqueName.next() + ".o");
      try {
        Files.write(program, object, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        command.add(program.toString());
        return run(command, request);
      } finally {
        Files.deleteIfExists(program);
      }
    } catch (IOException problem) {
      return List.of(problem(LinkError.LINKER_FAILED, "cannot link: " + problem.getMessage()));
    }
  }

  private static List<String> command(LinkRequest request, List<Diagnostic> problems) {
    var command = new ArrayList<String>();
    command.add(request.linker().toString());
    command.addAll(List.of("--hash-style=gnu", "-z", "noexecstack", "--threads=1"));
    switch (request.kind()) {
      case EXECUTABLE -> command.addAll(List.of("--eh-frame-hdr", "--gc-sections", "-pie", "-dynamic-linker", LOADER));
      case SHARED_LIBRARY -> {
        command.addAll(List.of("--eh-frame-hdr", "--gc-sections", "-shared", "-z", "nodelete"));
      }
      case OBJECT -> command.add("-r");
    }
    command.add(request.runtime().resolve("start.o").toString());
    command.addAll(request.flags());
    command.addAll(List.of("-o", request.output().toString()));
    command.add(request.runtime().resolve("runtime.o").toString());
    boolean shared = request.kind() == LinkRequest.Kind.SHARED_LIBRARY;
    command.addAll(staticLibraries(request.runtime(), shared));
    request.parts().forEach(part -> command.add(part.toString()));
    command.addAll(searchPath(request));
    if (request.kind() == LinkRequest.Kind.OBJECT) {
      return command; // what the system has is added when the program is linked
    }
    var path = new ArrayList<>(request.libraryPath());
    path.add(request.runtime().resolve(SHARED));
    var search = new LibrarySearch(path);
    for (String name : new LinkedHashSet<>(request.libraries())) {
      Optional<Path> found = search.library(name);
      if (found.isPresent()) {
        command.add(found.get().toString());
      } else {
        problems.add(
            problem(LinkError.LIBRARY_NOT_FOUND, "library '" + name + "' not found")
                .withNote("looked for lib" + name + ".so, lib" + name + ".a and lib" + name + ".so.* in the usual directories"));
      }
    }
    for (String name : shared ? SYSTEM_LIBRARIES_AND_COLLECTOR : SYSTEM_LIBRARIES) {
      Optional<Path> found = search.file(name);
      if (found.isPresent()) {
        command.add(found.get().toString());
      } else {
        problems.add(
            problem(LinkError.SYSTEM_LIBRARY_NOT_FOUND, "this system has no " + name)
                .withNote("executables are linked against glibc and the unwinder of gcc"));
      }
    }
    return command;
  }

  /// Whether a part is a library that is loaded when the program starts.
  public static boolean isShared(Path part) {
    return SHARED_NAME.matcher(part.getFileName().toString()).find();
  }

  /// Where shared libraries are looked for: beside the program, then where they lie now.
  private static List<String> searchPath(LinkRequest request) {
    var directories = new LinkedHashSet<String>();
    if (request.kind() == LinkRequest.Kind.SHARED_LIBRARY) {
      directories.add(request.runtime().resolve(SHARED).toString());
    }
    request.parts().stream().filter(Linker::isShared).forEach(part -> directories.add(part.toAbsolutePath().getParent().toString()));
    return directories.isEmpty() || request.kind() == LinkRequest.Kind.OBJECT
        ? List.of() : List.of("-rpath", "$ORIGIN:" + String.join(":", directories));
  }

  /// What the C runtime is built on; the linker takes of them what the program uses.
  private static List<String> staticLibraries(Path runtime, boolean shared) {
    try (Stream<Path> files = Files.list(runtime)) {
      return files
          .map(Path::toString)
          .filter(each -> each.endsWith(".a") && !(shared && each.endsWith(STATIC_COLLECTOR)))
          .sorted()
          .toList();
    } catch (IOException problem) {
      throw new CompilerBug("the installation lacks " + runtime);
    }
  }

  private static List<Diagnostic> run(List<String> command, LinkRequest request) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return process.waitFor() == 0 ? List.of() : explain(report, request);
    } catch (InterruptedException _) {
      process.destroy();
      Thread.currentThread().interrupt();
      return List.of(problem(LinkError.LINKER_FAILED, "linking was interrupted"));
    }
  }

  private static List<Diagnostic> explain(String report, LinkRequest request) {
    var symbols = new LinkedHashSet<String>();
    for (Matcher match = UNDEFINED.matcher(report); match.find(); ) {
      symbols.add(match.group(1).strip());
    }
    if (!symbols.isEmpty()) {
      return symbols.stream().map(Linker::undefined).toList();
    }
    if (NOT_WRITABLE.matcher(report).find()) {
      return List.of(
          problem(LinkError.OUTPUT_NOT_WRITABLE, "cannot write " + request.output()).withNote(shortened(report)));
    }
    return List.of(problem(LinkError.LINKER_FAILED, "the linker failed").withNote(shortened(report)));
  }

  private static Diagnostic undefined(String symbol) {
    return problem(LinkError.UNDEFINED_SYMBOL, "nothing defines the C function '" + symbol + "'")
        .withNote("name the library that has it with -l");
  }

  private static String shortened(String report) {
    return String.join("\n", report.lines().limit(LARGEST_REPORT).toList());
  }

  private static Diagnostic problem(LinkError error, String message) {
    return Diagnostic.of(error, Span.NONE, message);
  }
}
