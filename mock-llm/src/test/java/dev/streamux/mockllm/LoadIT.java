package dev.streamux.mockllm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.knob.Knob;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The queue in front of the answers, over real sockets. */
class LoadIT {
    private static final long MILLI = 1_000_000;

    private final BlockingQueue<EmissionTrace> emissions = new LinkedBlockingQueue<>();

    private MockServer start() {
        MockServer server = MockServer.start(
                MockConfig.defaults()
                        .withKnob(Knob.TTFT, "20")
                        .withKnob(Knob.ITL, "2")
                        .withKnob(Knob.TOKENS, "10")
                        .withKnob(Knob.MAX_RUNNING, "1"),
                NanoClock.startingNow());
        server.emissionsTo(emissions::add);
        return server;
    }

    private EmissionTrace emission() throws InterruptedException {
        EmissionTrace emission = emissions.poll(20, TimeUnit.SECONDS);
        assertThat(emission).as("an emission within 20 s").isNotNull();
        return emission;
    }

    private static long queued(EmissionTrace emission) {
        return Long.parseLong(emission.response().attributes().get("queuedNanos"));
    }

    private static RawExchange ask(MockServer server) throws Exception {
        RawExchange exchange = new RawExchange(server.port());
        exchange.send(RawExchange.chat("HTTP/1.1", "mock", true, ""));
        return exchange;
    }

    @Test
    void oneAtATimeNeverOverlapsAndEachPlanCountsFromItsTurn() throws Exception {
        List<EmissionTrace> ended = new ArrayList<>();
        try (MockServer server = start();
                RawExchange first = ask(server);
                RawExchange second = ask(server);
                RawExchange third = ask(server)) {
            for (int i = 0; i < 3; i++) {
                ended.add(emission());
            }
            assertThat(server.stats().waiting()).isZero();
        }
        for (int i = 0; i < ended.size(); i++) {
            EmissionTrace one = ended.get(i);
            assertThat(one.response().outcome()).isEqualTo(Outcome.COMPLETE);
            long turn = one.response().sentNanos() + queued(one);
            assertThat(one.plannedNanos().get(0)).isEqualTo(turn + 20 * MILLI);
            if (i > 0) {
                assertThat(turn)
                        .isGreaterThanOrEqualTo(ended.get(i - 1).response().endNanos());
            }
        }
        assertThat(queued(ended.get(0))).isZero();
    }

    @Test
    void whoComesDuringAnAnswerSlowsItDownAndWhoGoesSpeedsItUpAgain() throws Exception {
        try (MockServer server = MockServer.start(
                        MockConfig.defaults()
                                .withKnob(Knob.TTFT, "20")
                                .withKnob(Knob.ITL, "20")
                                .withKnob(Knob.LOAD_FACTOR, "1"),
                        NanoClock.startingNow());
                RawExchange first = new RawExchange(server.port())) {
            server.emissionsTo(emissions::add);
            first.send(RawExchange.chat("HTTP/1.1", "mock-len40", true, "X-Streamux-Id: first\r\n"));
            first.until("\"content\":");
            try (RawExchange second = new RawExchange(server.port())) {
                second.send(RawExchange.chat("HTTP/1.1", "mock-len8", true, "X-Streamux-Id: second\r\n"));
                second.until("[DONE]");
            }
            first.until("[DONE]");
        }
        EmissionTrace shorter = emission();
        EmissionTrace longer = emission();
        assertThat(shorter.response().id()).isEqualTo("second");
        // Two run while the second does: 20 (1 + 1) = 40. Alone before and after: 20.
        assertThat(gaps(shorter)).hasSize(7).containsOnly(40 * MILLI);
        List<Long> gaps = gaps(longer);
        assertThat(gaps).containsOnly(20 * MILLI, 40 * MILLI).endsWith(20 * MILLI);
        // 40 ms to its first token and 7 gaps of 40 ms fit 8 gaps of the first, begun while the second ran, and 1 at
        // the
        // edge.
        assertThat(gaps.stream().filter(gap -> gap == 40 * MILLI)).hasSizeBetween(7, 10);
        long firstToken = shorter.plannedNanos().get(0) - shorter.response().sentNanos();
        assertThat(firstToken).as("time to the first token beside another").isEqualTo(40 * MILLI);
    }

    private static List<Long> gaps(EmissionTrace emission) {
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < emission.response().chunks().size(); i++) {
            gaps.add(emission.plannedNanos().get(i) - emission.plannedNanos().get(i - 1));
        }
        return gaps;
    }

    @Test
    void whoLeavesTheQueueIsOnRecordAndMakesRoom() throws Exception {
        try (MockServer server = start();
                RawExchange first = new RawExchange(server.port())) {
            first.send(RawExchange.chat("HTTP/1.1", "mock-ttft60000", true, ""));
            waitFor(() -> server.stats().active() == 1);
            RawExchange second = ask(server);
            waitFor(() -> server.stats().waiting() == 1);
            second.close();

            EmissionTrace left = emission();
            assertThat(left.response().outcome()).isEqualTo(Outcome.CANCELLED);
            assertThat(left.response().attributes()).containsEntry("undeliveredTokens", "10");
            assertThat(queued(left)).isPositive();
            waitFor(() -> server.stats().waiting() == 0);
            first.abort();
            assertThat(emission().response().outcome()).isEqualTo(Outcome.CANCELLED);
            waitFor(() -> server.stats().budget().running() == 0);
        }
    }

    private static void waitFor(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 20 s").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
