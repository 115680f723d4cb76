package dev.streamux.mockllm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that goes away, or reads slowly. */
class ClientLeavesIT {
    private final BlockingQueue<EmissionTrace> emissions = new LinkedBlockingQueue<>();
    private final NanoClock clock = NanoClock.startingNow();
    private MockServer server;

    @BeforeEach
    void start() {
        server = MockServer.start(MockConfig.defaults(), clock);
        server.emissionsTo(emissions::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private EmissionTrace emission() throws InterruptedException {
        EmissionTrace emission = emissions.poll(20, TimeUnit.SECONDS);
        assertThat(emission).as("an emission within 20 s").isNotNull();
        return emission;
    }

    private void awaitActive() {
        long limit = clock.nanos() + 20_000_000_000L;
        while (server.stats().active() == 0) {
            assertThat(clock.nanos()).as("an active answer within 20 s").isLessThan(limit);
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavingBeforeTheFirstTokenStopsTheAnswer(boolean stream) throws IOException, InterruptedException {
        long left;
        try (RawExchange exchange = new RawExchange(server.port())) {
            exchange.send(RawExchange.chat("HTTP/1.1", "mock-ttft60000-len10", stream, ""));
            awaitActive();
            left = clock.nanos();
        }
        EmissionTrace emission = emission();

        assertThat(emission.response().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(emission.response().attributes()).containsEntry("undeliveredTokens", "10");
        assertThat(Long.parseLong(emission.response().attributes().getOrDefault("clientLeftNanos", "0")))
                .isGreaterThanOrEqualTo(left);
        // Far from the 60 s that the answer would have taken.
        assertThat(emission.response().endNanos() - left).isLessThan(5_000_000_000L);
        assertThat(server.stats().active()).isZero();
    }

    @Test
    void leavingInTheMiddleStopsTheStreamAndWhatWasSentIsKnown() throws IOException, InterruptedException {
        try (RawExchange exchange = new RawExchange(server.port())) {
            exchange.send(RawExchange.chat("HTTP/1.1", "mock-ttft5-itl50-len2000", true, ""));
            exchange.until("{\"content\":\"");
        }
        EmissionTrace emission = emission();

        assertThat(emission.response().outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(emission.response().chunks().size()).isBetween(1, 200);
        int undelivered = Integer.parseInt(emission.response().attributes().getOrDefault("undeliveredTokens", "-1"));
        assertThat(undelivered).isEqualTo(2_000 - emission.response().chunks().size());
    }

    @Test
    void aClientThatDoesNotReadHoldsTheStreamBackAndThenGetsAllOfIt() throws IOException, InterruptedException {
        try (RawExchange exchange = new RawExchange(server.port())) {
            // 60,000 tokens of 300 bytes are 18 MB, more than all socket buffers on the way hold.
            exchange.send(RawExchange.chat("HTTP/1.1", "mock-ttft0-itl0-len60000", true, ""));
            awaitActive();
            long limit = clock.nanos() + 20_000_000_000L;
            long before = -1;
            long settled = clock.nanos();
            while (clock.nanos() - settled < 300_000_000L && clock.nanos() < limit) {
                if (server.stats().tokens() != before) {
                    before = server.stats().tokens();
                    settled = clock.nanos();
                }
                Thread.onSpinWait();
            }
            assertThat(server.stats().tokens()).isLessThan(60_000);
            assertThat(exchange.until("data: [DONE]")).contains("[DONE]");
        }
        EmissionTrace emission = emission();
        assertThat(emission.response().outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(Long.parseLong(emission.response().attributes().getOrDefault("unwritableNanos", "0")))
                .isPositive();
    }
}
