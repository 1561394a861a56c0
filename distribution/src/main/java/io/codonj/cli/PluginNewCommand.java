package io.codonj.cli;

import io.codonj.cli.plugin.PluginTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `codonj plugin new NAME`: a project of Maven that builds, tests and packs a plugin.
@Command(
    name = "new",
    description = "Make a project for a plugin.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  codonj plugin new my-dsl && cd my-dsl && mvn verify",
      "  codonj plugin new --package com.acme.dsl my-dsl"
    })
final class PluginNewCommand implements Callable<Integer> {
  @Option(names = "--package", paramLabel = "NAME", description = "The package of its classes (default: org.example.NAME).")
  String javaPackage = "";

  @Parameters(paramLabel = "NAME", description = "The directory to make; its last part is the id of the plugin.")
  Path directory = Path.of("");

  @Override
  public Integer call() throws IOException {
    return make(directory, javaPackage);
  }

  static int make(Path directory, String javaPackage) throws IOException {
    String id = directory.toAbsolutePath().normalize().getFileName().toString();
    PluginTemplate template = javaPackage.isEmpty() ? PluginTemplate.of(id) : new PluginTemplate(id, javaPackage);
    template.write(directory, Compilers.installation());
    System.err.println("made " + directory.resolve("pom.xml"));
    return 0;
  }
}
