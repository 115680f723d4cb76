package dev.streamux.mockllm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** From the port down to the clock: each knows only what stands after it. */
    private static final List<String> LAYERS = List.of(
            "server",
            "exchange",
            "control",
            "guard",
            "loop",
            "wire",
            "stream",
            "ledger",
            "emission",
            "check",
            "answer",
            "content",
            "knob",
            "load",
            "fault",
            "pacing",
            "budget");

    @Test
    void arrowsPointDownwards() {
        for (int upper = 1; upper < LAYERS.size(); upper++) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + LAYERS.get(upper))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(LAYERS.subList(0, upper).stream()
                            .map(name -> ROOT + name)
                            .toArray(String[]::new))
                    .check(CLASSES);
        }
    }

    @Test
    void everyPackageHasItsLayer() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(ROOT) && !name.equals(ROOT + "config"))
                        .map(name -> name.substring(ROOT.length()))
                        .distinct())
                .isSubsetOf(LAYERS);
    }

    @Test
    void noRoomIsCrowded() {
        Map<String, Long> files = CLASSES.stream()
                .filter(one -> one.getEnclosingClass().isEmpty())
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(files).allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(15));
    }

    @Test
    void onlyTheRoofKnowsTheWholeServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.streamux.mockllm")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(MockServer.class.getName())
                .check(CLASSES);
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
