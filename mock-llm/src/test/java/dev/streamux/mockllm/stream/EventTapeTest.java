package dev.streamux.mockllm.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.knob.Granularity;
import dev.streamux.mockllm.load.Plan;
import dev.streamux.mockllm.load.Tempo;
import dev.streamux.mockllm.pacing.Schedule;
import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.answer.AnswerIdentity;
import dev.streamux.protocol.chat.answer.TextPieces;
import dev.streamux.protocol.chat.encode.EventBuffer;
import dev.streamux.protocol.chat.encode.EventKind;
import dev.streamux.protocol.chat.encode.EventSequence;
import dev.streamux.protocol.chat.encode.EventTemplate;
import dev.streamux.protocol.chat.encode.EventText;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import dev.streamux.protocol.chat.encode.StreamOptions;
import dev.streamux.protocol.sse.LineEnding;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventTapeTest {
    private static final long SEED = 7;

    /** An opening event, 40 deltas of 1 to 4 letters, an end. */
    private static final StreamEncoder EVENTS = new EventSequence.Builder(
                    AnswerIdentity.of("r1", "m", 0, 1),
                    StreamOptions.VENDOR.withMarks(true),
                    error -> EventText.of("{}"))
            .event(EventKind.PREAMBLE, EventText.of("{\"n\":0}"))
            .deltas(
                    EventKind.TEXT,
                    EventText.of("{\"t\":\"" + EventTemplate.PIECE + "\"}"),
                    TextPieces.of(IntStream.range(0, 40)
                            .mapToObj(i -> "x".repeat(1 + i % 4))
                            .toList()))
            .event(EventKind.TERMINAL, EventText.of("[DONE]"))
            .build();

    private static EventTape tape(int commentEvery, int padding) {
        Granularity granularity =
                new Granularity(List.of(1), 1, 0, LineEnding.LF, commentEvery, OptionalLong.empty(), padding);
        StreamHead head = new StreamHead(
                EVENTS,
                Schedule.of(),
                Tempo.planned(new Plan(Schedule.of(), 0, 0, 0, 0)),
                new DefaultHttpHeaders(),
                Delivery.SSE,
                true);
        return new EventTape(head, granularity);
    }

    private static String alone(int index, long nanos) {
        EventBuffer out = new EventBuffer();
        EVENTS.write(index, out);
        out.stamp(nanos);
        return out.toString();
    }

    private static String current(EventTape tape) {
        return new String(tape.array(), tape.offset(), tape.length(), StandardCharsets.UTF_8);
    }

    @Test
    void inAnyOrderAnEventIsWhatItWouldBeAlone() {
        EventTape tape = tape(0, 0);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 500; i++) {
            int index = i < EVENTS.size() ? i : random.nextInt(EVENTS.size());
            tape.turnTo(index);
            tape.stamp(1_000 + i);

            assertThat(current(tape)).as("event %d, seed %d", index, SEED).isEqualTo(alone(index, 1_000 + i));
            assertThat(tape.eventLength()).isEqualTo(tape.length());
            assertThat(tape.tokens()).isEqualTo(EVENTS.tokens(index));
            assertThat(tape.characters()).isEqualTo(EVENTS.characters(index));
        }
    }

    @Test
    void commentsComeBeforeAnEventAndAreNotCounted() {
        EventTape tape = tape(2, 3);
        tape.turnTo(4);
        tape.stamp(5);

        // Every second event has the keep-alive, every one the padding of three bytes.
        assertThat(current(tape)).isEqualTo(": keepalive\n\n: ...\n\n" + alone(4, 5));
        assertThat(tape.eventLength()).isEqualTo(alone(4, 5).length());
        tape.turnTo(5);
        tape.stamp(6);
        assertThat(current(tape)).isEqualTo(": ...\n\n" + alone(5, 6));
    }

    @Test
    void neighboursChangePlacesEvenIfTheyAreEncodedAlready() {
        EventTape tape = tape(0, 0);
        tape.turnTo(3);
        tape.swapWithNext(3);
        tape.turnTo(3);
        tape.stamp(1);
        assertThat(current(tape)).isEqualTo(alone(4, 1));
        assertThat(tape.characters()).isEqualTo(EVENTS.characters(4));
        tape.turnTo(4);
        tape.stamp(2);
        assertThat(current(tape)).isEqualTo(alone(3, 2));
        tape.turnTo(5);
        tape.stamp(3);
        assertThat(current(tape)).isEqualTo(alone(5, 3));
    }
}
