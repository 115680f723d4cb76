package dev.streamux.simulations.selftest;

import static dev.streamux.simulations.selftest.OpenAiEvents.DONE;
import static dev.streamux.simulations.selftest.OpenAiEvents.ERROR;
import static dev.streamux.simulations.selftest.OpenAiEvents.FINISH;
import static dev.streamux.simulations.selftest.OpenAiEvents.ROLE;
import static dev.streamux.simulations.selftest.OpenAiEvents.USAGE;
import static dev.streamux.simulations.selftest.OpenAiEvents.reasoning;
import static dev.streamux.simulations.selftest.OpenAiEvents.text;
import static dev.streamux.simulations.selftest.OpenAiEvents.token;
import static dev.streamux.simulations.selftest.OpenAiEvents.word;

import dev.streamux.simulations.selftest.wire.WireStep;
import dev.streamux.trace.Outcome;
import java.util.List;

/**
 * Shapes A to I and N: when things come and how the stream ends. The base stream is the one on which eight other clients
 * were measured: role at 5 ms, first token at 200 ms, then one every 10 ms, 40 in all.
 */
final class TimingShapes {
    static final int ROLE_MILLIS = 5;
    static final int FIRST_MILLIS = 200;
    static final int GAP_MILLIS = 10;
    static final int TOKENS = 40;
    private static final int HALF = 20;

    private TimingShapes() {}

    static List<Shape> all() {
        return List.of(
                base(),
                fourTokensAnEvent(),
                flushEvery100Millis(),
                reasoningFirst(),
                oneStall(),
                truncated(),
                reset(),
                errorThenDone(),
                buffered(),
                noRole());
    }

    /** When token {@code index} of the base stream is due. */
    static long due(int index) {
        return FIRST_MILLIS + (long) index * GAP_MILLIS;
    }

    /** Head and role chunk. */
    static ShapeScript opened(String name, String what) {
        return new ShapeScript(name, what).raw(0, ShapeScript.CHUNKED).body(ROLE_MILLIS, ROLE);
    }

    /** Writes tokens in [from, to) of the base stream, {@code shiftMillis} later than there. */
    static ShapeScript tokens(ShapeScript script, int from, int to, long shiftMillis) {
        for (int i = from; i < to; i++) {
            script.body(due(i) + shiftMillis, token(i), word(i));
        }
        return script;
    }

    /** Ends the base stream as it should end. */
    static Shape completed(ShapeScript script, long at) {
        return script.body(at, FINISH + USAGE + DONE).end(at).shape(Outcome.COMPLETE);
    }

    private static Shape base() {
        return completed(
                tokens(opened("base", "role at 5 ms, first token at 200 ms, 40 tokens every 10 ms"), 0, TOKENS, 0),
                due(TOKENS));
    }

    private static Shape noRole() {
        ShapeScript script = new ShapeScript("no-role", "no role chunk").raw(0, ShapeScript.CHUNKED);
        return completed(tokens(script, 0, TOKENS, 0), due(TOKENS));
    }

    private static Shape fourTokensAnEvent() {
        ShapeScript script = opened("four-tokens-an-event", "four tokens in each event");
        for (int i = 0; i < TOKENS; i += 4) {
            String four = word(i) + word(i + 1) + word(i + 2) + word(i + 3);
            script.body(due(i + 3), text(four), four);
        }
        return completed(script, due(TOKENS));
    }

    private static Shape flushEvery100Millis() {
        ShapeScript script = opened("flush-every-100ms", "ten events in one write, every 100 ms");
        for (int i = 0; i < TOKENS; i += 10) {
            StringBuilder events = new StringBuilder();
            String[] words = new String[10];
            for (int k = 0; k < 10; k++) {
                events.append(token(i + k));
                words[k] = word(i + k);
            }
            script.body(due(i + 9), events.toString(), words);
        }
        return completed(script, due(TOKENS));
    }

    private static Shape reasoningFirst() {
        ShapeScript script = opened("reasoning-first", "20 reasoning tokens before the first visible one");
        for (int i = 0; i < HALF; i++) {
            script.body(due(i), reasoning("think "));
        }
        return completed(tokens(script, 0, TOKENS, (long) HALF * GAP_MILLIS), due(TOKENS + HALF));
    }

    private static Shape oneStall() {
        ShapeScript script = opened("one-stall", "one stall of 800 ms after token 20");
        tokens(script, 0, HALF, 0);
        return completed(tokens(script, HALF, TOKENS, 800), due(TOKENS) + 800);
    }

    private static Shape truncated() {
        ShapeScript script = opened("truncated", "a clean end at token 20, no finish reason, no [DONE]");
        return tokens(script, 0, HALF, 0).end(due(HALF)).shape(Outcome.TRUNCATED);
    }

    private static Shape reset() {
        ShapeScript script = opened("reset", "the connection is reset at token 20");
        return tokens(script, 0, HALF, 0).step(new WireStep.Reset(due(HALF))).shape(Outcome.RESET);
    }

    private static Shape errorThenDone() {
        ShapeScript script = opened("error-then-done", "an error event at token 20, then [DONE]");
        return tokens(script, 0, HALF, 0)
                .body(due(HALF), ERROR + DONE)
                .end(due(HALF))
                .shape(Outcome.ERROR);
    }

    private static Shape buffered() {
        StringBuilder all = new StringBuilder(ROLE);
        String[] words = new String[TOKENS];
        for (int i = 0; i < TOKENS; i++) {
            all.append(token(i));
            words[i] = word(i);
        }
        return new ShapeScript("buffered", "the whole stream in one write at the end")
                .raw(0, ShapeScript.CHUNKED)
                .body(due(TOKENS - 1), all + FINISH + USAGE + DONE, words)
                .end(due(TOKENS - 1))
                .shape(Outcome.COMPLETE);
    }
}
