package dev.streamux.simulations.selftest;

import static dev.streamux.simulations.selftest.OpenAiEvents.DONE;
import static dev.streamux.simulations.selftest.OpenAiEvents.FINISH;
import static dev.streamux.simulations.selftest.OpenAiEvents.data;
import static dev.streamux.simulations.selftest.OpenAiEvents.token;
import static dev.streamux.simulations.selftest.OpenAiEvents.word;
import static dev.streamux.simulations.selftest.TimingShapes.TOKENS;
import static dev.streamux.simulations.selftest.TimingShapes.due;
import static dev.streamux.simulations.selftest.TimingShapes.opened;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.simulations.client.request.HttpVersion;
import dev.streamux.simulations.client.request.RequestBuilder;
import dev.streamux.simulations.selftest.wire.WebSocketWire;
import dev.streamux.simulations.selftest.wire.WireStep;
import dev.streamux.trace.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** More shapes: several choices, tool calls, other transports, other dialects, other endings. */
final class ProtocolShapes {
    private ProtocolShapes() {}

    static List<Shape> all() {
        return List.of(
                severalChoices(),
                toolCalls(),
                finishWithoutDone(),
                closeDelimited(),
                cutInsideChunk(),
                http2(),
                gzip(),
                bufferedJson(),
                webSocket(),
                anthropic(),
                anthropicTruncated(),
                geminiArray(),
                refused());
    }

    private static Shape severalChoices() {
        ShapeScript script = opened("several-choices", "two choices side by side; choice 0 is the answer");
        for (int i = 0; i < TOKENS; i++) {
            String other = token(i).replace("\"index\":0", "\"index\":1").replace(" w", " other");
            script.body(due(i), other + token(i), word(i));
        }
        return TimingShapes.completed(script, due(TOKENS));
    }

    private static Shape toolCalls() {
        ShapeScript script = opened("tool-calls", "text, then a tool call in pieces that is not text");
        TimingShapes.tokens(script, 0, 10, 0);
        script.body(
                due(10),
                data("{\"tool_calls\":[{\"index\":0,\"id\":\"t\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]}"));
        for (int i = 11; i < TOKENS; i++) {
            script.body(due(i), data("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{}\"}}]}"));
        }
        return TimingShapes.completed(script, due(TOKENS));
    }

    private static Shape finishWithoutDone() {
        ShapeScript script = opened("finish-without-done", "a finish reason and a clean end, but no [DONE]");
        return TimingShapes.tokens(script, 0, TOKENS, 0)
                .body(due(TOKENS), FINISH)
                .end(due(TOKENS))
                .shape(Outcome.COMPLETE);
    }

    private static Shape closeDelimited() {
        ShapeScript script = new ShapeScript("close-delimited", "HTTP/1.0: only the close ends the body")
                .withoutChunks()
                .raw(0, "HTTP/1.0 200 OK\r\ncontent-type: text/event-stream\r\n\r\n");
        return TimingShapes.tokens(script, 0, TOKENS, 0)
                .body(due(TOKENS), FINISH + DONE)
                .step(new WireStep.Close(due(TOKENS)))
                .shape(Outcome.COMPLETE);
    }

    private static Shape cutInsideChunk() {
        ShapeScript script = opened("cut-inside-chunk", "the connection is closed in order, but inside an HTTP chunk");
        return TimingShapes.tokens(script, 0, 20, 0)
                .raw(due(20), "ff\r\ndata: ")
                .step(new WireStep.Close(due(20)))
                .shape(Outcome.RESET);
    }

    private static Shape http2() {
        ShapeScript script = new ShapeScript("http2", "HTTP/2 with prior knowledge")
                .asking(builder -> builder.httpVersion(HttpVersion.HTTP_2))
                .withoutChunks();
        return TimingShapes.tokens(script, 0, TOKENS, 0)
                .body(due(TOKENS), FINISH + DONE)
                .shape(Outcome.COMPLETE);
    }

    private static Shape gzip() {
        ShapeScript script = new ShapeScript("gzip", "compressed, flushed after each event")
                .asking(builder -> builder.acceptGzip(true))
                .raw(0, ShapeScript.CHUNKED.replace("\r\n\r\n", "\r\ncontent-encoding: gzip\r\n\r\n"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed, true)) {
            for (int i = 0; i < TOKENS; i++) {
                script.body(due(i), pack(gzip, packed, token(i)), word(i));
            }
            script.body(due(TOKENS), pack(gzip, packed, FINISH + DONE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return script.body(due(TOKENS), packed.toByteArray()).end(due(TOKENS)).shape(Outcome.COMPLETE);
    }

    private static byte[] pack(GZIPOutputStream gzip, ByteArrayOutputStream packed, String text) throws IOException {
        gzip.write(text.getBytes(StandardCharsets.UTF_8));
        gzip.flush();
        byte[] bytes = packed.toByteArray();
        packed.reset();
        return bytes;
    }

    private static Shape bufferedJson() {
        String body =
                "{\"id\":\"c1\",\"choices\":[{\"index\":0,\"message\":{\"content\":\"Hello there\"},\"finish_reason\":\"stop\"}]}";
        return new ShapeScript("buffered-json", "one JSON body, its last byte 300 ms after its first")
                .asking(builder -> builder.delivery(Delivery.JSON))
                .withoutChunks()
                .raw(
                        0,
                        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: " + body.length()
                                + "\r\n\r\n")
                .body(100, body.substring(0, 20))
                .body(400, body.substring(20), "Hello there")
                .shape(Outcome.COMPLETE);
    }

    private static Shape webSocket() {
        ShapeScript script = new ShapeScript("websocket", "the Responses dialect, one JSON a WebSocket frame")
                .asking(ProtocolShapes::responsesOverWebSocket)
                .withoutChunks();
        for (int i = 0; i < TOKENS; i++) {
            String frame = "{\"type\":\"response.output_text.delta\",\"delta\":\"" + word(i) + "\"}";
            script.body(due(i), WebSocketWire.text(frame), word(i));
        }
        return script.body(due(TOKENS), WebSocketWire.text("{\"type\":\"response.completed\",\"response\":{}}"))
                .shape(Outcome.COMPLETE);
    }

    private static RequestBuilder responsesOverWebSocket(RequestBuilder builder) {
        return builder.dialect(Dialect.OPENAI_RESPONSES).delivery(Delivery.WEBSOCKET);
    }

    private static ShapeScript anthropicScript(String name, String what) {
        ShapeScript script = new ShapeScript(name, what)
                .asking(builder -> builder.dialect(Dialect.ANTHROPIC))
                .raw(0, ShapeScript.CHUNKED)
                .body(
                        5,
                        event(
                                "message_start",
                                ",\"message\":{\"id\":\"m\",\"usage\":{\"input_tokens\":3,\"output_tokens\":1}}"))
                .body(
                        5,
                        event(
                                "content_block_start",
                                ",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"));
        for (int i = 0; i < TOKENS; i++) {
            String delta = ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + word(i) + "\"}";
            script.body(due(i), event("ping", "") + event("content_block_delta", delta), word(i));
        }
        return script.body(due(TOKENS), event("message_delta", ",\"delta\":{\"stop_reason\":\"end_turn\"}"));
    }

    private static String event(String name, String members) {
        return "event: " + name + "\ndata: {\"type\":\"" + name + "\"" + members + "}\n\n";
    }

    private static Shape anthropic() {
        return anthropicScript("anthropic-pings", "Anthropic's dialect with a ping event before each delta")
                .body(due(TOKENS), event("message_stop", ""))
                .end(due(TOKENS))
                .shape(Outcome.COMPLETE);
    }

    private static Shape anthropicTruncated() {
        return anthropicScript("anthropic-no-stop", "Anthropic's dialect, a clean end before message_stop")
                .end(due(TOKENS))
                .shape(Outcome.TRUNCATED);
    }

    private static Shape geminiArray() {
        ShapeScript script = new ShapeScript("gemini-array", "Gemini's dialect as one JSON array that grows")
                .asking(builder -> builder.dialect(Dialect.GEMINI))
                .raw(0, ShapeScript.CHUNKED.replace("text/event-stream", "application/json"));
        for (int i = 0; i < TOKENS; i++) {
            String element = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"" + word(i) + "\"}]}}]}";
            script.body(due(i), (i == 0 ? "[" : ",\r\n") + element, word(i));
        }
        return script.body(due(TOKENS), ",\r\n{\"candidates\":[{\"finishReason\":\"STOP\"}]}\n]")
                .end(due(TOKENS))
                .shape(Outcome.COMPLETE);
    }

    private static Shape refused() {
        String body = "{\"error\":{\"message\":\"slow down\"}}";
        return new ShapeScript("refused", "status 429 with a JSON error")
                .raw(
                        50,
                        "HTTP/1.1 429 Too Many Requests\r\ncontent-type: application/json\r\ncontent-length: "
                                + body.length() + "\r\n\r\n" + body)
                .shape(Outcome.REJECTED);
    }
}
