package io.codonj.core.source;

import io.codonj.api.ast.Module;
import io.codonj.api.source.SourceFile;

/// Makes the tree of a file of the user's, with the syntax that is in force in it. Reports what is wrong; the tree is
/// then of what could be read.
public interface ModuleParser {
  Module parse(SourceFile file, String dottedName);
}
