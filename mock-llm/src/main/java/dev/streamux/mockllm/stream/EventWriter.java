package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.fault.Fault;
import dev.streamux.mockllm.knob.Granularity;
import dev.streamux.protocol.chat.encode.EventBuffer;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import dev.streamux.protocol.chat.request.ErrorKind;
import dev.streamux.protocol.chat.request.WireError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts single events on the wire, cut as the script says. Nothing here decides when. */
final class EventWriter {
    /** What an error says that was ordered. */
    static final String TOLD = "the mock was told to fail here";

    private final StreamHead head;
    private final StreamEncoder events;
    private final Granularity granularity;
    private final int piece;
    private final Wire wire;
    private final EventBuffer buffer;
    private final EventTape tape;
    private @Nullable DripFeed feed;

    EventWriter(StreamHead head, Granularity granularity, Wire wire, LoopContext loop) {
        this.head = head;
        this.events = head.events();
        this.granularity = granularity;
        this.piece = granularity.fragmentBytes();
        this.wire = wire;
        this.buffer = loop.buffer();
        this.tape = new EventTape(head, granularity);
    }

    /** Writes an event with this emission time; the tape stays at it. */
    void write(int index, long nanos) {
        tape.turnTo(index);
        tape.stamp(nanos);
        if (feed != null) {
            feed.add(Arrays.copyOfRange(tape.array(), tape.offset(), tape.offset() + tape.length()));
        } else if (piece == 0 || piece >= tape.length()) {
            wire.write(tape.array(), tape.offset(), tape.length());
        } else {
            wire.writePieces(tape.array(), tape.offset(), tape.length(), piece);
        }
    }

    /** What was written last. */
    EventTape tape() {
        return tape;
    }

    /** Writes the vendor's error in the place of an event. */
    void writeError(int index) {
        buffer.clear();
        events.writeError(index, WireError.of(ErrorKind.OVERLOADED, TOLD), buffer);
        wire.write(buffer);
    }

    /** Writes the first half of an event. */
    void writeHalf(int index) {
        buffer.clear();
        events.write(index, buffer);
        wire.write(buffer.array(), 0, buffer.length() / 2);
    }

    /** Writes a frame that is no JSON. */
    void writeGarbage() {
        String end = granularity.lineEnding().text();
        writeText(head.comments() ? "data: {\"garbage\":tru" + end + end : "{\"garbage\":tru");
    }

    /** Writes what must not come after the terminal event. */
    void writeTrailing() {
        String end = granularity.lineEnding().text();
        writeText(head.comments() ? "data: {\"after\":\"the end\"}" + end + end : "{\"after\":\"the end\"}");
    }

    private void writeText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (feed != null) {
            feed.add(bytes);
            return;
        }
        wire.write(bytes, 0, bytes.length);
        wire.flush();
    }

    /** Sends what keeps a silent stream alive in its dialect, and below it where there is no such thing. */
    void keepAlive() {
        buffer.clear();
        events.writePing(buffer);
        if (buffer.length() > 0) {
            wire.write(buffer);
            wire.flush();
        } else {
            wire.ping();
        }
    }

    /** From now on events leave in small pieces, by {@link #dripOnce}. */
    void drip(Fault.Drip how) {
        feed = new DripFeed(how, wire);
    }

    /** Whether events leave in small pieces. */
    boolean dripping() {
        return feed != null;
    }

    /** From one piece to the next, in nanoseconds. */
    long dripEveryNanos() {
        return feed == null ? 0 : feed.everyNanos();
    }

    /** Sends one piece; false if there is nothing to send. */
    boolean dripOnce() {
        return feed != null && feed.next();
    }
}
