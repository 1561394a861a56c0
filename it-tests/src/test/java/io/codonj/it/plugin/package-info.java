/// Plugins made by the tests with nothing but an installation and a JDK, as strangers make them.
package io.codonj.it.plugin;
