package io.codonj.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/// Which packages may know which, as docs/architecture.md draws it.
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.codonj.api", "io.codonj.core", "io.codonj.cli");

  @Test
  void theApiStandsAlone() {
    check(
        classes()
            .that()
            .resideInAPackage("io.codonj.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.codonj.api..", "java..", "org.jspecify.."));
  }

  @Test
  void llvmIsKnownToTheBackEndOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("io.codonj.core.backend.llvm..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco.."));
  }

  @Test
  void antlrIsKnownToTheFrontEndOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("io.codonj.core.syntax..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.antlr.."));
  }

  @Test
  void pf4jIsKnownToTheLoaderOfPluginsOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("io.codonj.core.plugin..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.pf4j.."));
  }

  @Test
  void picocliIsKnownToTheCommandLineOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("io.codonj.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli.."));
  }

  @Test
  void theCompilerDoesNotKnowItsCommandLine() {
    check(noClasses().that().resideInAPackage("io.codonj.core..").should().dependOnClassesThat().resideInAPackage("io.codonj.cli.."));
  }

  @Test
  void inferenceKnowsNothingOfWhatComesAfterIt() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("io.codonj.core.syntax..", "io.codonj.core.resolve..", "io.codonj.core.infer..", "io.codonj.core.typed..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.codonj.core.lower..", "io.codonj.core.passes..", "io.codonj.core.pipeline..",
                "io.codonj.core.backend..", "io.codonj.core.driver.."));
  }

  @Test
  void passesAreWrittenAgainstTheApiAsThoseOfPluginsAre() {
    check(
        classes()
            .that()
            .resideInAPackage("io.codonj.core.passes..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.codonj.core.passes..", "io.codonj.api..", "java..", "org.jspecify.."));
  }

  @Test
  void phasesFormNoCycles() {
    check(SlicesRuleDefinition.slices().matching("io.codonj.core.(*)..").should().beFreeOfCycles());
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
