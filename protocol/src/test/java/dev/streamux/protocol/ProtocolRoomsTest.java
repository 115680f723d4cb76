package dev.streamux.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ProtocolRoomsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.streamux.protocol");

    @Test
    void packagesHaveNoCycle() {
        slices().matching("dev.streamux.protocol.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void readersAndWritersOfTheWireDoNotSeeEachOther() {
        noClasses()
                .that()
                .resideInAnyPackage("..chat.encode..", "..chat.dialect..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..chat.decode..", "..chat.ask..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("..chat.decode..", "..chat.ask..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..chat.encode..", "..chat.dialect..")
                .check(CLASSES);
    }

    @Test
    void answersAndRequestsKnowNoWire() {
        noClasses()
                .that()
                .resideInAnyPackage("..chat.answer..", "..chat.request..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..chat.encode..", "..chat.dialect..", "..sse..")
                .check(CLASSES);
    }
}
