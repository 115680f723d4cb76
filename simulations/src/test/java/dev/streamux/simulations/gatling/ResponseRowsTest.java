package dev.streamux.simulations.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponseRowsTest {
    private static final long ORIGIN = 1000;
    private static final ResponseTrace TRACE = ResponseTrace.builder("a-1")
            .intendedNanos(10)
            .sentNanos(12)
            .endNanos(200)
            .chunks(Chunks.builder()
                    .add(50, 1, 1)
                    .add(60, 1, 1)
                    .add(150, 1, 1)
                    .add(170, 1, 1)
                    .build())
            .build();

    @Test
    void aCompleteResponseHasFourRows() {
        assertThat(ResponseRows.of("a", TRACE, ORIGIN))
                .containsExactly(
                        new Row("a", "TTFT", 1010, 1050, Optional.empty()),
                        // The longest gap is that from 60 to 150.
                        new Row("a", "longest gap", 1060, 1150, Optional.empty()),
                        new Row("a", "stream", 1010, 1200, Optional.empty()),
                        new Row("a", "stream from sent", 1012, 1200, Optional.empty()));
    }

    @Test
    void aTruncatedResponseIsAFailedStreamWithItsKind() {
        ResponseTrace truncated =
                TRACE.toBuilder().outcome(Outcome.TRUNCATED).error("no end").build();
        assertThat(ResponseRows.of("a", truncated, ORIGIN))
                .contains(new Row("a", "stream", 1010, 1200, Optional.of("truncated: no end")))
                .extracting(Row::name)
                .doesNotContain("stream from sent");
    }

    @Test
    void aResponseWithoutTextHasNoTtft() {
        ResponseTrace rejected = TRACE.toBuilder()
                .chunks(Chunks.NONE)
                .outcome(Outcome.REJECTED)
                .error("429")
                .build();
        assertThat(ResponseRows.of("a", rejected, ORIGIN))
                .containsExactly(new Row("a", "stream", 1010, 1200, Optional.of("rejected: 429")));
    }

    @Test
    void whatTheReaderStoppedIsNoFailure() {
        ResponseTrace stopped = TRACE.toBuilder()
                .outcome(Outcome.CANCELLED)
                .error("stopped after 4 tokens")
                .build();
        assertThat(ResponseRows.of("a", stopped, ORIGIN))
                .extracting(Row::name)
                .containsExactly("TTFT", "longest gap", "stopped");
    }
}
