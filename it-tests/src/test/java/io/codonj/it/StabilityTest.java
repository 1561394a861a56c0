package io.codonj.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.codonj.api.Experimental;
import io.codonj.api.Stable;
import org.junit.jupiter.api.Test;

/// What plugins may see says how long it will stay.
final class StabilityTest {

  @Test
  void eachPublicTypeOfTheApiMakesAPromise() {
    var silent =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.codonj.api").stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .filter(type -> !promises(type))
                .map(JavaClass::getName)
                .sorted();
    assertThat(silent).isEmpty();
  }

  private static boolean promises(JavaClass type) {
    boolean itself = type.isAnnotatedWith(Stable.class) || type.isAnnotatedWith(Experimental.class);
    var surroundings = type.getPackage();
    return itself || surroundings.isAnnotatedWith(Stable.class) || surroundings.isAnnotatedWith(Experimental.class);
  }
}
