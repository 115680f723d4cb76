package dev.streamux.simulations.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponseRowsTest {
    private static final long MS = 1_000_000;
    private static final long ORIGIN = 1000 * MS;
    private static final ResponseTrace TRACE = ResponseTrace.builder("a-1")
            .intendedNanos(10 * MS)
            .sentNanos(12 * MS)
            .endNanos(200 * MS)
            .chunks(Chunks.builder()
                    .add(50 * MS, 1, 1)
                    .add(60 * MS, 1, 1)
                    .add(150 * MS, 1, 1)
                    .add(170 * MS, 1, 1)
                    .build())
            .build();

    private static Row row(String name, long startMs, long endMs, Optional<String> error) {
        return new Row("a", name, startMs * MS, endMs * MS, error);
    }

    @Test
    void aCompleteResponseHasFourRows() {
        assertThat(ResponseRows.of("a", TRACE, ORIGIN))
                .containsExactly(
                        row("TTFT", 1010, 1050, Optional.empty()),
                        // The longest gap is that from 60 to 150.
                        row("longest gap", 1060, 1150, Optional.empty()),
                        row("stream", 1010, 1200, Optional.empty()),
                        row("stream from sent", 1012, 1200, Optional.empty()));
    }

    @Test
    void aTruncatedResponseIsOneFailedRowWithItsKind() {
        ResponseTrace truncated =
                TRACE.toBuilder().outcome(Outcome.TRUNCATED).error("no end").build();
        assertThat(ResponseRows.of("a", truncated, ORIGIN))
                .containsExactly(row("stream", 1010, 1200, Optional.of("truncated: no end")));
    }

    @Test
    void aResponseWithoutTextHasNoTtft() {
        ResponseTrace rejected = TRACE.toBuilder()
                .chunks(Chunks.NONE)
                .outcome(Outcome.REJECTED)
                .error("429")
                .build();
        assertThat(ResponseRows.of("a", rejected, ORIGIN))
                .containsExactly(row("stream", 1010, 1200, Optional.of("rejected: 429")));
    }

    @Test
    void whatTheReaderStoppedIsNoFailure() {
        ResponseTrace stopped = TRACE.toBuilder()
                .outcome(Outcome.CANCELLED)
                .error("stopped after 4 tokens")
                .build();
        assertThat(ResponseRows.of("a", stopped, ORIGIN)).extracting(Row::name).containsExactly("stopped");
    }

    @Test
    void anAnswerThatComesAllAtOnceHasNoGapToBeProudOf() {
        ResponseTrace burst = TRACE.toBuilder()
                .chunks(Chunks.builder()
                        .add(190 * MS, 1, 1)
                        .add(190 * MS + 1000, 1, 1)
                        .build())
                .build();
        assertThat(ResponseRows.of("a", burst, ORIGIN))
                .extracting(Row::name)
                .containsExactly("TTFT", "stream", "stream from sent");
    }
}
