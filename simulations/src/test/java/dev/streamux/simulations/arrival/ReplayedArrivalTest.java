package dev.streamux.simulations.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayedArrivalTest extends ArrivalLaws {
    @TempDir
    private Path folder;

    @Override
    Arrival arrival() {
        return new ReplayedArrival(
                LongStream.range(0, 1000).map(n -> n * n).boxed().collect(Collectors.toList()));
    }

    @Test
    void aFileIsSortedMovedToZeroAndKeptApart() throws IOException {
        Path file = Files.writeString(folder.resolve("arrivals.txt"), "# recorded\n101.5\n100.25\n\n101.5\n");
        // 101.5 - 100.25 = 1.25 s; its twin comes one nanosecond later.
        assertThat(ReplayedArrival.read(file).startsNanos()).containsExactly(0L, 1_250_000_000L, 1_250_000_001L);
    }

    @Test
    void aLineThatIsNoNumberIsNamedWithItsPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("arrivals.txt"), "1\n2\nsoon\n");
        assertThatThrownBy(() -> ReplayedArrival.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageEndingWith(
                        "arrivals.txt:3: start is \"soon\"; it must be a number of seconds, such as 12.0375");
    }

    @Test
    void aMissingFileIsTheUsersMistake() {
        assertThatThrownBy(() -> ReplayedArrival.read(folder.resolve("none.txt")))
                .isInstanceOf(InvalidInputException.class);
    }
}
