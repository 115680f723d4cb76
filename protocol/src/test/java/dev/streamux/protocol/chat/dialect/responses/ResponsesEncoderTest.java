package dev.streamux.protocol.chat.dialect.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.streamux.protocol.chat.answer.AnswerScript;
import dev.streamux.protocol.chat.answer.FinishReason;
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
import dev.streamux.protocol.chat.request.WireError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wire bytes by the vendor's reference of the Responses API and its streaming events. */
class ResponsesEncoderTest {

    private static final DialectEncoder ENCODER = new ResponsesEncoder();
    private static final StreamOptions BARE = StreamOptions.VENDOR.withObfuscation(false);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ITEM = "\"item_id\":\"msg_ID\",\"output_index\":0,\"content_index\":0,";
    private static final String PART_OPEN =
            "{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":\"\"}";
    private static final String PART =
            "{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":\"Hi\\\"\\n\uD83D\uDE00\"}";
    private static final String MESSAGE =
            "{\"id\":\"msg_ID\",\"type\":\"message\",\"status\":\"completed\",\"content\":[" + PART
                    + "],\"role\":\"assistant\"}";

    @Test
    void aTextRunHasAllItsEventsInOrder() {
        String opened = response("in_progress", "null", "[]", "null");
        String done = response(
                "completed",
                "null",
                "[" + MESSAGE + "]",
                "{\"input_tokens\":12,\"input_tokens_details\":{\"cached_tokens\":0,\"cache_write_tokens\":0},\"output_tokens\":4,"
                        + "\"output_tokens_details\":{\"reasoning_tokens\":0},\"total_tokens\":16}");
        assertThat(Scripts.written(ENCODER, Scripts.text(), BARE))
                .isEqualTo(
                        event("response.created", 0, "\"response\":" + opened + ",\"streamux\":{\"id\":\"a1-000017\"}")
                                + event("response.in_progress", 1, "\"response\":" + opened)
                                + event(
                                        "response.output_item.added",
                                        2,
                                        "\"output_index\":0,\"item\":{\"id\":\"msg_ID\","
                                                + "\"type\":\"message\",\"status\":\"in_progress\",\"content\":[],\"role\":\"assistant\"}")
                                + event("response.content_part.added", 3, ITEM + "\"part\":" + PART_OPEN)
                                + delta(4, "Hi")
                                + delta(5, "\\\"")
                                + delta(6, "\\n")
                                + delta(7, "\uD83D\uDE00")
                                + event(
                                        "response.output_text.done",
                                        8,
                                        ITEM + "\"logprobs\":[],\"text\":\"Hi\\\"\\n\uD83D\uDE00\"")
                                + event("response.content_part.done", 9, ITEM + "\"part\":" + PART)
                                + event("response.output_item.done", 10, "\"output_index\":0,\"item\":" + MESSAGE)
                                + event("response.completed", 11, "\"response\":" + done));
    }

    @Test
    void framesAreTheSameObjectsWithoutEventLines() throws JsonProcessingException {
        List<JsonNode> frames = frames(Scripts.text());
        assertThat(frames).hasSize(12);
        for (int i = 0; i < frames.size(); i++) {
            assertThat(frames.get(i).get("sequence_number").intValue()).isEqualTo(i);
        }
        assertThat(frames.get(11).get("type").textValue()).isEqualTo("response.completed");
        assertThat(frames.get(4).get("obfuscation").textValue()).isNotEmpty();
    }

    @Test
    void reasoningIsASummaryBeforeTheMessage() throws JsonProcessingException {
        List<JsonNode> frames = frames(Scripts.reasoning());
        assertThat(frames.stream().map(frame -> frame.get("type").textValue().substring("response.".length())))
                .containsExactly(
                        "created",
                        "in_progress",
                        "output_item.added",
                        "reasoning_summary_part.added",
                        "reasoning_summary_text.delta",
                        "reasoning_summary_text.delta",
                        "reasoning_summary_text.done",
                        "reasoning_summary_part.done",
                        "output_item.done",
                        "output_item.added",
                        "content_part.added",
                        "output_text.delta",
                        "output_text.done",
                        "content_part.done",
                        "output_item.done",
                        "completed");
        assertThat(frames.get(4).get("summary_index").intValue()).isZero();
        assertThat(frames.get(11).get("output_index").intValue()).isEqualTo(1);
        assertThat(frames.get(15).at("/response/output/0/summary/0/text").textValue())
                .isEqualTo("Let me");
        assertThat(frames.get(15)
                        .at("/response/usage/output_tokens_details/reasoning_tokens")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void aCallStreamsItsArguments() throws JsonProcessingException {
        List<JsonNode> frames = frames(Scripts.call());
        assertThat(frames.stream().map(frame -> frame.get("type").textValue().substring("response.".length())))
                .containsExactly(
                        "created",
                        "in_progress",
                        "output_item.added",
                        "function_call_arguments.delta",
                        "function_call_arguments.delta",
                        "function_call_arguments.done",
                        "output_item.done",
                        "completed");
        assertThat(frames.get(2).at("/item/name").textValue()).isEqualTo("weather");
        assertThat(frames.get(2).at("/item/call_id").textValue()).startsWith("call_");
        assertThat(frames.get(5).get("arguments").textValue()).isEqualTo("{\"city\":\"Rome\"}");
        assertThat(frames.get(7).at("/response/output/0/arguments").textValue()).isEqualTo("{\"city\":\"Rome\"}");
    }

    @Test
    void aLimitEndsTheResponseAsIncomplete() throws JsonProcessingException {
        AnswerScript text = Scripts.text();
        AnswerScript cut = AnswerScript.ofText(text.identity(), text.text(), FinishReason.LENGTH, text.usage());
        List<JsonNode> frames = frames(cut);
        JsonNode last = frames.get(frames.size() - 1);
        assertThat(last.get("type").textValue()).isEqualTo("response.incomplete");
        assertThat(last.at("/response/incomplete_details/reason").textValue()).isEqualTo("max_output_tokens");
    }

    @Test
    void theErrorEventIsFlatAndTakesItsPlaceInTheSequence() {
        EventBuffer out = new EventBuffer();
        ENCODER.stream(Scripts.text(), BARE).writeError(6, WireError.of(ErrorKind.SERVER, "It broke"), out);
        assertThat(out)
                .hasToString("event: error\ndata: {\"type\":\"error\",\"sequence_number\":6,\"code\":\"server_error\","
                        + "\"message\":\"It broke\",\"param\":null}\n\n");
    }

    @Test
    void whatComesBeforeTheFirstPieceIsPreamble() {
        StreamEncoder stream = ENCODER.stream(Scripts.text(), BARE);
        for (int i = 0; i < 4; i++) {
            assertThat(stream.kind(i)).isEqualTo(EventKind.PREAMBLE);
        }
        assertThat(stream.kind(4)).isEqualTo(EventKind.TEXT);
        assertThat(stream.kind(8)).isEqualTo(EventKind.STRUCTURE);
    }

    @Test
    void aBodyIsTheFinishedResponse() throws JsonProcessingException {
        JsonNode body = JSON.readTree(new String(ENCODER.body(Scripts.text()), StandardCharsets.UTF_8));
        assertThat(body.at("/output/0/content/0/text").textValue()).isEqualTo("Hi\"\n\uD83D\uDE00");
        assertThat(body.get("status").textValue()).isEqualTo("completed");
        assertThat(body.at("/streamux/id").textValue()).isEqualTo("a1-000017");
    }

    @Test
    void textAndItemsAreBothInput() throws RefusedRequestException {
        ChatRequest text = read("{\"model\":\"m\",\"input\":\"Hello\",\"instructions\":\"Be brief.\"}");
        assertThat(text.messages())
                .containsExactly(
                        new ChatMessage(ChatMessage.Role.SYSTEM, "Be brief."),
                        new ChatMessage(ChatMessage.Role.USER, "Hello"));
        ChatRequest items = read("""
                {"model":"m","stream":true,"reasoning":{"effort":"low","summary":"auto"},"max_output_tokens":16,
                 "tools":[{"type":"function","name":"weather","parameters":{"type":"object"}},{"type":"web_search"}],
                 "input":[{"role":"user","content":[{"type":"input_text","text":"Hi"}]},
                          {"type":"function_call","call_id":"c","name":"weather","arguments":"{}"},
                          {"type":"function_call_output","call_id":"c","output":"sunny"}]}""");
        assertThat(items.messages().get(2)).isEqualTo(new ChatMessage(ChatMessage.Role.TOOL, "sunny"));
        assertThat(items.tools()).hasSize(1);
        assertThat(items.wantsToolCall()).isFalse();
        assertThat(items.reasoning()).isTrue();
        assertThat(items.limits().maxTokens()).hasValue(16);
    }

    @Test
    void inputIsNeeded() {
        WireError error = Refusals.refusal(ENCODER, RequestTarget.PLAIN, "{\"model\":\"m\"}");
        assertThat(Refusals.body(ENCODER, error))
                .isEqualTo(
                        "{\"error\":{\"message\":\"Missing required parameter: 'input'.\","
                                + "\"type\":\"invalid_request_error\",\"param\":\"input\",\"code\":\"missing_required_parameter\"}}");
    }

    @Test
    void aSocketFrameIsTheBodyWithItsType() throws RefusedRequestException {
        ResponsesSocket socket = new ResponsesSocket();
        ChatRequest request = socket.read(frame("\"type\":\"response.create\",\"model\":\"m\",\"input\":\"Hello\""));
        assertThat(request.wishes().stream()).isTrue();
        assertThatThrownBy(() -> socket.read(frame("\"type\":\"session.update\"")))
                .isInstanceOf(RefusedRequestException.class)
                .hasMessageContaining("response.create");
    }

    @Test
    void aSocketContinuesItsOwnResponsesOnly() throws RefusedRequestException {
        ResponsesSocket socket = new ResponsesSocket();
        String id = ResponsesEncoder.responseId(Scripts.IDENTITY);
        byte[] next = frame("\"type\":\"response.create\",\"model\":\"m\",\"previous_response_id\":\"" + id + "\"");
        assertThatThrownBy(() -> socket.read(next))
                .isInstanceOfSatisfying(
                        RefusedRequestException.class,
                        e -> assertThat(new String(socket.errorFrame(e.error()), StandardCharsets.UTF_8))
                                .isEqualTo(
                                        "{\"type\":\"error\",\"status\":400,\"error\":{\"message\":\"Previous response with id '"
                                                + id + "' not found.\",\"type\":\"invalid_request_error\","
                                                + "\"param\":\"previous_response_id\",\"code\":\"previous_response_not_found\"}}"));
        socket.begin(Scripts.IDENTITY);
        assertThat(socket.read(next).previousResponseId()).hasValue(id);
    }

    private static byte[] frame(String members) {
        return ('{' + members + '}').getBytes(StandardCharsets.UTF_8);
    }

    private static ChatRequest read(String body) throws RefusedRequestException {
        return Refusals.read(ENCODER, RequestTarget.PLAIN, body);
    }

    private static List<JsonNode> frames(AnswerScript script) throws JsonProcessingException {
        StreamEncoder stream = ENCODER.stream(script, StreamOptions.VENDOR.withFraming(Framing.FRAME));
        List<JsonNode> frames = new ArrayList<>();
        for (int i = 0; i < stream.size(); i++) {
            EventBuffer out = new EventBuffer();
            stream.write(i, out);
            frames.add(JSON.readTree(out.toString()));
        }
        return frames;
    }

    private static String response(String status, String incomplete, String output, String usage) {
        return "{\"id\":\"resp_ID\",\"object\":\"response\",\"created_at\":1760000000,\"status\":\"" + status
                + "\",\"background\":false,\"error\":null,\"incomplete_details\":" + incomplete
                + ",\"instructions\":null,\"max_output_tokens\":null,\"model\":\"mock\",\"output\":" + output
                + ",\"parallel_tool_calls\":true,\"previous_response_id\":null,"
                + "\"reasoning\":{\"effort\":null,\"summary\":null},\"service_tier\":\"default\",\"store\":false,"
                + "\"temperature\":1.0,\"text\":{\"format\":{\"type\":\"text\"},\"verbosity\":\"medium\"},"
                + "\"tool_choice\":\"auto\",\"tools\":[],\"top_logprobs\":0,\"top_p\":1.0,\"truncation\":\"disabled\","
                + "\"usage\":" + usage + ",\"user\":null,\"metadata\":{}}";
    }

    private static String delta(int number, String escaped) {
        return event("response.output_text.delta", number, ITEM + "\"logprobs\":[],\"delta\":\"" + escaped + "\"");
    }

    private static String event(String type, int number, String members) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\",\"sequence_number\":" + number + "," + members
                + "}\n\n";
    }
}
