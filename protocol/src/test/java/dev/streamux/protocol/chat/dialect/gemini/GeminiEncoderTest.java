package dev.streamux.protocol.chat.dialect.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.dialect.Refusals;
import dev.streamux.protocol.chat.dialect.Scripts;
import dev.streamux.protocol.chat.encode.DialectEncoder;
import dev.streamux.protocol.chat.encode.EventBuffer;
import dev.streamux.protocol.chat.encode.EventKind;
import dev.streamux.protocol.chat.encode.Framing;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import dev.streamux.protocol.chat.encode.StreamOptions;
import dev.streamux.protocol.chat.request.ChatMessage;
import dev.streamux.protocol.chat.request.ChatRequest;
import dev.streamux.protocol.chat.request.ErrorKind;
import dev.streamux.protocol.chat.request.RefusedRequestException;
import dev.streamux.protocol.chat.request.RequestTarget;
import dev.streamux.protocol.chat.request.ToolChoice;
import dev.streamux.protocol.chat.request.WireError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Wire bytes by the vendor's reference of GenerateContentResponse. */
class GeminiEncoderTest {

    private static final DialectEncoder ENCODER = new GeminiEncoder();
    private static final RequestTarget STREAM = new RequestTarget(Optional.of("mock"), true, true);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = ",\"streamux\":{\"id\":\"a1-000017\"}";

    @Test
    void everyEventIsAWholeResponseAndOnlyTheLastHasAReason() {
        assertThat(written(Scripts.text(), StreamOptions.VENDOR))
                .isEqualTo("data: " + partial("{\"text\":\"Hi\"}", MARK) + "\n\n"
                        + "data: " + partial("{\"text\":\"\\\"\"}", "") + "\n\n"
                        + "data: " + partial("{\"text\":\"\\n\"}", "") + "\n\n"
                        + "data: " + partial("{\"text\":\"\uD83D\uDE00\"}", "") + "\n\n"
                        + "data: " + last("STOP", 4) + "\n\n");
    }

    @Test
    void withoutEventStreamItIsOneArray() throws JsonProcessingException {
        String written = written(Scripts.text(), StreamOptions.VENDOR.withFraming(Framing.ARRAY));
        assertThat(written).startsWith("[{").contains("},\r\n{").endsWith("}]");
        JsonNode array = JSON.readTree(written);
        assertThat(array).hasSize(5);
        assertThat(array.at("/3/candidates/0/content/parts/0/text").textValue()).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void aFurtherCandidateHasItsOwnIndexAndReasonAndTheFirstOneEndsTheStream() throws IOException {
        JsonNode array = JSON.readTree(written(Scripts.choices(), StreamOptions.VENDOR.withFraming(Framing.ARRAY)));
        StringBuilder seen = new StringBuilder();
        array.forEach(event -> {
            JsonNode candidate = event.at("/candidates/0");
            seen.append(candidate.path("index").intValue())
                    .append(candidate.at("/content/parts/0/text").textValue())
                    .append(candidate.path("finishReason").asText(""))
                    .append('|');
        });
        assertThat(seen).hasToString("0Hi|1Or|0\"|1 so|0\n|1MAX_TOKENS|0\uD83D\uDE00|0STOP|");
        assertThat(array.at("/7/usageMetadata/candidatesTokenCount").intValue()).isEqualTo(6);
        JsonNode body = JSON.readTree(ENCODER.body(Scripts.choices()));
        assertThat(body.at("/candidates/1/content/parts/0/text").textValue()).isEqualTo("Or so");
        assertThat(body.at("/candidates/1/finishReason").textValue()).isEqualTo("MAX_TOKENS");
    }

    @Test
    void theFirstEventIsTextAndTheLastIsTerminal() {
        StreamEncoder events = ENCODER.stream(Scripts.text(), StreamOptions.VENDOR);
        assertThat(events.size()).isEqualTo(5);
        assertThat(events.kind(0)).isEqualTo(EventKind.TEXT);
        assertThat(events.characters(0)).isEqualTo(2);
        assertThat(events.kind(4)).isEqualTo(EventKind.TERMINAL);
        StreamEncoder array = ENCODER.stream(Scripts.text(), StreamOptions.VENDOR.withFraming(Framing.ARRAY));
        assertThat(array.size()).isEqualTo(6);
        assertThat(array.kind(4)).isEqualTo(EventKind.FINISH);
        assertThat(array.kind(5)).isEqualTo(EventKind.TERMINAL);
    }

    @Test
    void thoughtsAreMarkedAndCountedApart() {
        String written = written(Scripts.reasoning(), StreamOptions.VENDOR);
        assertThat(written)
                .contains("\"parts\":[{\"text\":\"Let\",\"thought\":true}]")
                .contains("\"promptTokenCount\":12,\"cachedContentTokenCount\":4,"
                        + "\"candidatesTokenCount\":1,\"thoughtsTokenCount\":2,\"totalTokenCount\":15");
    }

    @Test
    void aCallIsOneEventForAllItsTokens() {
        StreamEncoder stream = ENCODER.stream(Scripts.call(), StreamOptions.VENDOR);
        assertThat(stream.kind(0)).isEqualTo(EventKind.TOOL);
        assertThat(stream.tokens(0)).isEqualTo(2);
        assertThat(written(Scripts.call(), StreamOptions.VENDOR))
                .contains("\"parts\":[{\"functionCall\":{\"name\":\"weather\",\"args\":{\"city\":\"Rome\"}}}]");
    }

    @Test
    void anErrorInsideAnArrayClosesIt() throws JsonProcessingException {
        StreamEncoder stream = ENCODER.stream(Scripts.text(), StreamOptions.VENDOR.withFraming(Framing.ARRAY));
        EventBuffer out = new EventBuffer();
        stream.write(0, out);
        stream.writeError(1, WireError.of(ErrorKind.OVERLOADED, "The model is overloaded."), out);
        JsonNode array = JSON.readTree(out.toString());
        assertThat(array.get(1))
                .isEqualTo(
                        JSON.readTree(
                                "{\"error\":{\"code\":503,\"message\":\"The model is overloaded.\",\"status\":\"UNAVAILABLE\"}}"));
    }

    @Test
    void aBodyHoldsTheWholeAnswer() throws JsonProcessingException {
        JsonNode body = JSON.readTree(new String(ENCODER.body(Scripts.text()), StandardCharsets.UTF_8));
        assertThat(body.at("/candidates/0/content/parts/0/text").textValue()).isEqualTo("Hi\"\n\uD83D\uDE00");
        assertThat(body.at("/candidates/0/finishReason").textValue()).isEqualTo("STOP");
        assertThat(body.at("/usageMetadata/candidatesTokenCount").intValue()).isEqualTo(4);
        assertThat(body.at("/streamux/id").textValue()).isEqualTo("a1-000017");
    }

    @Test
    void aFullRequestIsReadFieldByField() throws RefusedRequestException {
        ChatRequest request = Refusals.read(ENCODER, STREAM, """
                {"systemInstruction":{"parts":[{"text":"Be brief."}]},
                 "contents":[{"role":"user","parts":[{"text":"Hel"},{"text":"lo"}]},
                             {"role":"model","parts":[{"text":"Hi"}]},{"parts":[{"text":"And you?"}]}],
                 "generationConfig":{"maxOutputTokens":40,"stopSequences":["END"],"thinkingConfig":{"includeThoughts":true}},
                 "tools":[{"functionDeclarations":[{"name":"weather","parameters":{"type":"OBJECT"}}]}],
                 "toolConfig":{"functionCallingConfig":{"mode":"ANY","allowedFunctionNames":["weather"]}},
                 "labels":{"streamux.ttft-ms":"200"}}""");
        assertThat(request.model()).isEqualTo("mock");
        assertThat(request.messages())
                .containsExactly(
                        new ChatMessage(ChatMessage.Role.SYSTEM, "Be brief."),
                        new ChatMessage(ChatMessage.Role.USER, "Hello"),
                        new ChatMessage(ChatMessage.Role.ASSISTANT, "Hi"),
                        new ChatMessage(ChatMessage.Role.USER, "And you?"));
        assertThat(request.limits().maxTokens()).hasValue(40);
        assertThat(request.reasoning()).isTrue();
        assertThat(request.toolChoice()).isEqualTo(ToolChoice.of("weather"));
        assertThat(request.wishes().jsonArray()).isFalse();
        assertThat(request.metadata()).containsEntry("streamux.ttft-ms", "200");
    }

    @Test
    void theVendorsErrorNamesTheStatusInWords() {
        WireError error = Refusals.refusal(ENCODER, STREAM, "{}");
        assertThat(Refusals.body(ENCODER, error))
                .isEqualTo("{\"error\":{\"code\":400,\"message\":\"* GenerateContentRequest.contents: contents is not"
                        + " specified\",\"status\":\"INVALID_ARGUMENT\"}}");
        assertThat(Refusals.body(ENCODER, WireError.ofStatus(429, "slow down")))
                .isEqualTo("{\"error\":{\"code\":429,\"message\":\"slow down\",\"status\":\"RESOURCE_EXHAUSTED\"}}");
    }

    private static String written(AnswerScript script, StreamOptions options) {
        return Scripts.written(ENCODER, script, options).replaceAll("(\"responseId\":\")[A-Za-z0-9]{22}", "$1ID");
    }

    private static String partial(String part, String mark) {
        return "{\"candidates\":[{\"content\":{\"parts\":[" + part + "],\"role\":\"model\"},\"index\":0}],"
                + "\"usageMetadata\":{\"promptTokenCount\":12,\"totalTokenCount\":12},"
                + "\"modelVersion\":\"mock\",\"responseId\":\"ID\"" + mark + "}";
    }

    private static String last(String reason, int tokens) {
        return "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\"}],\"role\":\"model\"},\"finishReason\":\""
                + reason
                + "\",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":12,\"candidatesTokenCount\":" + tokens
                + ",\"totalTokenCount\":" + (12 + tokens) + "},\"modelVersion\":\"mock\",\"responseId\":\"ID\"}";
    }
}
