package dev.streamux.mockllm.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.check.Limits;
import dev.streamux.mockllm.content.Content;
import dev.streamux.mockllm.knob.Knob;
import dev.streamux.mockllm.knob.Knobs;
import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    @TempDir
    Path folder;

    private MockConfig read(String text) throws IOException {
        return ConfigFile.read(Files.writeString(folder.resolve("mock.yaml"), text));
    }

    @Test
    void anEmptyFileIsTheDefaults() throws IOException {
        assertThat(read("").port()).isEqualTo(MockConfig.defaults().port());
    }

    @Test
    void everySectionIsRead() throws IOException {
        MockConfig config = read("""
                port: 8089
                seed: 42
                lateness-limit: 5ms
                loop-delay-limit: 8ms
                gc-share-limit: 0.1
                knobs:
                  ttft-ms: 80:110:180
                  fault: "reset; after=10"
                bounds:
                  connections: 10
                  request-time: 2s
                """);

        assertThat(config.port()).isEqualTo(8089);
        assertThat(config.runSeed()).isEqualTo(42);
        assertThat(config.engine().limits()).isEqualTo(new Limits(5, 8, 0.1));
        assertThat(config.knobs().get(Knob.TTFT).map(Knobs.Setting::text)).hasValue("80:110:180");
        assertThat(config.bounds().connections()).isEqualTo(10);
        assertThat(config.bounds().requestTime()).hasSeconds(2);
    }

    @Test
    void answersComeFromAFileOrFromTheText() throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.json"), "[{\"when\":\"sky\",\"text\":\"Blue.\"}]");

        assertThat(read("answers: " + rules + "\n").answers()).isInstanceOf(Content.Scripted.class);
        assertThat(read("text: Always this.\n").answers()).isEqualTo(new Content.Fixed("Always this."));
        assertThat(read("").answers()).isEqualTo(Content.MIXED);
    }

    @Test
    void answersAndTextTogetherAreRefused() {
        assertThatThrownBy(() -> read("answers: none.json\ntext: this\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("mock.yaml:1:")
                .hasMessageContaining("none.json")
                .hasMessageContaining("mock.yaml:2:")
                .hasMessageContaining("leave one of them out");
    }

    @Test
    void allMistakesAreToldAtOnceWithTheirLines() {
        assertThatThrownBy(() -> read("""
                        prot: 8089
                        seed: many
                        knobs:
                          ttft-ms: soon
                          colour: red
                        bounds: 3
                        """))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("mock.yaml:1: unknown key \"prot\"; did you mean \"port\"?")
                .hasMessageContaining("mock.yaml:2: seed is \"many\"")
                .hasMessageContaining("mock.yaml:4: ttft-ms is \"soon\"")
                .hasMessageContaining("mock.yaml:5: unknown key \"colour\"")
                .hasMessageContaining("mock.yaml:6: there must be keys");
    }

    @Test
    void whatIsNotYamlIsToldWithItsLine() {
        assertThatThrownBy(() -> read("port: 1\nknobs: {ttft-ms: 3\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("mock.yaml:")
                .hasMessageContaining("not YAML");
    }

    @Test
    void aFileThatIsNotThereIsToldInWords() {
        assertThatThrownBy(() -> ConfigFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none.yaml")
                .hasMessageContaining("--config");
    }
}
