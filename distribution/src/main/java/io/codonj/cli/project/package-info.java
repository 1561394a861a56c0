/// Projects: the file `codonj.toml`, where it is looked for, and what it says.
@NullMarked
package io.codonj.cli.project;

import org.jspecify.annotations.NullMarked;
