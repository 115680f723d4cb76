package dev.streamux.mockllm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.streamux.trace.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** LangChain4j's OpenAI models, unmodified, against the mock's chat completions. */
class LangChain4jIT {

    private static final int TOKENS = 40;

    private static Mock mock;

    @BeforeAll
    static void open() {
        mock = new Mock();
    }

    @AfterAll
    static void close() {
        mock.close();
    }

    @Test
    void aStreamHasOnePartATokenAndTheCountsAtItsEnd()
            throws ExecutionException, InterruptedException, TimeoutException {
        Parts parts = stream(Map.of(Mock.SEED, "7", Mock.TOKENS, Integer.toString(TOKENS)));
        ChatResponse response = parts.whole.get(30, TimeUnit.SECONDS);
        assertThat(parts.texts).hasSize(TOKENS);
        assertThat(response.aiMessage().text()).isEqualTo(String.join("", parts.texts));
        assertThat(response.tokenUsage().outputTokenCount()).isEqualTo(TOKENS);
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void aBodySaysTheSameAsTheStream() throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, String> headers = Map.of(Mock.SEED, "7", Mock.TOKENS, Integer.toString(TOKENS));
        OpenAiChatModel model = OpenAiChatModel.builder()
                .baseUrl(mock.url() + "/v1")
                .apiKey("none")
                .modelName("mock")
                .customHeaders(headers)
                .build();
        assertThat(model.chat("Hello"))
                .isEqualTo(stream(headers)
                        .whole
                        .get(30, TimeUnit.SECONDS)
                        .aiMessage()
                        .text());
    }

    @Test
    void aRefusalReachesTheErrorHandler() throws InterruptedException, TimeoutException {
        Parts parts = stream(Map.of(Mock.FAULT, "status; code=429"));
        try {
            assertThat(parts.whole.get(30, TimeUnit.SECONDS))
                    .as("an answer instead of a refusal")
                    .isNull();
        } catch (ExecutionException e) {
            assertThat(e.getCause().getClass().getSimpleName()).isEqualTo("RateLimitException");
        }
    }

    @Test
    void aToolIsCalledWithArgumentsThatFit() throws Exception {
        ToolSpecification weather = ToolSpecification.builder()
                .name("weather")
                .parameters(JsonObjectSchema.builder()
                        .addStringProperty("city")
                        .required("city")
                        .build())
                .build();
        ChatRequest request = ChatRequest.builder()
                .messages(UserMessage.from("Hello"))
                .toolSpecifications(weather)
                .build();
        Parts parts = new Parts();
        model(Map.of(Mock.SEED, "7")).chat(request, parts);
        ToolExecutionRequest call = parts.whole
                .get(30, TimeUnit.SECONDS)
                .aiMessage()
                .toolExecutionRequests()
                .get(0);
        assertThat(call.name()).isEqualTo("weather");
        assertThat(new ObjectMapper().readTree(call.arguments()).get("city").isTextual())
                .isTrue();
    }

    @Test
    void tooManyRequestsAreTriedAgain() throws InterruptedException {
        OpenAiChatModel model = OpenAiChatModel.builder()
                .baseUrl(mock.url() + "/v1")
                .apiKey("none")
                .modelName("mock")
                .maxRetries(2)
                .customHeaders(Map.of(
                        Mock.ID, "retry", Mock.FAULT, "status; code=429; retry-after=1; times=1; key=langchain4j"))
                .build();
        assertThat(model.chat("Hello")).isNotEmpty();
        assertThat(mock.emission("retry").response().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(mock.emission("retry").response().outcome()).isEqualTo(Outcome.COMPLETE);
    }

    /** This client has no type for it: what is no chunk is dropped, and the text so far is taken for the answer. */
    @Test
    void anErrorInsideTheStreamEndsIt() throws Exception {
        Parts parts = stream(Map.of(Mock.SEED, "7", Mock.TOKENS, "40", Mock.FAULT, "error-event; after=10"));
        ChatResponse response = parts.whole.get(30, TimeUnit.SECONDS);
        assertThat(parts.texts).hasSize(10);
        assertThat(response.finishReason()).isNull();
    }

    @Test
    @Tag("timing")
    void aClientThatLeavesIsNoticedAtOnce() throws Exception {
        mock.noticesWithin100Millis(id -> {
            CompletableFuture<Long> left = new CompletableFuture<>();
            model(Map.of(Mock.ID, id, Mock.ITL, Mock.MINUTE)).chat("Hello", new Leaving(left));
            return left.get(30, TimeUnit.SECONDS);
        });
    }

    private static Parts stream(Map<String, String> headers) {
        Parts parts = new Parts();
        model(headers).chat("Hello", parts);
        return parts;
    }

    private static OpenAiStreamingChatModel model(Map<String, String> headers) {
        return OpenAiStreamingChatModel.builder()
                .baseUrl(mock.url() + "/v1")
                .apiKey("none")
                .modelName("mock")
                .customHeaders(headers)
                .build();
    }

    /** Cancels at the first text. */
    private static final class Leaving implements StreamingChatResponseHandler {
        private final CompletableFuture<Long> left;

        Leaving(CompletableFuture<Long> left) {
            this.left = left;
        }

        @Override
        public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
            context.streamingHandle().cancel();
            left.complete(mock.now());
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            left.completeExceptionally(new AssertionError("an answer that was cancelled is not complete"));
        }

        @Override
        public void onError(Throwable error) {
            left.completeExceptionally(error);
        }
    }

    private static final class Parts implements StreamingChatResponseHandler {

        private final List<String> texts = new CopyOnWriteArrayList<>();
        private final CompletableFuture<ChatResponse> whole = new CompletableFuture<>();

        @Override
        public void onPartialResponse(String partialResponse) {
            texts.add(partialResponse);
        }

        @Override
        public void onCompleteResponse(ChatResponse completeResponse) {
            whole.complete(completeResponse);
        }

        @Override
        public void onError(Throwable error) {
            whole.completeExceptionally(error);
        }
    }
}
