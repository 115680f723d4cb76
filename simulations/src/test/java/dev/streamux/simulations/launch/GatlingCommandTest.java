package dev.streamux.simulations.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GatlingCommandTest {
    @Test
    void whoDependsOnUsFindsNoSimulationButTheirOwn() {
        List<String> ours = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.streamux.simulations")
                        .stream()
                        .filter(type -> type.isAssignableTo(Simulation.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::getName)
                        .collect(Collectors.toList());
        assertThat(ours).isEmpty();
    }

    @Test
    void propertiesStandBeforeTheMainClassAndItsArgumentsAfter() {
        List<String> command = GatlingCommand.of("a.B", Path.of("/r"), Map.of("k", "v"));
        assertThat(command).containsAll(GatlingCommand.HERMETIC);
        assertThat(command.indexOf("-Dk=v")).isLessThan(command.indexOf("io.gatling.app.Gatling"));
        assertThat(command).endsWith("io.gatling.app.Gatling", "-s", "a.B", "-rf", "/r", "-rd", "streamux");
    }
}
