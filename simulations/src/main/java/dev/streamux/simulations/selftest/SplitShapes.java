package dev.streamux.simulations.selftest;

import static dev.streamux.simulations.selftest.OpenAiEvents.DONE;
import static dev.streamux.simulations.selftest.OpenAiEvents.FINISH;
import static dev.streamux.simulations.selftest.OpenAiEvents.token;
import static dev.streamux.simulations.selftest.OpenAiEvents.word;
import static dev.streamux.simulations.selftest.TimingShapes.due;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.simulations.selftest.wire.WebSocketWire;
import dev.streamux.trace.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;

/** Every dialect and every framing with each byte in a write of its own, so that every cut there is occurs once. */
final class SplitShapes {
    private static final int EVENTS = 3;

    private SplitShapes() {}

    static List<Shape> all() {
        return List.of(
                stream("crlf-split", Dialect.OPENAI_CHAT, i -> crlf(token(i)), crlf(FINISH + DONE)),
                stream("responses-split", Dialect.OPENAI_RESPONSES, SplitShapes::responses, responsesEnd()),
                stream("anthropic-split", Dialect.ANTHROPIC, SplitShapes::anthropic, anthropicEnd()),
                stream("gemini-split", Dialect.GEMINI, SplitShapes::gemini, geminiEnd()),
                webSocket(),
                gzip());
    }

    private static Shape stream(String name, Dialect dialect, IntFunction<String> event, String end) {
        ShapeScript script = new ShapeScript(name, dialect.word() + ", every byte an HTTP chunk and a write of its own")
                .asking(builder -> builder.dialect(dialect))
                .raw(0, ShapeScript.CHUNKED);
        for (int i = 0; i < EVENTS; i++) {
            split(script, i, event.apply(i).getBytes(StandardCharsets.UTF_8));
        }
        return script.body(due(EVENTS), end).end(due(EVENTS)).shape(Outcome.COMPLETE);
    }

    /** Writes the event of one token byte by byte; its last byte completes it. */
    private static void split(ShapeScript script, int index, byte[] event) {
        for (int i = 0; i < event.length - 1; i++) {
            script.body(due(index), new byte[] {event[i]});
        }
        script.body(due(index), new byte[] {event[event.length - 1]}, word(index));
    }

    private static Shape webSocket() {
        ShapeScript script = new ShapeScript(
                        "websocket-split", "a WebSocket, every byte of its frames a write of its own")
                .asking(builder -> builder.dialect(Dialect.OPENAI_RESPONSES).delivery(Delivery.WEBSOCKET))
                .withoutChunks();
        for (int i = 0; i < EVENTS; i++) {
            split(
                    script,
                    i,
                    WebSocketWire.text("{\"type\":\"response.output_text.delta\",\"delta\":\"" + word(i) + "\"}"));
        }
        return script.body(due(EVENTS), WebSocketWire.text("{\"type\":\"response.completed\",\"response\":{}}"))
                .shape(Outcome.COMPLETE);
    }

    private static Shape gzip() {
        ShapeScript script = new ShapeScript("gzip-split", "compressed, every byte a write of its own")
                .asking(builder -> builder.acceptGzip(true))
                .raw(0, ShapeScript.CHUNKED.replace("\r\n\r\n", "\r\ncontent-encoding: gzip\r\n\r\n"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed, true)) {
            for (int i = 0; i < EVENTS; i++) {
                split(script, i, flushed(gzip, packed, token(i)));
            }
            script.body(due(EVENTS), flushed(gzip, packed, FINISH + DONE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return script.body(due(EVENTS), packed.toByteArray()).end(due(EVENTS)).shape(Outcome.COMPLETE);
    }

    /** The bytes of one flush. The text is there a few bytes before their end; they leave in the same millisecond. */
    private static byte[] flushed(GZIPOutputStream gzip, ByteArrayOutputStream packed, String text) throws IOException {
        gzip.write(text.getBytes(StandardCharsets.UTF_8));
        gzip.flush();
        byte[] bytes = packed.toByteArray();
        packed.reset();
        return bytes;
    }

    private static String crlf(String event) {
        return event.replace("\n", "\r\n");
    }

    private static String responses(int index) {
        return named("response.output_text.delta", ",\"delta\":\"" + word(index) + "\"");
    }

    private static String responsesEnd() {
        return named("response.completed", ",\"response\":{}");
    }

    private static String anthropic(int index) {
        return named(
                "content_block_delta",
                ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + word(index) + "\"}");
    }

    private static String anthropicEnd() {
        return named("message_delta", ",\"delta\":{\"stop_reason\":\"end_turn\"}") + named("message_stop", "");
    }

    private static String named(String name, String members) {
        return "event: " + name + "\ndata: {\"type\":\"" + name + "\"" + members + "}\n\n";
    }

    private static String gemini(int index) {
        return "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"" + word(index) + "\"}]}}]}\r\n\r\n";
    }

    private static String geminiEnd() {
        return "data: {\"candidates\":[{\"finishReason\":\"STOP\"}]}\r\n\r\n";
    }
}
