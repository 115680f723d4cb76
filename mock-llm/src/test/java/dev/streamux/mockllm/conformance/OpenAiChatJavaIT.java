package dev.streamux.mockllm.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.RateLimitException;
import com.openai.errors.SseException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
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

/** OpenAI's Java client, unmodified and with its own validation of responses on, against the mock's chat completions. */
class OpenAiChatJavaIT {

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
    void aStreamHasOneDeltaATokenAndTheCountsAtItsEnd() {
        ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();
        List<String> deltas = new ArrayList<>();
        ChatCompletionCreateParams params = params("stream")
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(params)) {
            stream.stream().forEach(chunk -> {
                whole.accumulate(chunk);
                chunk.choices()
                        .forEach(choice -> choice.delta()
                                .content()
                                .filter(text -> !text.isEmpty())
                                .ifPresent(deltas::add));
            });
        }
        ChatCompletion completion = whole.chatCompletion();
        assertThat(deltas).hasSize(TOKENS);
        assertThat(completion.usage().orElseThrow().completionTokens()).isEqualTo(TOKENS);
        assertThat(completion.choices().get(0).finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
        assertThat(completion.choices().get(0).message().content()).hasValue(String.join("", deltas));
    }

    @Test
    void aBodySaysTheSameAsTheStream() {
        ChatCompletion completion =
                client.chat().completions().create(params("body").build());
        StringBuilder streamed = new StringBuilder();
        try (StreamResponse<ChatCompletionChunk> stream = client.chat()
                .completions()
                .createStreaming(params("body-streamed").build())) {
            stream.stream()
                    .forEach(chunk -> chunk.choices().get(0).delta().content().ifPresent(streamed::append));
        }
        assertThat(completion.choices().get(0).message().content()).hasValue(streamed.toString());
        assertThat(completion.usage().orElseThrow().completionTokens()).isEqualTo(TOKENS);
    }

    @Test
    void severalChoicesStreamSideBySideAndSayWhatTheBodySays() {
        ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();
        List<Long> turns = new ArrayList<>();
        ChatCompletionCreateParams params = params("choices")
                .n(3)
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(params)) {
            stream.stream().forEach(chunk -> {
                whole.accumulate(chunk);
                chunk.choices().forEach(choice -> turns.add(choice.index()));
            });
        }
        ChatCompletion completion = whole.chatCompletion();
        ChatCompletion body =
                client.chat().completions().create(params("choices-body").n(3).build());
        List<String> texts = texts(completion);
        assertThat(texts).doesNotHaveDuplicates().hasSize(3).isEqualTo(texts(body));
        assertThat(texts.get(0))
                .as("the first is what a request for one gets")
                .isEqualTo(
                        texts(client.chat().completions().create(params("one").build()))
                                .get(0));
        assertThat(turns.subList(0, 6)).containsExactly(0L, 1L, 2L, 0L, 1L, 2L);
        assertThat(completion.usage().orElseThrow().completionTokens()).isEqualTo(3 * TOKENS);
        assertThat(completion.choices())
                .allMatch(choice -> choice.finishReason().equals(ChatCompletion.Choice.FinishReason.STOP));
    }

    private static List<String> texts(ChatCompletion completion) {
        return completion.choices().stream()
                .map(choice -> choice.message().content().orElseThrow())
                .toList();
    }

    @Test
    void aToolCallStreamsValidArguments() throws JsonProcessingException {
        FunctionDefinition weather = FunctionDefinition.builder()
                .name("weather")
                .parameters(FunctionParameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty(
                                "properties",
                                JsonValue.from(
                                        Map.of("city", Map.of("type", "string"), "days", Map.of("type", "integer"))))
                        .build())
                .build();
        ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();
        try (StreamResponse<ChatCompletionChunk> stream = client.chat()
                .completions()
                .createStreaming(params("tool").addFunctionTool(weather).build())) {
            stream.stream().forEach(whole::accumulate);
        }
        ChatCompletion.Choice choice = whole.chatCompletion().choices().get(0);
        assertThat(choice.finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.TOOL_CALLS);
        ChatCompletionMessageFunctionToolCall call =
                choice.message().toolCalls().orElseThrow().get(0).asFunction();
        assertThat(call.function().name()).isEqualTo("weather");
        JsonNode arguments = new ObjectMapper().readTree(call.function().arguments());
        assertThat(arguments.get("city").isTextual()).isTrue();
        assertThat(arguments.get("days").isInt()).isTrue();
    }

    @Test
    void tooManyRequestsAreTriedAgainAfterTheTimeGiven() throws InterruptedException {
        long before = System.nanoTime();
        ChatCompletion completion = client.chat()
                .completions()
                .create(params("retry")
                        .putAdditionalHeader(Mock.FAULT, "status; code=429; retry-after=1; times=1; key=openai-chat")
                        .build());
        assertThat(completion.choices()).hasSize(1);
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
        assertThat(mock.emission("retry").response().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(mock.emission("retry").response().outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void tooManyRequestsForGoodAreARateLimit() {
        assertThatThrownBy(() -> client.withOptions(options -> options.maxRetries(0))
                        .chat()
                        .completions()
                        .create(params("limit")
                                .putAdditionalHeader(Mock.FAULT, "status; code=429; retry-after=1")
                                .build()))
                .isInstanceOf(RateLimitException.class);
    }

    @Test
    void anErrorInsideTheStreamHasItsOwnType() {
        ChatCompletionCreateParams params = params("error")
                .putAdditionalHeader(Mock.FAULT, "error-event; after=10")
                .build();
        List<String> deltas = new ArrayList<>();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(params)) {
            assertThatThrownBy(() -> stream.stream()
                            .forEach(chunk -> chunk.choices()
                                    .get(0)
                                    .delta()
                                    .content()
                                    .filter(text -> !text.isEmpty())
                                    .ifPresent(deltas::add)))
                    .isInstanceOf(SseException.class);
        }
        assertThat(deltas).hasSize(10);
    }

    @Test
    void aWrongRequestIsABadRequest() {
        assertThatThrownBy(() -> client.chat()
                        .completions()
                        .create(params("wrong").temperature(9.0).build()))
                .isInstanceOfSatisfying(
                        BadRequestException.class, e -> assertThat(e.param()).hasValue("temperature"));
    }

    @Test
    @Tag("timing")
    void aClientThatLeavesIsNoticedAtOnce() throws Exception {
        mock.noticesWithin100Millis(id -> {
            try (StreamResponse<ChatCompletionChunk> stream = client.chat()
                    .completions()
                    .createStreaming(params(id)
                            .putAdditionalHeader(Mock.ITL, Mock.MINUTE)
                            .build())) {
                Iterator<ChatCompletionChunk> events = stream.stream().iterator();
                events.next();
                events.next();
            }
            return mock.now();
        });
    }

    private static ChatCompletionCreateParams.Builder params(String id) {
        return ChatCompletionCreateParams.builder()
                .model("mock")
                .addUserMessage("Hello")
                .putAdditionalHeader(Mock.ID, id)
                .putAdditionalHeader(Mock.SEED, "7")
                .putAdditionalHeader(Mock.TOKENS, Integer.toString(TOKENS));
    }
}
