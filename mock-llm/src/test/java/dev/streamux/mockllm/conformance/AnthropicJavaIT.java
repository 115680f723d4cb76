package dev.streamux.mockllm.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.errors.SseException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.Tool;
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

/** Anthropic's Java client, unmodified and with its own validation of responses on, against the mock's Messages. */
class AnthropicJavaIT {

    private static final int TOKENS = 40;

    private static Mock mock;
    private static AnthropicClient client;

    @BeforeAll
    static void open() {
        mock = new Mock();
        client = AnthropicOkHttpClient.builder()
                .baseUrl(mock.url())
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
    void aStreamHasOneDeltaATokenAndCumulativeCounts() {
        MessageAccumulator whole = MessageAccumulator.create();
        List<String> deltas = new ArrayList<>();
        try (StreamResponse<RawMessageStreamEvent> stream =
                client.messages().createStreaming(params("stream").build())) {
            stream.stream().forEach(event -> {
                whole.accumulate(event);
                event.contentBlockDelta()
                        .flatMap(delta -> delta.delta().text())
                        .ifPresent(text -> deltas.add(text.text()));
            });
        }
        assertThat(deltas).hasSize(TOKENS);
        assertThat(whole.message().usage().outputTokens()).isEqualTo(TOKENS);
        assertThat(whole.message().stopReason()).hasValue(StopReason.END_TURN);
        assertThat(text(whole.message())).isEqualTo(String.join("", deltas));
    }

    @Test
    void aBodySaysTheSameAsTheStream() {
        MessageAccumulator whole = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> stream =
                client.messages().createStreaming(params("streamed").build())) {
            stream.stream().forEach(whole::accumulate);
        }
        assertThat(text(client.messages().create(params("body").build()))).isEqualTo(text(whole.message()));
    }

    @Test
    void thinkingComesInABlockBeforeTheText() {
        MessageAccumulator whole = MessageAccumulator.create();
        MessageCreateParams params =
                params("thinking").maxTokens(4000).enabledThinking(1024).build();
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(params)) {
            stream.stream().forEach(whole::accumulate);
        }
        assertThat(whole.message().content().get(0).asThinking().thinking()).isNotEmpty();
        assertThat(whole.message().content().get(0).asThinking().signature()).isNotEmpty();
        assertThat(whole.message().content().get(1).asText().text()).isNotEmpty();
    }

    @Test
    void aToolCallStreamsItsInput() {
        Tool weather = Tool.builder()
                .name("weather")
                .inputSchema(Tool.InputSchema.builder()
                        .properties(Tool.InputSchema.Properties.builder()
                                .putAdditionalProperty("city", JsonValue.from(Map.of("type", "string")))
                                .build())
                        .required(List.of("city"))
                        .build())
                .build();
        MessageAccumulator whole = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages()
                .createStreaming(params("tool").addTool(weather).build())) {
            stream.stream().forEach(whole::accumulate);
        }
        assertThat(whole.message().stopReason()).hasValue(StopReason.TOOL_USE);
        Map<?, ?> input = whole.message().content().get(0).asToolUse()._input().convert(Map.class);
        assertThat(input.get("city")).isInstanceOf(String.class);
    }

    @Test
    void tooManyRequestsAreTriedAgainAfterTheTimeGiven() throws InterruptedException {
        long before = System.nanoTime();
        client.messages()
                .create(params("retry")
                        .putAdditionalHeader(Mock.FAULT, "status; code=429; retry-after=1; times=1; key=anthropic")
                        .build());
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
        assertThat(mock.emission("retry").response().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(mock.emission("retry").response().outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void refusalsHaveTheirOwnTypes() {
        AnthropicClient once = client.withOptions(options -> options.maxRetries(0));
        assertThatThrownBy(() -> once.messages()
                        .create(params("limit")
                                .putAdditionalHeader(Mock.FAULT, "status; code=429")
                                .build()))
                .isInstanceOf(RateLimitException.class);
        assertThatThrownBy(() -> once.messages()
                        .create(params("overload")
                                .putAdditionalHeader(Mock.FAULT, "status; code=529")
                                .build()))
                .isInstanceOfSatisfying(AnthropicServiceException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(529);
                    assertThat(e).hasMessageContaining("overloaded_error");
                });
        assertThatThrownBy(() ->
                        once.messages().create(params("wrong").maxTokens(0).build()))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void anErrorInsideTheStreamHasItsOwnType() {
        MessageCreateParams params = params("error")
                .putAdditionalHeader(Mock.FAULT, "error-event; after=10")
                .build();
        List<RawMessageStreamEvent> events = new ArrayList<>();
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(params)) {
            assertThatThrownBy(() -> stream.stream().forEach(events::add)).isInstanceOf(SseException.class);
        }
        assertThat(events.stream().filter(RawMessageStreamEvent::isContentBlockDelta))
                .hasSize(10);
    }

    @Test
    @Tag("timing")
    void aClientThatLeavesIsNoticedAtOnce() throws Exception {
        mock.noticesWithin100Millis(id -> {
            try (StreamResponse<RawMessageStreamEvent> stream = client.messages()
                    .createStreaming(params(id)
                            .putAdditionalHeader(Mock.ITL, Mock.MINUTE)
                            .build())) {
                Iterator<RawMessageStreamEvent> events = stream.stream().iterator();
                events.next();
                events.next();
            }
            return mock.now();
        });
    }

    private static String text(Message message) {
        return message.content().get(0).asText().text();
    }

    private static MessageCreateParams.Builder params(String id) {
        return MessageCreateParams.builder()
                .model("mock")
                .maxTokens(1000)
                .addUserMessage("Hello")
                .putAdditionalHeader(Mock.ID, id)
                .putAdditionalHeader(Mock.SEED, "7")
                .putAdditionalHeader(Mock.TOKENS, Integer.toString(TOKENS));
    }
}
