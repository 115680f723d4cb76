package dev.streamux.mockllm.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

    private static Parts stream(Map<String, String> headers) {
        Parts parts = new Parts();
        OpenAiStreamingChatModel.builder()
                .baseUrl(mock.url() + "/v1")
                .apiKey("none")
                .modelName("mock")
                .customHeaders(headers)
                .build()
                .chat("Hello", parts);
        return parts;
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
