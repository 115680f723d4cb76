package dev.streamux.mockllm.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.Reasoning;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStatus;
import com.openai.models.responses.ResponseStreamEvent;
import dev.streamux.trace.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** OpenAI's Java client, unmodified and with its own validation of responses on, against the mock's Responses. */
class OpenAiResponsesJavaIT {

    private static final int TOKENS = 40;

    private static Mock mock;
    private static OpenAIClient client;

    @BeforeAll
    static void open() {
        mock = new Mock();
        client = OpenAIOkHttpClient.builder()
                .baseUrl(mock.url() + "/v1")
                .apiKey("none")
                .responseValidation(true)
                .build();
    }

    @AfterAll
    static void close() {
        client.close();
        mock.close();
    }

    @Test
    void aStreamHasOneDeltaATokenAndRisingNumbers() {
        ResponseAccumulator whole = ResponseAccumulator.create();
        List<String> deltas = new ArrayList<>();
        try (StreamResponse<ResponseStreamEvent> stream =
                client.responses().createStreaming(params("stream").build())) {
            stream.stream().forEach(event -> {
                whole.accumulate(event);
                event.outputTextDelta().ifPresent(delta -> deltas.add(delta.delta()));
            });
        }
        assertThat(deltas).hasSize(TOKENS);
        assertThat(text(whole.response())).isEqualTo(String.join("", deltas));
        assertThat(whole.response().status()).hasValue(ResponseStatus.COMPLETED);
        assertThat(whole.response().usage().orElseThrow().outputTokens()).isEqualTo(TOKENS);
    }

    @Test
    void aBodySaysTheSameAsTheStream() {
        ResponseAccumulator whole = ResponseAccumulator.create();
        try (StreamResponse<ResponseStreamEvent> stream =
                client.responses().createStreaming(params("streamed").build())) {
            stream.stream().forEach(whole::accumulate);
        }
        assertThat(text(client.responses().create(params("body").build()))).isEqualTo(text(whole.response()));
    }

    @Test
    void aLimitMakesTheResponseIncomplete() {
        Response response =
                client.responses().create(params("short").maxOutputTokens(16).build());
        assertThat(response.status()).hasValue(ResponseStatus.INCOMPLETE);
        assertThat(response.usage().orElseThrow().outputTokens()).isEqualTo(16);
    }

    @Test
    void aFunctionCallHasValidArguments() throws JsonProcessingException {
        FunctionTool weather = FunctionTool.builder()
                .name("weather")
                .strict(false)
                .parameters(FunctionTool.Parameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty("properties", JsonValue.from(Map.of("city", Map.of("type", "string"))))
                        .build())
                .build();
        ResponseAccumulator whole = ResponseAccumulator.create();
        StringBuilder arguments = new StringBuilder();
        try (StreamResponse<ResponseStreamEvent> stream = client.responses()
                .createStreaming(params("tool").addTool(weather).build())) {
            stream.stream().forEach(event -> {
                whole.accumulate(event);
                event.functionCallArgumentsDelta().ifPresent(delta -> arguments.append(delta.delta()));
            });
        }
        assertThat(whole.response().output().get(0).asFunctionCall().arguments())
                .isEqualTo(arguments.toString());
        assertThat(new ObjectMapper().readTree(arguments.toString()).get("city").isTextual())
                .isTrue();
    }

    @Test
    void aSummaryOfTheReasoningComesWhenAskedFor() {
        List<String> reasoning = new ArrayList<>();
        ResponseCreateParams params = params("reasoning")
                .reasoning(Reasoning.builder().summary(Reasoning.Summary.AUTO).build())
                .build();
        ResponseAccumulator whole = ResponseAccumulator.create();
        try (StreamResponse<ResponseStreamEvent> stream = client.responses().createStreaming(params)) {
            stream.stream().forEach(event -> {
                whole.accumulate(event);
                event.reasoningSummaryTextDelta().ifPresent(delta -> reasoning.add(delta.delta()));
            });
        }
        assertThat(reasoning).isNotEmpty();
        assertThat(whole.response()
                        .output()
                        .get(0)
                        .asReasoning()
                        .summary()
                        .get(0)
                        .text())
                .isEqualTo(String.join("", reasoning));
        assertThat(whole.response().usage().orElseThrow().outputTokensDetails().reasoningTokens())
                .isEqualTo(reasoning.size());
    }

    @Test
    void anErrorInsideTheStreamIsAnEventOfItsOwnType() {
        ResponseCreateParams params = params("error")
                .putAdditionalHeader(Mock.FAULT, "error-event; after=10")
                .build();
        List<ResponseStreamEvent> events = new ArrayList<>();
        try (StreamResponse<ResponseStreamEvent> stream = client.responses().createStreaming(params)) {
            stream.stream().forEach(events::add);
        }
        assertThat(events.stream().filter(ResponseStreamEvent::isOutputTextDelta))
                .hasSize(10);
        // this client hands the event over and does not throw; the stream ends without response.completed
        assertThat(events.get(events.size() - 1).asError().message()).isNotEmpty();
        assertThat(events).noneMatch(ResponseStreamEvent::isCompleted);
    }

    @Test
    void tooManyRequestsAreTriedAgainAfterTheTimeGiven() throws InterruptedException {
        long before = System.nanoTime();
        client.responses()
                .create(params("retry")
                        .putAdditionalHeader(Mock.FAULT, "status; code=429; retry-after=1; times=1; key=responses")
                        .build());
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
        assertThat(mock.emission("retry").response().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(mock.emission("retry").response().outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    @Tag("timing")
    void aClientThatLeavesIsNoticedAtOnce() throws Exception {
        mock.noticesWithin100Millis(id -> {
            try (StreamResponse<ResponseStreamEvent> stream = client.responses()
                    .createStreaming(params(id)
                            .putAdditionalHeader(Mock.ITL, Mock.MINUTE)
                            .build())) {
                Iterator<ResponseStreamEvent> events = stream.stream().iterator();
                events.next();
                events.next();
            }
            return mock.now();
        });
    }

    @Test
    void aWrongRequestIsABadRequest() {
        assertThatThrownBy(() -> client.responses()
                        .create(params("wrong").temperature(9.0).build()))
                .isInstanceOf(BadRequestException.class);
    }

    private static String text(Response response) {
        return response.output()
                .get(0)
                .asMessage()
                .content()
                .get(0)
                .asOutputText()
                .text();
    }

    private static ResponseCreateParams.Builder params(String id) {
        return ResponseCreateParams.builder()
                .model("mock")
                .input("Hello")
                .putAdditionalHeader(Mock.ID, id)
                .putAdditionalHeader(Mock.SEED, "7")
                .putAdditionalHeader(Mock.TOKENS, Integer.toString(TOKENS));
    }
}
