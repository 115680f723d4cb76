package dev.streamux.analyzer.perception;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the modelled share: the model knows ratings, ratings know curves, a curve knows nobody. */
class PerceptionArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.streamux.analyzer.perception");

    @Test
    void curvesKnowNeitherRatingsNorTheModel() {
        noClasses()
                .that()
                .resideInAPackage("dev.streamux.analyzer.perception.curve")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.streamux.analyzer.perception", "dev.streamux.analyzer.perception.rating..")
                .check(CLASSES);
    }

    @Test
    void ratingsDoNotKnowTheModel() {
        noClasses()
                .that()
                .resideInAPackage("dev.streamux.analyzer.perception.rating..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.streamux.analyzer.perception")
                .check(CLASSES);
    }
}
