package io.codonj.it;

import io.codonj.core.driver.BuildOptions;

final class ReleaseProgramsIT extends ProgramCases {
  ReleaseProgramsIT() {
    super(BuildOptions.RELEASE);
  }
}
