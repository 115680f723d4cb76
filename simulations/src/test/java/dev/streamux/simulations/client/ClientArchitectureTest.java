package dev.streamux.simulations.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows around the client. */
class ClientArchitectureTest {
    private static final String ROOT = "dev.streamux.simulations";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theTransportKnowsNothingOfChat() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".client.transport..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".client", "dev.streamux.protocol..")
                .check(CLASSES);
    }

    @Test
    void theClientKnowsNobodyWhoUsesIt() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".client..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".run..",
                        ROOT + ".gatling..",
                        ROOT + ".scenario..",
                        ROOT + ".proxy..",
                        ROOT + ".selftest..",
                        ROOT + ".decode..")
                .check(CLASSES);
    }

    @Test
    void theScriptedServerSharesNoCodeWithWhatItChecks() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".selftest.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty..", "dev.streamux.protocol..", ROOT + ".client..")
                .check(CLASSES);
    }
}
