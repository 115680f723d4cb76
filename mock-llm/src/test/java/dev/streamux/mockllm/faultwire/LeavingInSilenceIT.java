package dev.streamux.mockllm.faultwire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.mockllm.knob.Knob;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who leaves while nothing is written is noticed all the same, on every transport and however it leaves. */
@Tag("timing")
class LeavingInSilenceIT {
    private static final NanoClock CLOCK = NanoClock.startingNow();
    private static final BlockingQueue<EmissionTrace> EMISSIONS = new LinkedBlockingQueue<>();
    private static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int ATTEMPTS = 5;

    /** Knobs that keep an answer silent for a minute at least, from the beginning or after two tokens. */
    private static final Map<String, String> SILENCES = Map.of(
            "before the first token", "X-Streamux-Ttft-Ms: 60000",
            "thinking with keep-alives", "X-Streamux-Ttft-Ms: 60000\nX-Streamux-Keepalive-Every: 30s",
            "stall", "X-Streamux-Fault: stall; after=2",
            "keepalive-only", "X-Streamux-Fault: keepalive-only; after=2",
            "half-open", "X-Streamux-Fault: half-open; after=2",
            "half-open connection", "X-Streamux-Fault: half-open; after=2; scope=connection");

    private static MockServer server;

    @BeforeAll
    static void start() {
        server = MockServer.start(
                MockConfig.defaults()
                        .withKnob(Knob.TOKENS, "10")
                        .withKnob(Knob.TTFT, "5")
                        .withKnob(Knob.ITL, "1"),
                CLOCK);
        server.emissionsTo(EMISSIONS::add);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> waysAndSilences() {
        return Arrays.stream(Leaver.Way.values())
                .flatMap(way -> SILENCES.keySet().stream().map(silence -> Arguments.of(way, silence)));
    }

    @ParameterizedTest
    @MethodSource("waysAndSilences")
    void whoLeavesIsNoticedWithoutAWrite(Leaver.Way way, String silence) throws Exception {
        long fastest = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && fastest > LIMIT_NANOS; attempt++) {
            fastest = Math.min(fastest, noticedAfter(way, SILENCES.getOrDefault(silence, "")));
        }
        assertThat(fastest).isBetween(0L, LIMIT_NANOS);
    }

    private static long noticedAfter(Leaver.Way way, String knobs) throws IOException, InterruptedException {
        long tokensBefore = server.stats().tokens();
        boolean speaks = knobs.contains("after=2") && way != Leaver.Way.BODY_FIN;
        try (Leaver leaver = new Leaver(way, server.port(), knobs)) {
            await(() -> server.stats().active() == 1);
            await(() -> server.stats().tokens() - tokensBefore == (speaks ? 2 : 0));
            // The next token would be due after a millisecond; then the silence has begun.
            long quiet = CLOCK.nanos() + TimeUnit.MILLISECONDS.toNanos(20);
            await(() -> CLOCK.nanos() > quiet);
            long left = CLOCK.nanos();
            leaver.leave();
            EmissionTrace emission = EMISSIONS.poll(20, TimeUnit.SECONDS);
            assertThat(emission).as("an emission within 20 s").isNotNull();
            assertThat(emission.response().outcome()).isEqualTo(Outcome.CANCELLED);
            await(() -> server.stats().budget().running() == 0);
            return Long.parseLong(emission.response().attributes().getOrDefault("clientLeftNanos", "-1")) - left;
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 20 s").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
