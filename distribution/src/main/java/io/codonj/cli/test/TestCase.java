package io.codonj.cli.test;

/// One test of a module.
///
/// @param owner the `unittest` class that the test is a method of; empty for functions
/// @param name of the function or method
/// @param line where it is defined
public record TestCase(String owner, String name, int line) {
  public String displayName() {
    return owner.isEmpty() ? name : owner + "." + name;
  }
}
