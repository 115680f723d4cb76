package dev.streamux.simulations.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.simulations.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadyScenariosTest {
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).collect(Collectors.toList());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyReadyScenarioStartsWithTheQuestionThatItAnswers(Path file) {
        Scenario scenario = ScenarioReader.read(file);
        assertThat(scenario.question()).endsWith("?");
        assertThat(file.getFileName()).hasToString(scenario.name() + ".yaml");
    }
}
