package dev.streamux.trace.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.trace.file.TraceFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunManifestTest {
    private static final RunManifest MANIFEST = new RunManifest(
            RunManifest.SCHEMA,
            "1.2.3",
            List.of("compare", "--tokens", "80"),
            "2026-11-21T08:00:00Z",
            42L,
            true,
            7L,
            Map.of("tokens", 80, "arms", List.of("direct", "nginx-default")),
            List.of("direct", "nginx-default"),
            Map.of("cores", 2),
            new SelfCheck(Map.of("mock-lateness-p99-ms", 2.5), false, List.of("the mock was late")));

    @TempDir
    private Path folder;

    @Test
    void aManifestComesBackAsItWas() {
        Path file = folder.resolve("run.json");
        MANIFEST.write(file);
        assertThat(RunManifest.read(file)).isEqualTo(MANIFEST);
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aSecondManifestReplacesTheFirst() {
        Path file = folder.resolve("run.json");
        MANIFEST.write(file);
        MANIFEST.withComplete(false).withSelfCheck(SelfCheck.NONE).write(file);

        RunManifest second = RunManifest.read(file);
        assertThat(second.complete()).isFalse();
        assertThat(second.selfCheck()).isEqualTo(SelfCheck.NONE);
        assertThat(second.scenario()).isEqualTo(MANIFEST.scenario());
    }

    @Test
    void whatAnotherProgramLeftOutHasADefaultAndWhatItAddedIsPassedOver() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "{\"arms\":[\"a\"],\"new\":{\"x\":1}}");
        RunManifest manifest = RunManifest.read(file);
        assertThat(manifest.arms()).containsExactly("a");
        assertThat(manifest.toolVersion()).isEqualTo("unknown");
        assertThat(manifest.selfCheck().valid()).isTrue();
        assertThat(manifest.scenario()).isEmpty();
    }

    @Test
    void whatIsNoManifestIsToldWithFileAndLine() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "{\n\"seed\": \"many\"\n}");
        assertThatThrownBy(() -> RunManifest.read(file))
                .isInstanceOf(TraceFormatException.class)
                .hasMessageStartingWith(file + ":2: is not a run manifest");
        Path none = folder.resolve("none.json");
        assertThatThrownBy(() -> RunManifest.read(none)).hasMessageStartingWith(none + " cannot be read");
    }
}
