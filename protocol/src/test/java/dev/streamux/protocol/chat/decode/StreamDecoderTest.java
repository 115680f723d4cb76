package dev.streamux.protocol.chat.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.decode.Signal.Ended;
import dev.streamux.protocol.chat.decode.Signal.Failed;
import dev.streamux.protocol.chat.decode.Signal.Finished;
import dev.streamux.protocol.chat.decode.Signal.Identified;
import dev.streamux.protocol.chat.decode.Signal.Marked;
import dev.streamux.protocol.chat.decode.Signal.ReasoningDelta;
import dev.streamux.protocol.chat.decode.Signal.TextDelta;
import dev.streamux.protocol.chat.decode.Signal.TokenCounts;
import dev.streamux.protocol.chat.decode.Signal.ToolCallDelta;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StreamDecoderTest {

    /** Single events as vendors and compatible servers send them. */
    static Stream<Arguments> events() {
        return Stream.of(
                openAi("role only", "{'choices':[{'index':0,'delta':{'role':'assistant','content':''}}]}"),
                openAi("null content", "{'choices':[{'index':0,'delta':{'role':'assistant','content':null}}]}"),
                openAi("text", "{'choices':[{'index':0,'delta':{'content':'Hi'}}]}", new TextDelta("Hi")),
                openAi("text without index", "{'choices':[{'delta':{'content':'Hi'}}]}", new TextDelta("Hi")),
                openAi(
                        "second choice is not the visible one",
                        "{'choices':[{'index':1,'delta':{'content':'no'}},{'index':0,'delta':{'content':'yes'}}]}",
                        new TextDelta("yes")),
                openAi("empty choices", "{'choices':[],'prompt_filter_results':[]}"),
                openAi("no choices", "{'object':'chat.completion.chunk'}"),
                openAi(
                        "usage",
                        "{'choices':[],'usage':{'prompt_tokens':3,'completion_tokens':7,'total_tokens':10}}",
                        new TokenCounts(3, 7)),
                openAi("null usage", "{'choices':[],'usage':null}"),
                openAi("finish", "{'choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}", new Finished("stop")),
                openAi(
                        "null finish",
                        "{'choices':[{'index':0,'delta':{'content':'a'},'finish_reason':null}]}",
                        new TextDelta("a")),
                openAi(
                        "reasoning of one kind of server",
                        "{'choices':[{'delta':{'reasoning_content':'hm'}}]}",
                        new ReasoningDelta("hm")),
                openAi("reasoning of another", "{'choices':[{'delta':{'reasoning':'hm'}}]}", new ReasoningDelta("hm")),
                openAi(
                        "both names carry the same reasoning once",
                        "{'choices':[{'delta':{'reasoning':'hm','reasoning_content':'hm'}}]}",
                        new ReasoningDelta("hm")),
                openAi("refusal", "{'choices':[{'delta':{'refusal':'No.'}}]}", new TextDelta("No.")),
                openAi("legacy completion", "{'choices':[{'text':'Hi'}]}", new TextDelta("Hi")),
                openAi(
                        "typed parts",
                        "{'choices':[{'delta':{'content':[{'type':'thinking','thinking':[{'type':'text','text':'hm'}]},{'type':'text','text':'Hi'}]}}]}",
                        new ReasoningDelta("hm"),
                        new TextDelta("Hi")),
                openAi(
                        "tool call start",
                        "{'choices':[{'delta':{'tool_calls':[{'index':1,'id':'c','function':{'name':'f','arguments':''}}]}}]}",
                        new ToolCallDelta(1, "f", "")),
                openAi(
                        "tool call fragment",
                        "{'choices':[{'delta':{'tool_calls':[{'index':1,'function':{'arguments':'{}'}}]}}]}",
                        new ToolCallDelta(1, "", "{}")),
                openAi(
                        "error object",
                        "{'error':{'message':'full','type':'server_error'}}",
                        new Failed("server_error: full")),
                openAi("error text", "{'error':'full'}", new Failed("full")),
                openAi("null error", "{'error':null,'choices':[{'delta':{'content':'a'}}]}", new TextDelta("a")),
                openAi("older error", "{'object':'error','message':'full','code':400}", new Failed("400: full")),
                openAi("id", "{'id':'c1','choices':[]}", new Identified("c1")),
                openAi(
                        "mark",
                        "{'id':'c1','choices':[{'delta':{'content':'a'}}],'streamux':{'id':'r7','event':3,'nanos':        12}}",
                        new Marked("r7", 3, OptionalLong.of(12)),
                        new Identified("c1"),
                        new TextDelta("a")),
                openAi("end", "[DONE]", new Ended()),
                openAi("end with blanks", " [DONE] ", new Ended()),
                openAi("empty data", ""),
                Arguments.of(
                        "created",
                        Dialect.OPENAI_RESPONSES,
                        json("{'type':'response.created','response':{'id':'resp_1'}}"),
                        List.of(new Identified("resp_1"))),
                responses("in progress", "{'type':'response.in_progress','response':{'id':'resp_1'}}"),
                responses("text", "{'type':'response.output_text.delta','delta':'Hi'}", new TextDelta("Hi")),
                responses("text done repeats", "{'type':'response.output_text.done','text':'Hi'}"),
                responses("refusal", "{'type':'response.refusal.delta','delta':'No'}", new TextDelta("No")),
                responses(
                        "reasoning summary",
                        "{'type':'response.reasoning_summary_text.delta','delta':'hm'}",
                        new ReasoningDelta("hm")),
                responses(
                        "reasoning", "{'type':'response.reasoning_text.delta','delta':'hm'}", new ReasoningDelta("hm")),
                responses(
                        "tool item",
                        "{'type':'response.output_item.added','output_index':1,'item':{'type':'function_call','name':'f','arguments':''}}",
                        new ToolCallDelta(1, "f", "")),
                responses(
                        "tool fragment",
                        "{'type':'response.function_call_arguments.delta','output_index':1,'delta':'{'}",
                        new ToolCallDelta(1, "", "{")),
                responses(
                        "completed",
                        "{'type':'response.completed','response':{'status':'completed','usage':{'input_tokens':3,'output_tokens':7}}}",
                        new TokenCounts(3, 7),
                        new Finished("completed"),
                        new Ended()),
                responses(
                        "incomplete",
                        "{'type':'response.incomplete','response':{'status':'incomplete','incomplete_details':{'reason':'max_output_tokens'}}}",
                        new Finished("max_output_tokens"),
                        new Ended()),
                responses(
                        "failed",
                        "{'type':'response.failed','response':{'error':{'code':'server_error','message':'full'}}}",
                        new Failed("server_error: full")),
                responses("flat error", "{'type':'error','code':'x','message':'full'}", new Failed("error: full")),
                responses(
                        "nested error",
                        "{'type':'error','error':{'code':'x','message':'full'}}",
                        new Failed("x: full")),
                responses("the other dialect's end says nothing", "[DONE]"),
                anthropic(
                        "start",
                        "{'type':'message_start','message':{'id':'msg_1','content':[],'usage':{'input_tokens':3,'output_tokens':1}}}",
                        new Identified("msg_1"),
                        new TokenCounts(3, 1)),
                anthropic(
                        "block start",
                        "{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}"),
                anthropic(
                        "text",
                        "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'Hi'}}",
                        new TextDelta("Hi")),
                anthropic(
                        "thinking",
                        "{'type':'content_block_delta','index':0,'delta':{'type':'thinking_delta','thinking':'hm'}}",
                        new ReasoningDelta("hm")),
                anthropic(
                        "signature",
                        "{'type':'content_block_delta','index':0,'delta':{'type':'signature_delta','signature':'xyz'}}"),
                anthropic(
                        "tool start",
                        "{'type':'content_block_start','index':1,'content_block':{'type':'tool_use','id':'t','name':'f','input':{}}}",
                        new ToolCallDelta(1, "f", "")),
                anthropic(
                        "tool fragment",
                        "{'type':'content_block_delta','index':1,'delta':{'type':'input_json_delta','partial_json':'{'}}",
                        new ToolCallDelta(1, "", "{")),
                anthropic("ping", "{'type':'ping'}"),
                anthropic("block stop", "{'type':'content_block_stop','index':0}"),
                anthropic("stop", "{'type':'message_stop'}", new Ended()),
                anthropic(
                        "error",
                        "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}",
                        new Failed("overloaded_error: Overloaded")),
                gemini(
                        "text",
                        "{'candidates':[{'index':0,'content':{'role':'model','parts':[{'text':'Hi'}]}}]}",
                        new TextDelta("Hi")),
                gemini(
                        "thought",
                        "{'candidates':[{'content':{'parts':[{'text':'hm','thought':true},{'text':'Hi'}]}}]}",
                        new ReasoningDelta("hm"),
                        new TextDelta("Hi")),
                gemini(
                        "last",
                        "{'responseId':'g1','candidates':[{'content':{'parts':[{'text':'.'}]},'finishReason':'STOP'}],'usageMetadata':{'promptTokenCount':3,'candidatesTokenCount':5,'thoughtsTokenCount':2}}",
                        new Identified("g1"),
                        new TextDelta("."),
                        new Finished("STOP"),
                        new TokenCounts(3, 7)),
                gemini(
                        "tool call",
                        "{'candidates':[{'content':{'parts':[{'functionCall':{'name':'f','args':{}}}]}}]}",
                        new ToolCallDelta(0, "f", "{}")),
                gemini("error", "{'error':{'code':503,'message':'full'}}", new Failed("503: full")),
                gemini(
                        "blocked prompt",
                        "{'promptFeedback':{'blockReason':'SAFETY'}}",
                        new Failed("the prompt was blocked: SAFETY")));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("events")
    void anEventMeans(String name, Dialect dialect, String data, List<Signal> expected) {
        assertThat(StreamDecoder.of(dialect).decode("message", data)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void dataThatIsNoJsonIsAFailureThatQuotesIt(Dialect dialect) {
        assertThat(StreamDecoder.of(dialect).decode("message", "{\"cho"))
                .containsExactly(new Failed("an event is no JSON object: {\"cho"));
        assertThat(StreamDecoder.of(dialect).decode("message", "  ")).isEmpty();
    }

    @Test
    void aNamedErrorEventIsAFailureEvenWithoutAnErrorMember() {
        assertThat(StreamDecoder.of(Dialect.OPENAI_CHAT).decode("error", json("{'message':'full'}")))
                .containsExactly(new Failed("full"));
    }

    @Test
    void theIdIsReportedOnce() {
        StreamDecoder decoder = StreamDecoder.of(Dialect.OPENAI_CHAT);
        assertThat(decoder.decode("message", json("{'id':'c1'}"))).containsExactly(new Identified("c1"));
        assertThat(decoder.decode("message", json("{'id':'c1'}"))).isEmpty();
    }

    @Test
    void anthropicsUsageIsCumulativeAndKeepsTheInput() {
        StreamDecoder decoder = StreamDecoder.of(Dialect.ANTHROPIC);
        decoder.decode(
                "message_start",
                json("{'type':'message_start','message':{'usage':{'input_tokens':3,'output_tokens':1}}}"));
        assertThat(
                        decoder.decode(
                                "message_delta",
                                json(
                                        "{'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':{'output_tokens':9}}")))
                .containsExactly(new Finished("end_turn"), new TokenCounts(3, 9));
    }

    @Test
    void anthropicEventsWithoutTheirNameLineAreRead() {
        assertThat(StreamDecoder.of(Dialect.ANTHROPIC)
                        .decode("message", json("{'type':'content_block_delta','delta':{'text':'Hi'}}")))
                .containsExactly(new TextDelta("Hi"));
    }

    @Test
    void aCleanEndCompletesOnlyWhereTheDialectSaysSo() {
        StreamDecoder chat = StreamDecoder.of(Dialect.OPENAI_CHAT);
        assertThat(chat.completeAtCleanEnd()).isFalse();
        chat.decode("message", json("{'choices':[{'delta':{},'finish_reason':'length'}]}"));
        assertThat(chat.completeAtCleanEnd()).isTrue();
        StreamDecoder gemini = StreamDecoder.of(Dialect.GEMINI);
        assertThat(gemini.completeAtCleanEnd()).isFalse();
        gemini.decode("message", json("{'candidates':[{'finishReason':'STOP'}]}"));
        assertThat(gemini.completeAtCleanEnd()).isTrue();
        StreamDecoder anthropic = StreamDecoder.of(Dialect.ANTHROPIC);
        anthropic.decode("message_delta", json("{'type':'message_delta','delta':{'stop_reason':'end_turn'}}"));
        assertThat(anthropic.completeAtCleanEnd()).isFalse();
    }

    /** Whole bodies: the text and the end. */
    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(
                        Dialect.OPENAI_CHAT,
                        "{'id':'c1','choices':[{'index':0,'message':{'content':'Hi','reasoning_content':'hm'},'finish_reason':'stop'}],'usage':{'prompt_tokens':3,'completion_tokens':7}}"),
                Arguments.of(
                        Dialect.OPENAI_RESPONSES,
                        "{'id':'c1','status':'completed','output':[{'type':'reasoning','summary':[{'text':'hm'}]},{'type':'message','content':[{'type':'output_text','text':'Hi'}]}],'usage':{'input_tokens':3,'output_tokens':7}}"),
                Arguments.of(
                        Dialect.ANTHROPIC,
                        "{'id':'c1','content':[{'type':'thinking','thinking':'hm'},{'type':'text','text':'Hi'}],'stop_reason':'end_turn','usage':{'input_tokens':3,'output_tokens':7}}"),
                Arguments.of(
                        Dialect.GEMINI,
                        "{'responseId':'c1','candidates':[{'content':{'parts':[{'text':'hm','thought':true},{'text':'Hi'}]},'finishReason':'STOP'}],'usageMetadata':{'promptTokenCount':3,'candidatesTokenCount':7}}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodySaysAllAtOnce(Dialect dialect, String body) {
        assertThat(StreamDecoder.of(dialect).decodeBody(json(body)))
                .contains(new Identified("c1"), new ReasoningDelta("hm"), new TextDelta("Hi"), new TokenCounts(3, 7))
                .endsWith(new Ended());
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void anErrorBodyIsAFailureAndNoEnd(Dialect dialect) {
        List<Signal> signals = StreamDecoder.of(dialect).decodeBody(json("{'error':{'message':'full'}}"));
        assertThat(signals).containsExactly(new Failed("full"));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void halfABodyMeansNothingAndAnotherKindOfBodyIsAFailure(Dialect dialect) {
        assertThat(StreamDecoder.of(dialect).decodeBody("{\"id\":")).isEmpty();
        assertThat(StreamDecoder.of(dialect).decodeBody("<html>"))
                .containsExactly(new Failed("the body is no JSON object: <html>"));
    }

    @Test
    void errorBodiesOfEveryVendorGiveTheirMessage() {
        assertThat(ErrorBodies.message(json("{'error':{'message':'a\\nb','type':'t'}}")))
                .hasValue("t: a b");
        assertThat(ErrorBodies.message(json("[{'error':{'code':400,'message':'a'}}]")))
                .hasValue("400: a");
        assertThat(ErrorBodies.message(json("{'detail':'Not Found'}"))).hasValue("\"Not Found\"");
        assertThat(ErrorBodies.message(json("{'message':'a'}"))).hasValue("a");
        assertThat(ErrorBodies.message("<html>502</html>")).isEmpty();
        assertThat(ErrorBodies.message(json("{'x':1}"))).isEmpty();
    }

    private static Arguments openAi(String name, String data, Signal... expected) {
        return Arguments.of(name, Dialect.OPENAI_CHAT, json(data), List.of(expected));
    }

    private static Arguments responses(String name, String data, Signal... expected) {
        return Arguments.of(name, Dialect.OPENAI_RESPONSES, json(data), List.of(expected));
    }

    private static Arguments anthropic(String name, String data, Signal... expected) {
        return Arguments.of(name, Dialect.ANTHROPIC, json(data), List.of(expected));
    }

    private static Arguments gemini(String name, String data, Signal... expected) {
        return Arguments.of(name, Dialect.GEMINI, json(data), List.of(expected));
    }

    /** Single quotes keep the samples readable. */
    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
