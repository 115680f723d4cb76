package dev.streamux.simulations.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.request.HttpVersion;
import dev.streamux.simulations.client.request.Limits;
import dev.streamux.simulations.client.request.RequestBuilder;
import dev.streamux.simulations.client.request.StopCondition;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAgainstMockIT {
    private final NanoClock clock = NanoClock.startingNow();
    private final MockServer mock = MockServer.start(MockConfig.defaults(), clock);
    private final StreamingClient client = new StreamingClient(clock);

    @AfterEach
    void close() {
        client.close();
        mock.close();
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI_CHAT, SSE",
        "OPENAI_CHAT, JSON",
        "OPENAI_RESPONSES, SSE",
        "OPENAI_RESPONSES, JSON",
        "OPENAI_RESPONSES, WEBSOCKET",
        "ANTHROPIC, SSE",
        "ANTHROPIC, JSON",
        "GEMINI, SSE",
        "GEMINI, JSON"
    })
    void everyDialectAndDeliveryGivesTheSameTextAndCounts(Dialect dialect, Delivery delivery) {
        ResponseTrace reference = send(request("mock-ttft20-itl2-len30-seed7"));
        ResponseTrace trace =
                send(request("mock-ttft20-itl2-len30-seed7").dialect(dialect).delivery(delivery));
        assertThat(trace.outcome()).as("%s", trace.error()).isEqualTo(Outcome.COMPLETE);
        assertThat(trace.text()).isEqualTo(reference.text());
        assertThat(trace.chunks().size()).isEqualTo(delivery == Delivery.JSON ? 1 : 30);
        assertThat(trace.usage())
                .hasValueSatisfying(usage -> assertThat(usage.outputTokens()).isEqualTo(30));
    }

    @Test
    void oneWebSocketCarriesOneResponseAfterAnother() {
        ResponseTrace first = send(socket("mock-ttft5-itl1-len10-seed7"));
        ResponseTrace second = send(socket("mock-ttft5-itl1-len12-seed8"));
        assertThat(first.attributes()).containsEntry("connection", "new");
        assertThat(second.attributes()).containsEntry("connection", "reused").containsEntry("markId", second.id());
        assertThat(second.outcome()).as("%s", second.error()).isEqualTo(Outcome.COMPLETE);
        assertThat(second.chunks().size()).isEqualTo(12);
        assertThat(second.text())
                .isEqualTo(send(request("mock-ttft5-itl1-len12-seed8")).text());
    }

    @Test
    void aWebSocketIsNotUsedAgainAfterAStop() {
        ResponseTrace stopped = send(socket("mock-ttft5-itl5-len100").stop(new StopCondition.AfterTokens(3)));
        assertThat(stopped.attributes()).containsEntry("connectionReusableAfterStop", "false");
        assertThat(send(socket("mock-ttft5-itl1-len10")).attributes()).containsEntry("connection", "new");
    }

    private RequestBuilder socket(String model) {
        return request(model).dialect(Dialect.OPENAI_RESPONSES).delivery(Delivery.WEBSOCKET);
    }

    @Test
    void http2GivesTheSameStreamAndStopsWithoutClosingTheConnection() {
        ResponseTrace trace = send(request("mock-ttft20-itl2-len30-seed7").httpVersion(HttpVersion.HTTP_2));
        assertThat(trace.outcome()).as("%s", trace.error()).isEqualTo(Outcome.COMPLETE);
        assertThat(trace.text())
                .isEqualTo(send(request("mock-ttft20-itl2-len30-seed7")).text());
        ResponseTrace stopped = send(request("mock-ttft20-itl5-len100")
                .httpVersion(HttpVersion.HTTP_2)
                .stop(new StopCondition.AfterTokens(5)));
        assertThat(stopped.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(stopped.attributes()).containsEntry("connectionReusableAfterStop", "true");
        ResponseTrace after = send(request("mock-ttft5-itl1-len5").httpVersion(HttpVersion.HTTP_2));
        assertThat(after.outcome()).as("%s", after.error()).isEqualTo(Outcome.COMPLETE);
        assertThat(after.attributes()).containsEntry("connection", "reused");
    }

    @Test
    void theIdOfTheRequestComesBackInTheStream() {
        ResponseTrace trace = send(request("mock-ttft5-itl1-len5"));
        assertThat(trace.attributes()).containsEntry("markId", "r1");
    }

    @ParameterizedTest
    @CsvSource({
        "truncate; after=5, TRUNCATED",
        "reset; after=5, RESET",
        "error-event; after=5, ERROR",
        "garbage; after=5, ERROR",
        "status; code=503, REJECTED"
    })
    void everyFaultHasItsOutcome(String fault, Outcome expected) {
        for (Dialect dialect : Dialect.values()) {
            ResponseTrace trace =
                    send(request("mock-ttft10-itl2-len20").dialect(dialect).header("X-Streamux-Fault", fault));
            assertThat(trace.outcome()).as("%s: %s", dialect, trace.error()).isEqualTo(expected);
            assertThat(trace.chunks().size()).as(dialect.word()).isEqualTo(expected == Outcome.REJECTED ? 0 : 5);
        }
    }

    @Test
    void aStallIsStalled() {
        ResponseTrace trace = send(request("mock-ttft10-itl2-len20")
                .header("X-Streamux-Fault", "stall; after=5")
                .limits(Limits.DEFAULT.withIdle(Duration.ofMillis(300))));
        assertThat(trace.outcome()).isEqualTo(Outcome.STALLED);
        assertThat(trace.chunks().size()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"cr", "crlf", "lf"})
    void lineEndsAndFragmentsChangeNothing(String eol) {
        ResponseTrace trace = send(request("mock-ttft10-itl2-len20-seed3")
                .header("X-Streamux-Eol", eol)
                .header("X-Streamux-Fragment-Bytes", "7")
                .header("X-Streamux-Keepalive-Every", "2"));
        ResponseTrace plain = send(request("mock-ttft10-itl2-len20-seed3"));
        assertThat(trace.outcome()).as("%s", trace.error()).isEqualTo(Outcome.COMPLETE);
        assertThat(trace.text()).isEqualTo(plain.text());
        assertThat(trace.attributes()).containsKey("comments");
    }

    private RequestBuilder request(String model) {
        return ClientRequest.builder("r1", URI.create(mock.baseUrl())).model(model);
    }

    private ResponseTrace send(RequestBuilder request) {
        return client.send(request.build()).orTimeout(20, TimeUnit.SECONDS).join();
    }
}
