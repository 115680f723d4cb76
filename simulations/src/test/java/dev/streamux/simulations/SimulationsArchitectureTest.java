package dev.streamux.simulations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms of this module. */
class SimulationsArchitectureTest {
    private static final String ROOT = "dev.streamux.simulations";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void noRoomComesBackToItself() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching(ROOT + ".run.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching(ROOT + ".experiment.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheGatlingRoomKnowsGatling() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".gatling..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.gatling..", ROOT + ".gatling..", "scala..")
                .check(CLASSES);
    }

    @Test
    void aScenarioIsDataAndStartsNothing() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".scenario..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".run..", ROOT + ".launch..", ROOT + ".experiment..", "io.netty.channel..")
                .check(CLASSES);
    }

    @Test
    void whatARunCameToIsReadFromItsFilesOnly() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".experiment..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".run..", ROOT + ".launch..", "io.netty..")
                .check(CLASSES);
    }
}
