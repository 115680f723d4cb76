package dev.streamux.mockllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.mockllm.knob.Knob;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server as a client sees it, over real sockets. */
class MockServerIT {
    private static final String CHAT = "/v1/chat/completions";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BlockingQueue<EmissionTrace> emissions = new LinkedBlockingQueue<>();
    private MockServer server;

    @BeforeEach
    void start() {
        MockConfig config = MockConfig.defaults().withKnob(Knob.TTFT, "20").withKnob(Knob.ITL, "2");
        server = MockServer.start(config, NanoClock.startingNow());
        server.emissionsTo(emissions::add);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> chat(String model, boolean stream, String... headers)
            throws IOException, InterruptedException {
        String body = "{\"model\":\"" + model + "\",\"stream\":" + stream
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"Why is the sky blue?\"}]}";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.baseUrl() + CHAT))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private EmissionTrace emission() throws InterruptedException {
        EmissionTrace emission = emissions.poll(20, TimeUnit.SECONDS);
        assertThat(emission).as("an emission within 20 s").isNotNull();
        return emission;
    }

    @Test
    void everyTokenIsOneEventAndTheStreamEndsWithDone() throws Exception {
        HttpResponse<String> response = chat("mock", true, "X-Streamux-Tokens", "7", "X-Streamux-Id", "one");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(response.headers().firstValue("cache-control")).hasValue("no-cache");
        assertThat(response.headers().firstValue("content-length")).isEmpty();
        assertThat(response.body()).endsWith("data: [DONE]\n\n");
        // Role, seven deltas, finish, [DONE].
        assertThat(response.body().split("\n\n")).hasSize(10);
        assertThat(emission().response().chunks().size()).isEqualTo(7);
    }

    @Test
    void oneSeedGivesOneTextInBothDeliveries() throws Exception {
        chat("mock-seed5-len30", true);
        chat("mock-seed5-len30", false);
        chat("mock-seed6-len30", false);

        String streamed = emission().response().text().orElseThrow();
        String whole = emission().response().text().orElseThrow();
        String other = emission().response().text().orElseThrow();
        assertThat(whole).isEqualTo(streamed);
        assertThat(other).isNotEqualTo(streamed);
    }

    @Test
    void oneBodyIsPlannedForWhenTheLastTokenWouldHaveLeft() throws Exception {
        chat("mock-seed5-len10-ttft30-itl4", true);
        chat("mock-seed5-len10-ttft30-itl4", false);

        EmissionTrace streamed = emission();
        EmissionTrace whole = emission();
        // 30 + 9 * 4 = 66
        assertThat(streamed.plannedNanos().get(9) - streamed.response().sentNanos())
                .isEqualTo(66_000_000);
        assertThat(whole.plannedNanos().get(0) - whole.response().sentNanos()).isEqualTo(66_000_000);
    }

    @Test
    void aHeaderWinsOverMetadataAndThatOverTheModelsName() throws Exception {
        HttpResponse<String> header = chat("mock-len9", true, "X-Streamux-Tokens", "3");

        assertThat(header.headers().firstValue("x-streamux-script"))
                .hasValueSatisfying(script -> assertThat(script).contains("tokens=3"));
    }

    @Test
    void anUnknownPartOfTheModelsNameIsRefusedWithTheKnownOnes() throws Exception {
        HttpResponse<String> response = chat("mock-bogus3", true);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("bogus3")
                .contains("ttftN")
                .contains("truncateN")
                .contains("\"error\"");
    }

    @Test
    void anUnknownPathIsAJson404() throws Exception {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(server.baseUrl() + "/nothing"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(response.body()).contains("/nothing");
    }

    @Test
    void aStatusFaultStrikesTheFirstTimesOfItsKeyOnly() throws Exception {
        String fault = "status; code=429; retry-after=1; times=2; key=abc";

        List<Integer> statuses = List.of(
                chat("mock-len2", true, "X-Streamux-Fault", fault).statusCode(),
                chat("mock-len2", true, "X-Streamux-Fault", fault).statusCode(),
                chat("mock-len2", true, "X-Streamux-Fault", fault).statusCode());

        assertThat(statuses).containsExactly(429, 429, 200);
        assertThat(emission().response().outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void aTruncatedStreamEndsCleanlyAfterItsTokens() throws Exception {
        HttpResponse<String> response = chat("mock-len40-truncate20", true);

        assertThat(response.body()).doesNotContain("[DONE]");
        EmissionTrace emission = emission();
        assertThat(emission.response().outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(emission.response().chunks().size()).isEqualTo(20);
        assertThat(emission.response().attributes()).containsEntry("undeliveredTokens", "20");
    }

    @Test
    void aResetStreamIsAnErrorForTheClientAndLeavesNothingActive() throws Exception {
        assertThatThrownBy(() -> chat("mock-len40-reset20", true)).isInstanceOf(IOException.class);

        assertThat(emission().response().outcome()).isEqualTo(Outcome.RESET);
        assertThat(server.stats().active()).isZero();
    }

    @Test
    void aPortInUseIsToldInWords() {
        MockConfig same = MockConfig.defaults().withPort(server.port());

        assertThatThrownBy(() -> MockServer.start(same, NanoClock.startingNow()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("port " + server.port())
                .hasMessageContaining("--port");
    }

    @Test
    void theControlPlaneTellsWhatWasDone() throws Exception {
        chat("mock-len5", true, "X-Streamux-Id", "told");
        assertThat(emission().response().id()).isEqualTo("told");

        assertThat(get("/_mock/health")).contains("\"status\":");
        assertThat(get("/_mock/stats"))
                .contains("\"active\":0")
                .contains("\"completed\":1")
                .contains("\"tokens\":5");
        assertThat(get("/_mock/metrics"))
                .contains("streamux_mock_answers_total{outcome=\"complete\"} 1")
                .contains("vllm:generation_tokens_total 5")
                .contains("# TYPE vllm:time_to_first_token_seconds histogram")
                // Due after 20 ms, so never among those of at most 10 ms; of five tokens four come after a gap.
                .contains("vllm:time_to_first_token_seconds_bucket{le=\"0.01\"} 0\n")
                .contains("vllm:time_to_first_token_seconds_bucket{le=\"+Inf\"} 1\n")
                .contains("vllm:inter_token_latency_seconds_count 4\n")
                .contains("vllm:time_per_output_token_seconds_count 4\n")
                .contains("vllm:request_queue_time_seconds_sum 0.0\n")
                .contains("vllm:e2e_request_latency_seconds_count 1\n");
        assertThat(get("/_mock/clock")).contains("\"nanos\":");
        assertThat(get("/_mock/emissions?id=told")).contains("\"id\":\"told\"").contains("plannedNanos");
        assertThat(get("/_mock/emissions?id=other")).isEmpty();
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
