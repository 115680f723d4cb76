package dev.streamux.trace.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    @TempDir
    private Path folder;

    @Test
    void aRunDirectoryIsMadeWithItsParents() {
        Path path = folder.resolve("a/b/run");
        assertThat(RunDirectory.create(path).path()).isEqualTo(path).isDirectory();
        assertThat(RunDirectory.create(path).path()).isEqualTo(path);
    }

    @Test
    void aFileInTheWayIsToldWithTheOptionThatHelps() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");
        assertThatThrownBy(() -> RunDirectory.create(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--out");
    }

    @Test
    void aFolderIsARunWhenItHoldsResponsesInEitherForm() throws IOException {
        assertThatThrownBy(() -> RunDirectory.open(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("neither responses.jsonl nor responses.sux");

        Files.writeString(folder.resolve("responses.sux"), "");
        assertThat(RunDirectory.open(folder).compactResponses()).exists();
        Files.delete(folder.resolve("responses.sux"));
        Files.writeString(folder.resolve("responses.jsonl"), "");
        assertThat(RunDirectory.open(folder).responses()).exists();
    }

    @Test
    void whatIsNotThereIsNoRun() {
        assertThatThrownBy(() -> RunDirectory.open(folder.resolve("none")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is not a run directory");
    }
}
