package dev.streamux.trace.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.Usage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceRoundTripTest {
    private static final ResponseTrace FULL = ResponseTrace.builder("a1-000017")
            .arm("nginx-default")
            .route("nginx/default")
            .intendedNanos(100)
            .sentNanos(120)
            .headersNanos(150)
            .firstByteNanos(150)
            .endNanos(400)
            .usage(new Usage(12, 2))
            .text("h\u00e9\ud83d\ude00\n")
            .reasoning("so")
            .chunks(Chunks.builder().add(225, 2, 158).add(225, 2, 160).build())
            .reasoningChunks(Chunks.builder().add(200, 2, 150).build())
            .attribute("seed", "7")
            .build();

    @TempDir
    private Path folder;

    @Test
    void aResponseComesBackAsItWas() {
        Path file = folder.resolve("responses.jsonl");
        try (TraceWriter writer = TraceWriter.create(file)) {
            writer.write(FULL);
            writer.write(ResponseTrace.builder("b")
                    .outcome(Outcome.UNREACHABLE)
                    .status(0)
                    .error("refused")
                    .build());
        }
        assertThat(TraceReader.responses(file)).first().isEqualTo(FULL);
        assertThat(TraceReader.responses(file)).last().satisfies(trace -> {
            assertThat(trace.headersNanos()).isEmpty();
            assertThat(trace.text()).isEmpty();
            assertThat(trace.error()).contains("refused");
        });
    }

    @Test
    void anEmissionComesBackAsItWas() {
        EmissionTrace emission =
                new EmissionTrace(FULL, EmissionTrace.Times.of(220, 224), EmissionTrace.Times.of(226, 227));
        Path file = folder.resolve("emissions.jsonl");
        try (TraceWriter writer = TraceWriter.create(file)) {
            writer.write(emission);
        }
        assertThat(TraceReader.emissions(file)).containsExactly(emission);
    }
}
