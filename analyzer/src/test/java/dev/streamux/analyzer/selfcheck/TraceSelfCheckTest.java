package dev.streamux.analyzer.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceWriter;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.SelfCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceSelfCheckTest {
    private static final long MS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void latenessAndLagsAreTheDifferencesOfTheStamps() {
        // planned 100 and 125, handed over 101 and 128: late by 1 and 3; stamped 103 and 129: lag 2 and 1
        write(response("a", "direct", 4, 103, 129), emission("a", 101, 128));
        SelfCheck check = TraceSelfCheck.of(new RunDirectory(folder), SelfCheckLimits.DEFAULTS);
        assertThat(check.valid()).isTrue();
        assertThat(check.figures())
                .containsEntry("mock-lateness-p50-ms", 2.0)
                .containsEntry("mock-lateness-max-ms", 3.0)
                .containsEntry("client-stamp-lag-p50-ms", 1.5)
                .containsEntry("client-stamp-lag-max-ms", 2.0)
                .containsEntry("schedule-lag-p50-ms", 4.0);
    }

    @Test
    void whatAProxyAddsIsNoLagOfTheClient() {
        write(response("a", "proxy/full", 0, 5000, 5000), emission("a", 100, 125));
        assertThat(TraceSelfCheck.of(new RunDirectory(folder), SelfCheckLimits.DEFAULTS)
                        .figures())
                .containsKey("mock-lateness-p50-ms")
                .doesNotContainKey("client-stamp-lag-p50-ms");
    }

    @Test
    void aLateClientMakesTheRunInvalidAndSaysSo() {
        write(response("a", "direct", 0, 140, 165), emission("a", 100, 125));
        SelfCheck check = TraceSelfCheck.of(new RunDirectory(folder), SelfCheckLimits.DEFAULTS);
        assertThat(check.valid()).isFalse();
        assertThat(check.reasons())
                .singleElement()
                .asString()
                .startsWith("the client was late: client-stamp-lag p50 40.0 ms and p99 40.0 ms, allowed 5 and 25 ms");
    }

    @Test
    void aLargeRunIsJoinedForASampleAndSaysSo() {
        try (TraceWriter responses = TraceWriter.create(folder.resolve("responses.jsonl"));
                TraceWriter emissions = TraceWriter.create(folder.resolve("emissions.jsonl"))) {
            for (int i = 0; i < 100; i++) {
                responses.write(response("r" + i, "direct", 0, 103, 129));
                emissions.write(emission("r" + i, 101, 128));
            }
        }
        RunDirectory run = new RunDirectory(folder);
        SelfCheck sampled = TraceSelfCheck.of(run, SelfCheckLimits.DEFAULTS, 30, 1000);
        assertThat(sampled.figures())
                .containsEntry("joined-responses", 30.0)
                .containsEntry("mock-lateness-p50-ms", 2.0) // late by 1 and 3
                .containsEntry("client-stamp-lag-p50-ms", 1.5); // lag 2 and 1
        // Ten responses of two chunks are twenty chunks.
        assertThat(TraceSelfCheck.of(run, SelfCheckLimits.DEFAULTS, 30, 20).figures())
                .containsEntry("joined-responses", 10.0);
        assertThat(TraceSelfCheck.of(run, SelfCheckLimits.DEFAULTS).figures()).doesNotContainKey("joined-responses");
    }

    private void write(ResponseTrace response, EmissionTrace emission) {
        try (TraceWriter responses = TraceWriter.create(folder.resolve("responses.jsonl"));
                TraceWriter emissions = TraceWriter.create(folder.resolve("emissions.jsonl"))) {
            responses.write(response);
            emissions.write(emission);
        }
    }

    private static ResponseTrace response(String id, String route, long lateMillis, long first, long second) {
        return ResponseTrace.builder(id)
                .route(route)
                .sentNanos(lateMillis * MS)
                .endNanos(second * MS)
                .text("ab")
                .chunks(chunks(first, second))
                .build();
    }

    private static EmissionTrace emission(String id, long first, long second) {
        ResponseTrace sent = ResponseTrace.builder(id)
                .endNanos(second * MS)
                .text("ab")
                .chunks(chunks(first, second))
                .build();
        return new EmissionTrace(sent, EmissionTrace.Times.of(100 * MS, 125 * MS), EmissionTrace.Times.NONE);
    }

    private static Chunks chunks(long first, long second) {
        return Chunks.builder().add(first * MS, 1, 100).add(second * MS, 1, 100).build();
    }
}
