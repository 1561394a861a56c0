/// Installing, updating and removing the user's plugins, and what a project's `codonj.lock` says about them.
@NullMarked
package io.codonj.cli.plugin;

import org.jspecify.annotations.NullMarked;
