package io.codonj.api.plugin;

import io.codonj.api.Stable;
import java.util.List;

/// A module written in the dialect that programs may import without any flag. Its source lies in the plugin's folder:
///
/// ```
/// stdlib/NAME.codon  or  stdlib/NAME/__init__.codon   the source
/// native/linux-x86_64/PART/*.o, *.a                   native parts; a program is linked with the PARTs that it calls
/// native/linux-x86_64/PART/*.so.N                     a shared library of a part: looked for beside the program, then here
/// ```
/// A function of a native part is declared in the module by `@foreign("symbol", "PART")`.
///
/// @param name what is imported; submodules of a package are not listed
/// @param nativeParts names of the native parts that the module may call
@Stable(since = "0.1")
public record StdlibModule(String name, List<String> nativeParts) {
  public StdlibModule {
    nativeParts = List.copyOf(nativeParts);
  }

  /// A module without native parts.
  public static StdlibModule of(String name) {
    return new StdlibModule(name, List.of());
  }
}
