package dev.streamux.protocol.chat.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.protocol.chat.dialect.Scripts;
import dev.streamux.protocol.chat.encode.DialectEncoder;
import dev.streamux.protocol.chat.encode.EventBuffer;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import dev.streamux.protocol.chat.encode.StreamOptions;
import dev.streamux.protocol.chat.request.ChatMessage;
import dev.streamux.protocol.chat.request.ChatRequest;
import dev.streamux.protocol.chat.request.ErrorKind;
import dev.streamux.protocol.chat.request.RefusedRequestException;
import dev.streamux.protocol.chat.request.RequestTarget;
import dev.streamux.protocol.chat.request.StreamWishes;
import dev.streamux.protocol.chat.request.ToolChoice;
import dev.streamux.protocol.chat.request.WireError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiChatEncoderTest {

    private static final DialectEncoder ENCODER = new OpenAiChatEncoder();
    private static final StreamOptions BARE = StreamOptions.VENDOR.withObfuscation(false);

    /** What every chunk opens with, by the vendor's reference of the chat completion chunk object. */
    private static final String OPENING = "data: {\"id\":\"chatcmpl-ID\",\"object\":\"chat.completion.chunk\","
            + "\"created\":1760000000,\"model\":\"mock\",\"service_tier\":\"default\","
            + "\"system_fingerprint\":\"fp_streamux01\",\"choices\":";

    private static final String ID_MARK = ",\"streamux\":{\"id\":\"a1-000017\"}";

    @Test
    void aTextStreamIsRoleThenDeltasThenFinishThenDone() {
        assertThat(Scripts.written(ENCODER, Scripts.text(), BARE))
                .isEqualTo(chunk("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}", "null", ID_MARK)
                        + chunk("{\"content\":\"Hi\"}", "null", "")
                        + chunk("{\"content\":\"\\\"\"}", "null", "")
                        + chunk("{\"content\":\"\\n\"}", "null", "")
                        + chunk("{\"content\":\"\uD83D\uDE00\"}", "null", "")
                        + chunk("{}", "\"stop\"", "")
                        + "data: [DONE]\n\n");
    }

    @Test
    void usageComesInAChunkWithoutChoicesAndIsNullInAllOthers() {
        String usage = "{\"prompt_tokens\":12,\"completion_tokens\":3,\"total_tokens\":15,"
                + "\"prompt_tokens_details\":{\"cached_tokens\":4,\"audio_tokens\":0},"
                + "\"completion_tokens_details\":{\"reasoning_tokens\":2,\"audio_tokens\":0,"
                + "\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}}";
        assertThat(Scripts.written(ENCODER, Scripts.reasoning(), BARE.withIncludeUsage(true)))
                .isEqualTo(chunk(
                                "{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}",
                                "null",
                                ",\"usage\":null" + ID_MARK)
                        + chunk("{\"reasoning_content\":\"Let\"}", "null", ",\"usage\":null")
                        + chunk("{\"reasoning_content\":\" me\"}", "null", ",\"usage\":null")
                        + chunk("{\"content\":\"Hi\"}", "null", ",\"usage\":null")
                        + chunk("{}", "\"stop\"", ",\"usage\":null")
                        + OPENING + "[],\"usage\":" + usage + "}\n\n"
                        + "data: [DONE]\n\n");
    }

    @Test
    void choicesLeaveInTurnAndTheShorterOneEndsFirst() {
        String role = "{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}";
        assertThat(Scripts.written(ENCODER, Scripts.choices(), BARE))
                .isEqualTo(chunk(role, "null", ID_MARK)
                        + second(role, "null")
                        + chunk("{\"content\":\"Hi\"}", "null", "")
                        + second("{\"content\":\"Or\"}", "null")
                        + chunk("{\"content\":\"\\\"\"}", "null", "")
                        + second("{\"content\":\" so\"}", "null")
                        + chunk("{\"content\":\"\\n\"}", "null", "")
                        + second("{}", "\"length\"")
                        + chunk("{\"content\":\"\uD83D\uDE00\"}", "null", "")
                        + chunk("{}", "\"stop\"", "")
                        + "data: [DONE]\n\n");
    }

    @Test
    void choicesShareTheStepsOfTheirTokensAndOnlyTheFirstIsVisible() {
        StreamEncoder stream = ENCODER.stream(Scripts.choices(), BARE);
        List<Integer> sharing = new ArrayList<>();
        int tokens = 0;
        int characters = 0;
        for (int i = 0; i < stream.size(); i++) {
            tokens += stream.tokens(i);
            characters += stream.characters(i);
            if (stream.sharesStep(i)) {
                sharing.add(i);
            }
        }
        // Events 0 and 1 are the roles, 2 and 3 the first deltas, 4 and 5 the second ones; 7 is the finish of choice 1.
        assertThat(sharing).containsExactly(3, 5);
        assertThat(tokens).isEqualTo(4 + 2);
        assertThat(characters).isEqualTo(5);
    }

    private static String second(String delta, String finish) {
        return chunk(delta, finish, "").replace("\"index\":0", "\"index\":1");
    }

    @Test
    void aCallOpensInTheRoleChunkAndStreamsItsArguments() {
        assertThat(Scripts.written(ENCODER, Scripts.call(), BARE))
                .isEqualTo(chunk(
                                "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"index\":0,\"id\":\"call_ID\","
                                        + "\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":\"\"}}],"
                                        + "\"refusal\":null}",
                                "null",
                                ID_MARK)
                        + chunk(arguments("{\\\"city\\\":"), "null", "")
                        + chunk(arguments("\\\"Rome\\\"}"), "null", "")
                        + chunk("{}", "\"tool_calls\"", "")
                        + "data: [DONE]\n\n");
    }

    @Test
    void paddingIsOnEveryChunkUnlessSwitchedOff() {
        String written = Scripts.written(ENCODER, Scripts.text(), StreamOptions.VENDOR);
        // 1 role + 4 deltas + 1 finish; [DONE] has none
        assertThat(written.split("\"obfuscation\":\"PAD\"", -1)).hasSize(1 + 6);
    }

    @Test
    void anErrorInsideTheStreamIsAnErrorObject() {
        StreamEncoder stream = ENCODER.stream(Scripts.text(), BARE);
        EventBuffer out = new EventBuffer();
        stream.writeError(3, WireError.of(ErrorKind.SERVER, "The server had an error"), out);
        assertThat(out)
                .hasToString("data: {\"error\":{\"message\":\"The server had an error\",\"type\":\"server_error\","
                        + "\"param\":null,\"code\":\"server_error\"}}\n\n");
    }

    @Test
    void aBodyHoldsTheWholeAnswer() {
        assertThat(Scripts.named(new String(ENCODER.body(Scripts.text()), StandardCharsets.UTF_8)))
                .isEqualTo("{\"id\":\"chatcmpl-ID\",\"object\":\"chat.completion\",\"created\":1760000000,"
                        + "\"model\":\"mock\",\"service_tier\":\"default\",\"system_fingerprint\":\"fp_streamux01\","
                        + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hi\\\"\\n\uD83D\uDE00\","
                        + "\"refusal\":null,\"annotations\":[]},\"logprobs\":null,\"finish_reason\":\"stop\"}],"
                        + "\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":4,\"total_tokens\":16,"
                        + "\"prompt_tokens_details\":{\"cached_tokens\":0,\"audio_tokens\":0},"
                        + "\"completion_tokens_details\":{\"reasoning_tokens\":0,\"audio_tokens\":0,"
                        + "\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}}"
                        + ID_MARK + "}");
    }

    @Test
    void aBodyOfACallHasNoContent() {
        assertThat(Scripts.named(new String(ENCODER.body(Scripts.call()), StandardCharsets.UTF_8)))
                .contains("\"message\":{\"role\":\"assistant\",\"content\":null,\"refusal\":null,\"annotations\":[],"
                        + "\"tool_calls\":[{\"id\":\"call_ID\",\"type\":\"function\",\"function\":{\"name\":\"weather\","
                        + "\"arguments\":\"{\\\"city\\\":\\\"Rome\\\"}\"}}]},\"logprobs\":null,"
                        + "\"finish_reason\":\"tool_calls\"");
    }

    @Test
    void aFullRequestIsReadFieldByField() throws RefusedRequestException {
        ChatRequest request = read("""
                {"model":"mock-ttft200","stream":true,"stream_options":{"include_usage":true,"include_obfuscation":false},
                 "messages":[{"role":"developer","content":"Be brief."},
                             {"role":"user","content":[{"type":"text","text":"Hel"},{"type":"text","text":"lo"}]}],
                 "max_completion_tokens":40,"stop":["END"],"temperature":0.5,"n":1,
                 "tools":[{"type":"function","function":{"name":"weather","parameters":{"type":"object"}}}],
                 "tool_choice":{"type":"function","function":{"name":"weather"}},
                 "metadata":{"streamux.ttft-ms":"200","streamux.tokens":5},"unknown_field":1}""");
        assertThat(request.model()).isEqualTo("mock-ttft200");
        assertThat(request.messages())
                .containsExactly(
                        new ChatMessage(ChatMessage.Role.SYSTEM, "Be brief."),
                        new ChatMessage(ChatMessage.Role.USER, "Hello"));
        assertThat(request.wishes()).isEqualTo(new StreamWishes(true, true, false, false));
        assertThat(request.limits().maxTokens()).hasValue(40);
        assertThat(request.limits().stop()).containsExactly("END");
        assertThat(request.toolChoice()).isEqualTo(ToolChoice.of("weather"));
        assertThat(request.metadata()).containsEntry("streamux.ttft-ms", "200").containsEntry("streamux.tokens", "5");
        assertThat(request.wantsToolCall()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"messages":[]}                                                  | model           | missing_required_parameter
            {"model":"m"}                                                    | messages        | missing_required_parameter
            {"model":"m","messages":[]}                                      | messages        | invalid_value
            {"model":"m","messages":"x"}                                     | messages        | invalid_type
            {"model":"m","messages":[{"role":"king","content":"x"}]}         | messages[0].role | invalid_value
            {"model":"m","messages":[{"role":"user"}]}                       | messages[0].content | missing_required_parameter
            {"model":"m","messages":[{"role":"user","content":"x"}],"max_tokens":0} | max_tokens | invalid_value
            {"model":"m","messages":[{"role":"user","content":"x"}],"stream":"yes"} | stream | invalid_type
            {"model":"m","messages":[{"role":"user","content":"x"}],"temperature":3} | temperature | invalid_value
            """)
    void aWrongFieldIsNamed(String body, String param, String code) {
        WireError error = refusal(body);
        assertThat(ENCODER.status(error)).isEqualTo(400);
        assertThat(error.param()).hasValue(param);
        assertThat(error.code()).hasValue(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{",
                "[]",
                "``",
                "nonsense",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]} trailing"
            })
    void aBodyThatIsNoObjectIsRefused(String body) {
        assertThat(ENCODER.status(refusal(body))).isEqualTo(400);
    }

    @Test
    void streamOptionsNeedAStream() {
        WireError error = refusal("""
                {"model":"m","messages":[{"role":"user","content":"x"}],"stream_options":{"include_usage":true}}""");
        assertThat(new String(ENCODER.errorBody(error), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"error\":{\"message\":\"The 'stream_options' parameter is only allowed when 'stream' is"
                                + " enabled.\",\"type\":\"invalid_request_error\",\"param\":\"stream_options\",\"code\":null}}");
    }

    @Test
    void aStatusFaultKeepsItsStatus() {
        assertThat(ENCODER.status(WireError.ofStatus(418, "teapot"))).isEqualTo(418);
        assertThat(ENCODER.status(WireError.of(ErrorKind.RATE_LIMIT, "slow down")))
                .isEqualTo(429);
    }

    @Test
    void afterAToolResultTheClientWantsText() throws RefusedRequestException {
        ChatRequest request = read("""
                {"model":"m","tools":[{"type":"function","function":{"name":"t"}}],
                 "messages":[{"role":"user","content":"x"},{"role":"assistant","content":null,"tool_calls":[]},
                             {"role":"tool","tool_call_id":"call_1","content":"sunny"}]}""");
        assertThat(request.wantsToolCall()).isFalse();
    }

    private static ChatRequest read(String body) throws RefusedRequestException {
        return ENCODER.read(RequestTarget.PLAIN, body.getBytes(StandardCharsets.UTF_8));
    }

    private static WireError refusal(String body) {
        RefusedRequestException[] caught = new RefusedRequestException[1];
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(RefusedRequestException.class, e -> caught[0] = e);
        return caught[0].error();
    }

    private static String arguments(String escaped) {
        return "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"" + escaped + "\"}}]}";
    }

    private static String chunk(String delta, String finish, String rest) {
        return OPENING + "[{\"index\":0,\"delta\":" + delta + ",\"logprobs\":null,\"finish_reason\":" + finish + "}]"
                + rest + "}\n\n";
    }
}
