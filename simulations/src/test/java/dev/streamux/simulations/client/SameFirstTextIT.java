package dev.streamux.simulations.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One profile of the mock gives one time to first visible text, measured here, in every dialect and over the WebSocket. */
@Tag("timing")
class SameFirstTextIT {
    private static final int ROUNDS = 15;
    private static final int ATTEMPTS = 4;
    private static final double LIMIT_MILLIS = 2;
    private static final double SET_MILLIS = 40;

    /** A dialect and how it travels. */
    private record Way(Dialect dialect, Delivery delivery) {}

    private static final List<Way> WAYS = List.of(
            new Way(Dialect.OPENAI_CHAT, Delivery.SSE),
            new Way(Dialect.OPENAI_RESPONSES, Delivery.SSE),
            new Way(Dialect.OPENAI_RESPONSES, Delivery.WEBSOCKET),
            new Way(Dialect.ANTHROPIC, Delivery.SSE),
            new Way(Dialect.GEMINI, Delivery.SSE));

    /**
     * Medians, because a busy machine delays single answers; ways in turn, so that all share the same noise; and several
     * attempts, because a median can be unlucky too. A dialect that is really slower fails every attempt.
     */
    @Test
    void everyDialectShowsItsFirstTextAtTheSameTime() {
        NanoClock clock = NanoClock.startingNow();
        List<Map<Way, Double>> attempts = new ArrayList<>();
        try (MockServer mock = MockServer.start(MockConfig.defaults(), clock);
                StreamingClient client = new StreamingClient(clock)) {
            do {
                attempts.add(medians(mock, client));
            } while (attempts.size() < ATTEMPTS && spread(attempts.get(attempts.size() - 1)) > LIMIT_MILLIS);
        }
        assertThat(attempts.stream().mapToDouble(SameFirstTextIT::spread).min().orElseThrow())
                .as("spread of the medians in ms; attempts: %s", attempts)
                .isLessThanOrEqualTo(LIMIT_MILLIS);
    }

    private static double spread(Map<Way, Double> medians) {
        return Collections.max(medians.values()) - Math.min(SET_MILLIS, Collections.min(medians.values()));
    }

    private static Map<Way, Double> medians(MockServer mock, StreamingClient client) {
        Map<Way, List<Double>> all = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Way way : WAYS) {
                all.computeIfAbsent(way, key -> new ArrayList<>()).add(firstText(mock, client, way));
            }
        }
        Map<Way, Double> medians = new LinkedHashMap<>();
        all.forEach((way, times) -> {
            Collections.sort(times);
            medians.put(way, times.get(ROUNDS / 2));
        });
        return medians;
    }

    private static double firstText(MockServer mock, StreamingClient client, Way way) {
        ResponseTrace trace = client.send(ClientRequest.builder("r", URI.create(mock.baseUrl()))
                        .model("mock-ttft40-itl1-len3")
                        .dialect(way.dialect())
                        .delivery(way.delivery())
                        .build())
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        assertThat(trace.outcome()).as("%s", trace.error()).isEqualTo(Outcome.COMPLETE);
        return (trace.chunks().timeNanos(0) - trace.sentNanos()) / 1e6;
    }
}
