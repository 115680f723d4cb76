package dev.streamux.protocol.chat.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionEncoderTest {
    private static final Question QUESTION = new Question(
            "m1",
            List.of(Turn.system("Be brief."), Turn.user("Hi"), Turn.assistant("Hello"), Turn.user("Why?")),
            OptionalInt.of(50),
            true,
            Map.of("k", "v"));

    @Test
    void openAiChat() {
        assertThat(body(Dialect.OPENAI_CHAT, Delivery.SSE))
                .isEqualTo(
                        "{'model':'m1','messages':[{'role':'system','content':'Be brief.'},"
                                + "{'role':'user','content':'Hi'},{'role':'assistant','content':'Hello'},{'role':'user','content':'Why?'}],"
                                + "'stream':true,'stream_options':{'include_usage':true},'max_tokens':50,'metadata':{'k':'v'}}");
        assertThat(body(Dialect.OPENAI_CHAT, Delivery.JSON))
                .contains("'stream':false")
                .doesNotContain("stream_options");
    }

    @Test
    void responses() {
        assertThat(body(Dialect.OPENAI_RESPONSES, Delivery.SSE))
                .startsWith("{'model':'m1','input':[{'role':'system','content':'Be brief.'}")
                .endsWith("'stream':true,'max_output_tokens':50,'metadata':{'k':'v'}}");
        assertThat(body(Dialect.OPENAI_RESPONSES, Delivery.WEBSOCKET))
                .startsWith("{'type':'response.create','model':'m1'")
                .doesNotContain("'stream'");
    }

    @Test
    void anthropicKeepsSystemTextApartAndAlwaysLimits() {
        assertThat(body(Dialect.ANTHROPIC, Delivery.SSE))
                .startsWith(
                        "{'model':'m1','max_tokens':50,'system':'Be brief.','messages':[{'role':'user','content':'Hi'}");
        Question bare = new Question("m1", List.of(Turn.user("Hi")), OptionalInt.empty(), true, Map.of());
        assertThat(new String(QuestionEncoder.body(Dialect.ANTHROPIC, Delivery.JSON, bare), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"model\":\"m1\",\"max_tokens\":4096,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"stream\":false}");
    }

    @Test
    void gemini() {
        assertThat(body(Dialect.GEMINI, Delivery.SSE))
                .startsWith(
                        "{'systemInstruction':{'parts':[{'text':'Be brief.'}]},'contents':[{'role':'user','parts':[{'text':'Hi'}]},{'role':'model'")
                .contains("'generationConfig':{'maxOutputTokens':50}");
    }

    @ParameterizedTest
    @CsvSource({
        "http://h, OPENAI_CHAT, SSE, /v1/chat/completions",
        "http://h/, OPENAI_CHAT, SSE, /v1/chat/completions",
        "http://h/v1/, OPENAI_CHAT, JSON, /v1/chat/completions",
        "https://h/openai/v1, OPENAI_CHAT, SSE, /openai/v1/chat/completions",
        "http://h/nginx, OPENAI_CHAT, SSE, /nginx/v1/chat/completions",
        "https://h/x/chat/completions?api-version=1, OPENAI_CHAT, SSE, /x/chat/completions?api-version=1",
        "http://h, OPENAI_RESPONSES, WEBSOCKET, /v1/responses",
        "http://h, ANTHROPIC, SSE, /v1/messages",
        "http://h, GEMINI, SSE, /v1beta/models/m1:streamGenerateContent?alt=sse",
        "http://h/v1beta, GEMINI, JSON, /v1beta/models/m1:generateContent",
        "http://h/v1beta?alt=json, GEMINI, SSE, /v1beta/models/m1:streamGenerateContent?alt=json"
    })
    void theResourceIsAddedToTheAddress(URI base, Dialect dialect, Delivery delivery, String expected) {
        assertThat(EndpointPath.pathAndQuery(base, dialect, delivery, "m1")).isEqualTo(expected);
    }

    private static String body(Dialect dialect, Delivery delivery) {
        return new String(QuestionEncoder.body(dialect, delivery, QUESTION), StandardCharsets.UTF_8).replace('"', '\'');
    }
}
