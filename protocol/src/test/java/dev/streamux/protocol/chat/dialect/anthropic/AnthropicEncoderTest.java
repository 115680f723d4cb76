package dev.streamux.protocol.chat.dialect.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.FinishReason;
import dev.streamux.protocol.chat.answer.TextPieces;
import dev.streamux.protocol.chat.answer.TokenUsage;
import dev.streamux.protocol.chat.dialect.Refusals;
import dev.streamux.protocol.chat.dialect.Scripts;
import dev.streamux.protocol.chat.encode.DialectEncoder;
import dev.streamux.protocol.chat.encode.EventBuffer;
import dev.streamux.protocol.chat.encode.EventKind;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import dev.streamux.protocol.chat.encode.StreamOptions;
import dev.streamux.protocol.chat.request.ChatMessage;
import dev.streamux.protocol.chat.request.ChatRequest;
import dev.streamux.protocol.chat.request.ErrorKind;
import dev.streamux.protocol.chat.request.RefusedRequestException;
import dev.streamux.protocol.chat.request.RequestTarget;
import dev.streamux.protocol.chat.request.ToolChoice;
import dev.streamux.protocol.chat.request.WireError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wire bytes by the vendor's guide "Streaming messages" and the reference of the Messages API. */
class AnthropicEncoderTest {

    private static final DialectEncoder ENCODER = new AnthropicEncoder();
    private static final String PING = "event: ping\ndata: {\"type\":\"ping\"}\n\n";
    private static final String STOP = "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";

    @Test
    void aTextStreamIsOneBlockBetweenStartAndStop() {
        assertThat(Scripts.written(ENCODER, Scripts.text(), StreamOptions.VENDOR))
                .isEqualTo(start(12, 0)
                        + event(
                                "content_block_start",
                                "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}")
                        + PING
                        + text(0, "Hi")
                        + text(0, "\\\"")
                        + text(0, "\\n")
                        + text(0, "\uD83D\uDE00")
                        + event("content_block_stop", "\"index\":0")
                        + event(
                                "message_delta",
                                "\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null}," + "\"usage\":"
                                        + usage(12, 0, 4))
                        + STOP);
    }

    @Test
    void thinkingIsABlockOfItsOwnThatEndsWithItsSignature() {
        String written = Scripts.written(ENCODER, Scripts.reasoning(), StreamOptions.VENDOR)
                .replaceAll("[A-Za-z0-9]{64}", "SIGNATURE");
        // 12 input tokens, 4 of them cached: the vendor counts them apart
        assertThat(written)
                .isEqualTo(start(8, 4)
                        + event(
                                "content_block_start",
                                "\"index\":0,\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}")
                        + PING
                        + delta(0, "{\"type\":\"thinking_delta\",\"thinking\":\"Let\"}")
                        + delta(0, "{\"type\":\"thinking_delta\",\"thinking\":\" me\"}")
                        + delta(0, "{\"type\":\"signature_delta\",\"signature\":\"SIGNATURE\"}")
                        + event("content_block_stop", "\"index\":0")
                        + event(
                                "content_block_start",
                                "\"index\":1,\"content_block\":{\"type\":\"text\",\"text\":\"\"}")
                        + text(1, "Hi")
                        + event("content_block_stop", "\"index\":1")
                        + event(
                                "message_delta",
                                "\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null}," + "\"usage\":"
                                        + usage(8, 4, 3))
                        + STOP);
    }

    @Test
    void aCallStreamsItsInputAfterAnEmptyPiece() {
        assertThat(Scripts.written(ENCODER, Scripts.call(), StreamOptions.VENDOR))
                .contains(event(
                                "content_block_start",
                                "\"index\":0,\"content_block\":{\"type\":\"tool_use\","
                                        + "\"id\":\"toolu_ID\",\"name\":\"weather\",\"input\":{}}")
                        + PING
                        + delta(0, "{\"type\":\"input_json_delta\",\"partial_json\":\"\"}")
                        + delta(0, "{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"city\\\":\"}")
                        + delta(0, "{\"type\":\"input_json_delta\",\"partial_json\":\"\\\"Rome\\\"}\"}")
                        + event("content_block_stop", "\"index\":0")
                        + event(
                                "message_delta",
                                "\"delta\":{\"stop_reason\":\"tool_use\",\"stop_sequence\":null}," + "\"usage\":"
                                        + usage(12, 0, 2)));
    }

    @Test
    void theFirstPieceFollowsThePreamble() {
        StreamEncoder stream = ENCODER.stream(Scripts.text(), StreamOptions.VENDOR);
        assertThat(List.of(stream.kind(0), stream.kind(1), stream.kind(2), stream.kind(3)))
                .containsExactly(EventKind.PREAMBLE, EventKind.PREAMBLE, EventKind.PREAMBLE, EventKind.TEXT);
        assertThat(stream.kind(stream.size() - 1)).isEqualTo(EventKind.TERMINAL);
    }

    @Test
    void anErrorInsideTheStreamIsAnErrorEvent() {
        EventBuffer out = new EventBuffer();
        ENCODER.stream(Scripts.text(), StreamOptions.VENDOR)
                .writeError(4, WireError.of(ErrorKind.OVERLOADED, "Overloaded"), out);
        assertThat(out)
                .hasToString("event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\","
                        + "\"message\":\"Overloaded\"},\"request_id\":null}\n\n");
    }

    @Test
    void aPingIsTheVendorsOwn() {
        EventBuffer out = new EventBuffer();
        ENCODER.stream(Scripts.text(), StreamOptions.VENDOR).writePing(out);
        assertThat(out).hasToString(PING);
    }

    @Test
    void aBodyNamesTheStopSequence() {
        AnswerIdentity stopped = new AnswerIdentity("a1-000017", "mock", 1_760_000_000, 7, Optional.of("END"));
        AnswerScript script = AnswerScript.ofText(
                stopped, TextPieces.of(List.of("Hi")), FinishReason.STOP_SEQUENCE, TokenUsage.of(12, 1));
        assertThat(Scripts.named(new String(ENCODER.body(script), StandardCharsets.UTF_8)))
                .isEqualTo("{\"id\":\"msg_ID\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"mock\","
                        + "\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}],"
                        + "\"stop_reason\":\"stop_sequence\",\"stop_sequence\":\"END\",\"usage\":"
                        + usage(12, 0, 1).replace("}", ",\"service_tier\":\"standard\"}")
                        + ",\"streamux\":{\"id\":\"a1-000017\"}}");
    }

    @Test
    void aBodyOfACallHoldsItsInputAsAnObject() {
        assertThat(Scripts.named(new String(ENCODER.body(Scripts.call()), StandardCharsets.UTF_8)))
                .contains("\"content\":[{\"type\":\"tool_use\",\"id\":\"toolu_ID\",\"name\":\"weather\","
                        + "\"input\":{\"city\":\"Rome\"}}],\"stop_reason\":\"tool_use\"");
    }

    @Test
    void aFullRequestIsReadFieldByField() throws RefusedRequestException {
        ChatRequest request = read("""
                {"model":"mock","max_tokens":4000,"stream":true,"system":[{"type":"text","text":"Be brief."}],
                 "messages":[{"role":"user","content":"Hello"},{"role":"assistant","content":"Hi"},
                             {"role":"user","content":[{"type":"text","text":"And "},{"type":"text","text":"you?"}]}],
                 "stop_sequences":["END"],"thinking":{"type":"enabled","budget_tokens":1024},
                 "tools":[{"name":"weather","input_schema":{"type":"object"}}],"tool_choice":{"type":"any"},
                 "metadata":{"user_id":"u","streamux.ttft-ms":"200"}}""");
        assertThat(request.messages())
                .containsExactly(
                        new ChatMessage(ChatMessage.Role.SYSTEM, "Be brief."),
                        new ChatMessage(ChatMessage.Role.USER, "Hello"),
                        new ChatMessage(ChatMessage.Role.ASSISTANT, "Hi"),
                        new ChatMessage(ChatMessage.Role.USER, "And you?"));
        assertThat(request.wishes().stream()).isTrue();
        assertThat(request.reasoning()).isTrue();
        assertThat(request.limits().maxTokens()).hasValue(4000);
        assertThat(request.limits().stop()).containsExactly("END");
        assertThat(request.toolChoice().mode()).isEqualTo(ToolChoice.Mode.REQUIRED);
        assertThat(request.metadata()).containsEntry("streamux.ttft-ms", "200");
    }

    @Test
    void aToolResultInTheLastMessageWantsText() throws RefusedRequestException {
        ChatRequest request = read("""
                {"model":"m","max_tokens":9,"tools":[{"name":"t","input_schema":{}}],"messages":[{"role":"user","content":
                  [{"type":"tool_result","tool_use_id":"toolu_1","content":[{"type":"text","text":"sunny"}]}]}]}""");
        assertThat(request.wantsToolCall()).isFalse();
        assertThat(request.promptText()).contains("sunny");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"model":"m","messages":[{"role":"user","content":"x"}]}                     | max_tokens: Field required
            {"model":"m","max_tokens":5}                                                 | messages: Field required
            {"max_tokens":5,"messages":[{"role":"user","content":"x"}]}                  | model: Field required
            {"model":"m","max_tokens":5,"messages":[{"role":"user"}]}                    | messages.0.content: Field required
            {"model":"m","max_tokens":"5","messages":[{"role":"user","content":"x"}]}    | max_tokens: Input should be an integer, not a string
            """)
    void aWrongFieldIsNamedInTheVendorsWay(String body, String message) {
        WireError error = Refusals.refusal(ENCODER, RequestTarget.PLAIN, body);
        assertThat(ENCODER.status(error)).isEqualTo(400);
        assertThat(Refusals.body(ENCODER, error))
                .isEqualTo("{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"" + message
                        + "\"},\"request_id\":null}");
    }

    @Test
    void theThinkingBudgetMustFitBelowTheLimit() {
        WireError error = Refusals.refusal(ENCODER, RequestTarget.PLAIN, """
                {"model":"m","max_tokens":1024,"messages":[{"role":"user","content":"x"}],
                 "thinking":{"type":"enabled","budget_tokens":1024}}""");
        assertThat(error.message()).contains("thinking.budget_tokens").contains("less than max_tokens");
    }

    @Test
    void overloadHasTheVendorsOwnStatus() {
        assertThat(ENCODER.status(WireError.of(ErrorKind.OVERLOADED, "x"))).isEqualTo(529);
        assertThat(ENCODER.status(WireError.ofStatus(503, "x"))).isEqualTo(503);
        assertThat(Refusals.body(ENCODER, WireError.ofStatus(529, "x"))).contains("overloaded_error");
    }

    private static ChatRequest read(String body) throws RefusedRequestException {
        return Refusals.read(ENCODER, RequestTarget.PLAIN, body);
    }

    private static String start(int input, int cached) {
        return "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"msg_ID\","
                + "\"type\":\"message\",\"role\":\"assistant\",\"model\":\"mock\",\"content\":[],"
                + "\"stop_reason\":null,\"stop_sequence\":null,\"usage\":"
                + usage(input, cached, 1).replace("}", ",\"service_tier\":\"standard\"}")
                + "},\"streamux\":{\"id\":\"a1-000017\"}}\n\n";
    }

    private static String usage(int input, int cached, int output) {
        return "{\"input_tokens\":" + input + ",\"cache_creation_input_tokens\":0,\"cache_read_input_tokens\":" + cached
                + ",\"output_tokens\":" + output + "}";
    }

    private static String text(int index, String escaped) {
        return delta(index, "{\"type\":\"text_delta\",\"text\":\"" + escaped + "\"}");
    }

    private static String delta(int index, String delta) {
        return event("content_block_delta", "\"index\":" + index + ",\"delta\":" + delta);
    }

    private static String event(String type, String members) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + members + "}\n\n";
    }
}
