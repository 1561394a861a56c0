package io.codonj.it;

import io.codonj.core.driver.BuildOptions;

final class DebugProgramsIT extends ProgramCases {
  DebugProgramsIT() {
    super(BuildOptions.DEBUG);
  }
}
