package dev.streamux.reports;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.streamux.reports");

    @Test
    void packagesDoNotKnowEachOtherInACircle() {
        // Templates are generated from the page's model and called by its name.
        slices().matching("dev.streamux.reports.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
