package dev.streamux.trace.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.trace.ResponseTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceReaderTest {
    private static final String GOOD =
            "{\"v\":1,\"id\":\"a\",\"sentNanos\":5,\"endNanos\":90,\"outcome\":\"complete\",\"chunks\":[[10,2,9],[20,1,9]]}";

    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("responses.jsonl"), content);
    }

    @Test
    void aLineOfAnotherProgramNeedsOnlyWhatCannotBeGuessed() throws IOException {
        ResponseTrace trace = TraceReader.responses(file(GOOD)).get(0);
        assertThat(trace.intendedNanos()).isEqualTo(5);
        assertThat(trace.phase()).isEqualTo("measure");
        assertThat(trace.arm()).isEqualTo("default");
        assertThat(trace.text()).isEmpty();
        assertThat(trace.chunks().totalCharacters()).isEqualTo(3);
    }

    @Test
    void whiteSpaceBlankLinesAndUnknownKeysArePassedOver() throws IOException {
        String spaced =
                GOOD.replace(",", " , ").replace(":", " : ").replace("[", " [ ").replace("]", " ] ");
        String more = spaced.replace("{", "{ \"new\" : {\"x\":[1,{}]}, \"text\":null, \"usage\":null,");
        assertThat(TraceReader.responses(file("\n" + more + "\r\n  \n" + GOOD + "\n")))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[10,2,9],[20,1,9] | [20,2,9],[10,1,9] | chunk 1 is at 10 ns, before the chunk before it at 20",
                "[10,2,9],[20,1,9] | [10,2,9],[95,1,9] | endNanos is 90, before the last chunk at 95",
                "[10,2,9],[20,1,9] | [1,2,9],[20,1,9] | is at 1 ns, before sentNanos at 5",
                "[10,2,9],[20,1,9] | [10,2] | must be three whole numbers",
                "[10,2,9],[20,1,9] | [10,2,9,4] | has more than three numbers",
                "[10,2,9],[20,1,9] | [10.5,2,9] | must be three whole numbers",
                "[10,2,9],[20,1,9] | [10,-2,9] | both must be >= 0",
                "[10,2,9],[20,1,9] | 10 | must be [time, characters, bytes]",
                "\"sentNanos\":5 | \"sentNanos\":5,\"text\":\"abcd\" | text has 4 characters (Unicode code points) but the chunks add 3",
                "\"sentNanos\":5 | \"sentNanos\":5,\"intendedNanos\":6 | sentNanos is 5, before intendedNanos at 6",
                "\"endNanos\":90 | \"endNanos\":3 | endNanos is 3, before sentNanos at 5",
                "complete | done | outcome is \"done\"; it must be one of complete, truncated",
                "\"v\":1 | \"v\":2 | v is 2; this streamux reads version 1",
                "\"id\":\"a\", | `` | the key \"id\" is missing",
                "\"sentNanos\":5 | \"sentNanos\":\"5\" | sentNanos must be a whole number",
                "]]} | ]]} {} | there is more on the line",
                "]]} | ]] | the line is not valid JSON",
            })
    void whatIsWrongIsToldWithFileAndLine(String part, String replacement, String message) throws IOException {
        Path file = file(GOOD + "\n" + GOOD.replace(part, replacement == null ? "" : replacement) + "\n");
        assertThatThrownBy(() -> TraceReader.responses(file))
                .isInstanceOf(TraceFormatException.class)
                .hasMessageStartingWith(file + ":2: ")
                .hasMessageContaining(message);
    }

    @Test
    void aTruncatedLastLineIsToldWithItsRemedy() throws IOException {
        Path file = file(GOOD + "\n" + GOOD.substring(0, 60));
        assertThatThrownBy(() -> TraceReader.responses(file))
                .hasMessageStartingWith(file + ":2: ")
                .hasMessageEndingWith("delete the last line to keep the others");
    }

    @Test
    void aFileThatIsNoTraceIsRefused() throws IOException {
        Path file = file("hello\n");
        assertThatThrownBy(() -> TraceReader.responses(file)).hasMessageContaining(":1: the line is not");
        Path none = folder.resolve("none.jsonl");
        assertThatThrownBy(() -> TraceReader.responses(none)).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> TraceReader.responses(folder)).hasMessageContaining("is a directory");
    }
}
