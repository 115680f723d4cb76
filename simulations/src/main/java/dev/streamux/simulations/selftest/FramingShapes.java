package dev.streamux.simulations.selftest;

import static dev.streamux.simulations.selftest.OpenAiEvents.DONE;
import static dev.streamux.simulations.selftest.OpenAiEvents.FINISH;
import static dev.streamux.simulations.selftest.OpenAiEvents.PING;
import static dev.streamux.simulations.selftest.OpenAiEvents.ROLE;
import static dev.streamux.simulations.selftest.OpenAiEvents.text;
import static dev.streamux.simulations.selftest.OpenAiEvents.token;
import static dev.streamux.simulations.selftest.OpenAiEvents.word;
import static dev.streamux.simulations.selftest.TimingShapes.TOKENS;
import static dev.streamux.simulations.selftest.TimingShapes.due;
import static dev.streamux.simulations.selftest.TimingShapes.opened;

import dev.streamux.trace.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Shapes J to M and more: legal ways to write an event stream that clients get wrong. */
final class FramingShapes {
    private static final int CUT_MILLIS = 4;

    private FramingShapes() {}

    static List<Shape> all() {
        return List.of(
                pings(),
                rewritten("crlf", "lines end with CR LF", event -> event.replace("\n", "\r\n")),
                rewritten("no-blank", "no blank after \"data:\"", event -> event.replace("data: ", "data:")),
                cutInsideToken(),
                rewritten("cr", "lines end with CR alone", event -> event.replace("\n", "\r")),
                rewritten("multi-line-data", "each JSON on two data lines", FramingShapes::onTwoLines),
                rewritten(
                        "named-fields",
                        "id, retry, comment and unknown fields in each event",
                        event -> ": note\nid: 7\nretry: 1000\nx-unknown: 1\n" + event),
                byteOrderMark(),
                cutInsideCharacter(),
                oneByteAWrite());
    }

    private static Shape rewritten(String name, String what, UnaryOperator<String> rewriting) {
        ShapeScript script = new ShapeScript(name, what).raw(0, ShapeScript.CHUNKED);
        script.body(TimingShapes.ROLE_MILLIS, rewriting.apply(ROLE));
        for (int i = 0; i < TOKENS; i++) {
            script.body(due(i), rewriting.apply(token(i)), word(i));
        }
        return script.body(due(TOKENS), rewriting.apply(FINISH) + rewriting.apply(DONE))
                .end(due(TOKENS))
                .shape(Outcome.COMPLETE);
    }

    private static String onTwoLines(String event) {
        return event.replace(",\"choices\"", ",\ndata: \"choices\"");
    }

    private static Shape pings() {
        ShapeScript script = opened("comment-pings", "a comment before every event");
        for (int i = 0; i < TOKENS; i++) {
            script.body(due(i), PING + token(i), word(i));
        }
        return TimingShapes.completed(script, due(TOKENS));
    }

    private static Shape cutInsideToken() {
        ShapeScript script = opened("cut-inside-token", "each event in two writes, cut after the token's blank");
        for (int i = 0; i < TOKENS; i++) {
            String event = token(i);
            int cut = event.indexOf("\" w") + 2;
            script.body(due(i), event.substring(0, cut)).body(due(i) + CUT_MILLIS, event.substring(cut), word(i));
        }
        return TimingShapes.completed(script, due(TOKENS) + CUT_MILLIS);
    }

    private static Shape byteOrderMark() {
        ShapeScript script = new ShapeScript("byte-order-mark", "a byte order mark before the first event")
                .raw(0, ShapeScript.CHUNKED)
                .body(TimingShapes.ROLE_MILLIS, "\uFEFF" + token(0), word(0));
        return TimingShapes.completed(TimingShapes.tokens(script, 1, TOKENS, 0), due(TOKENS));
    }

    private static Shape cutInsideCharacter() {
        ShapeScript script = opened("cut-inside-character", "each write is cut inside an emoji's four bytes");
        for (int i = 0; i < TOKENS; i++) {
            byte[] event = text("é😀" + i).getBytes(StandardCharsets.UTF_8);
            int cut = new String(event, StandardCharsets.ISO_8859_1).indexOf('\u00F0') + 2;
            script.body(due(i), Arrays.copyOfRange(event, 0, cut))
                    .body(due(i) + CUT_MILLIS, Arrays.copyOfRange(event, cut, event.length), "é😀" + i);
        }
        return TimingShapes.completed(script, due(TOKENS) + CUT_MILLIS);
    }

    private static Shape oneByteAWrite() {
        ShapeScript script =
                opened("one-byte-a-write", "three events, every byte an HTTP chunk and a write of its own");
        for (int i = 0; i < 3; i++) {
            byte[] event = token(i).getBytes(StandardCharsets.UTF_8);
            for (int k = 0; k < event.length - 1; k++) {
                script.body(due(i * 10), new byte[] {event[k]});
            }
            script.body(due(i * 10), new byte[] {event[event.length - 1]}, word(i));
        }
        return TimingShapes.completed(script, due(TOKENS));
    }
}
