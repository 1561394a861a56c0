package io.codonj.core.backend.llvm;

import io.codonj.api.diagnostic.CompilerBug;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/// Loads LLVM from the installation, without JavaCPP's own loader, which would unpack half a gigabyte and search
/// the class path at each start.
public final class NativeLibraries {
  private static final String LLVM_FOLDER = "org/bytedeco/llvm/linux-x86_64/";
  private static final String JAVACPP_FOLDER = "org/bytedeco/javacpp/linux-x86_64/";

  /// In the order in which one needs the other; RUNPATH `$ORIGIN` finds the rest.
  private static final List<String> LIBRARIES =
      List.of("libjnijavacpp.so", "libLLVM.so.20.1", "libLTO.so.20.1", "libRemarks.so.20.1", "libjniLLVM.so");

  /// What LLVM is built on. A distribution brings them along; elsewhere the system has them.
  private static final List<String> FOUNDATIONS = List.of("libz.so.1", "libstdc++.so.6");

  private static @Nullable Path loadedFrom;

  private NativeLibraries() {}

  /// Loads the libraries of `directory` once per process; must run before any class of `org.bytedeco.llvm` is used.
  @SuppressWarnings("restricted") // loading native code is what this class is for
  public static synchronized void load(Path directory) {
    if (loadedFrom != null) {
      return;
    }
    System.setProperty("org.bytedeco.javacpp.loadlibraries", "false");
    System.setProperty("org.bytedeco.javacpp.loadLibraries", "false");
    // Handles are LLVM's: JavaCPP need neither count their memory nor free it.
    System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
    System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    for (String library : FOUNDATIONS) {
      Path file = directory.resolve(library).toAbsolutePath();
      if (Files.exists(file)) {
        System.load(file.toString());
      }
    }
    for (String library : LIBRARIES) {
      Path file = directory.resolve(library).toAbsolutePath();
      if (!Files.exists(file)) {
        throw new CompilerBug("the installation lacks " + file);
      }
      System.load(file.toString());
    }
    loadedFrom = directory;
  }

  /// Takes the libraries and the linker out of the two platform jars; files that are there already stay.
  public static void extract(Path llvmJar, Path javacppJar, Path directory) throws IOException {
    Files.createDirectories(directory);
    SequencedMap<String, String> wanted = new LinkedHashMap<>();
    wanted.put("libLLVM.so", "libLLVM.so.20.1");
    wanted.put("libLTO.so", "libLTO.so.20.1");
    wanted.put("libRemarks.so", "libRemarks.so.20.1");
    wanted.put("libjniLLVM.so", "libjniLLVM.so");
    wanted.put("lld", "ld.lld");
    copy(llvmJar, LLVM_FOLDER, wanted, directory);
    copy(javacppJar, JAVACPP_FOLDER, Map.of("libjnijavacpp.so", "libjnijavacpp.so"), directory);
  }

  private static void copy(Path jar, String folder, Map<String, String> wanted, Path directory) throws IOException {
    try (var archive = new JarFile(jar.toFile())) {
      for (var entry : wanted.entrySet()) {
        Path target = directory.resolve(entry.getValue());
        if (Files.exists(target)) {
          continue;
        }
        var source = archive.getEntry(folder + entry.getKey());
        if (source == null) {
          throw new IOException(jar + " has no " + folder + entry.getKey());
        }
        // Another process may be doing the same: each writes a file of its own and renames it.
        Path part = Files.createTempFile(directory, entry.getValue(), ".part");
        try (InputStream content = archive.getInputStream(source)) {
          Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
        }
        part.toFile().setExecutable(true, false);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
