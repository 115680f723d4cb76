package dev.streamux.mockllm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows inside the mock. */
class ArchitectureTest {
    private static final String ROOT = "dev.streamux.mockllm.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.streamux.mockllm");

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheWireServerAndPacerKnowNettysTransport() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "knob..",
                        ROOT + "fault..",
                        ROOT + "answer..",
                        ROOT + "content..",
                        ROOT + "emission..",
                        ROOT + "check..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .check(CLASSES);
    }

    @Test
    void theMockDoesNotKnowWhoJudgesIt() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.streamux.analyzer..", "dev.streamux.simulations..", "dev.streamux.reports..")
                .check(CLASSES);
    }

    @Test
    void nothingSleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CLASSES);
    }
}
