package dev.streamux.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms, seen from the only room that sees them all. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.streamux");

    @Test
    void arrowsBetweenRoomsGoOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.streamux..")
                .layer("protocol")
                .definedBy("dev.streamux.protocol..")
                .layer("trace")
                .definedBy("dev.streamux.trace..")
                .optionalLayer("mock-llm")
                .definedBy("dev.streamux.mockllm..")
                .optionalLayer("simulations")
                .definedBy("dev.streamux.simulations..")
                .optionalLayer("analyzer")
                .definedBy("dev.streamux.analyzer..")
                .optionalLayer("reports")
                .definedBy("dev.streamux.reports..")
                .layer("cli")
                .definedBy("dev.streamux.cli..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("mock-llm")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("simulations")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("reports")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("analyzer")
                .mayOnlyBeAccessedByLayers("reports", "cli")
                .whereLayer("protocol")
                .mayOnlyBeAccessedByLayers("mock-llm", "simulations", "cli")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        noClasses()
                .that()
                .resideInAPackage("dev.streamux..")
                .and()
                .resideOutsideOfPackage("dev.streamux.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CLASSES);
    }
}
