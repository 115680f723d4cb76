package dev.streamux.analyzer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows inside the analyzer. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.streamux.analyzer");

    @Test
    void statisticsDependOnNothingOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("dev.streamux.analyzer.stats..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are ours and not statistics",
                        type -> type.getPackageName().startsWith("dev.streamux")
                                && !type.getPackageName().startsWith("dev.streamux.analyzer.stats")))
                .check(CLASSES);
    }

    @Test
    void metricsDoNotKnowWhoUsesThem() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.streamux.analyzer.metric..", "dev.streamux.analyzer.curve..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.streamux.analyzer.catalog..",
                        "dev.streamux.analyzer.run..",
                        "dev.streamux.analyzer.result..",
                        "dev.streamux.analyzer.comparison..",
                        "dev.streamux.analyzer.gate..")
                .check(CLASSES);
    }

    @Test
    void noTwoRoomsDependOnEachOther() {
        slices().matching("dev.streamux.analyzer.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void noTwoPackagesDependOnEachOther() {
        slices().matching("dev.streamux.analyzer.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
