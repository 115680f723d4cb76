package dev.streamux.simulations.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows around the client. */
class ClientArchitectureTest {
    private static final String ROOT = "dev.streamux.simulations";
    private static final String TRANSPORT = ROOT + ".client.transport";
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
                .resideInAnyPackage(
                        ROOT + ".client",
                        ROOT + ".client.request..",
                        ROOT + ".client.exchange..",
                        "dev.streamux.protocol..")
                .check(CLASSES);
    }

    @Test
    void aQuestionKnowsNothingOfItsAnswer() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".client.request..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".client", ROOT + ".client.exchange..")
                .check(CLASSES);
    }

    @Test
    void anExchangeIsGivenItsConnectionAndOpensNone() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".client.exchange..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".client",
                        TRANSPORT,
                        TRANSPORT + ".socket..",
                        TRANSPORT + ".http..",
                        TRANSPORT + ".websocket..",
                        TRANSPORT + ".kernel..")
                .check(CLASSES);
    }

    @Test
    void theRoomsOfTheTransportFollowOneAnother() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(TRANSPORT + "..")
                .layer("pool")
                .definedBy(TRANSPORT)
                .layer("websocket")
                .definedBy(TRANSPORT + ".websocket")
                .layer("kernel")
                .definedBy(TRANSPORT + ".kernel")
                .layer("http")
                .definedBy(TRANSPORT + ".http")
                .layer("line")
                .definedBy(TRANSPORT + ".line")
                .layer("socket")
                .definedBy(TRANSPORT + ".socket")
                .whereLayer("pool")
                .mayOnlyAccessLayers("websocket", "kernel", "http", "line", "socket")
                .whereLayer("websocket")
                .mayOnlyAccessLayers("http", "line", "socket")
                .whereLayer("kernel")
                .mayOnlyAccessLayers("http", "line", "socket")
                .whereLayer("http")
                .mayOnlyAccessLayers("line", "socket")
                .whereLayer("line")
                .mayNotAccessAnyLayer()
                .whereLayer("socket")
                .mayNotAccessAnyLayer()
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
