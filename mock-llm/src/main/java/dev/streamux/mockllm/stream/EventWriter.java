package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.fault.Fault;
import dev.streamux.mockllm.knob.Granularity;
import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.encode.EventBuffer;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Puts single events on the wire, cut as the script says. Nothing here decides when. */
final class EventWriter {
    private static final int NOWHERE = -2;

    private final StreamHead head;
    private final StreamEncoder events;
    private final Granularity granularity;
    private final Wire wire;
    private final EventBuffer buffer;
    private final boolean comments;
    private final byte[] comment;
    private final byte[] padding;
    private int swappedAt = NOWHERE;
    private Fault.@Nullable Drip drip;
    private byte[] dripping = new byte[0];

    EventWriter(StreamHead head, Granularity granularity, Wire wire, LoopContext loop) {
        this.head = head;
        this.events = head.events();
        this.granularity = granularity;
        this.wire = wire;
        this.buffer = loop.buffer();
        this.comments = head.comments();
        this.comment = comment("keepalive");
        this.padding = comment(".".repeat(granularity.paddingBytes()));
    }

    private byte[] comment(String text) {
        String end = granularity.lineEnding().text();
        return (": " + text + end + end).getBytes(StandardCharsets.UTF_8);
    }

    /** The event that is really written in the place of {@code index}. */
    int written(int index) {
        if (index == swappedAt) {
            return index + 1;
        }
        return index == swappedAt + 1 ? index - 1 : index;
    }

    /** Writes an event with this emission time; returns its bytes, comments before it left out. */
    int write(int index, long nanos) {
        buffer.clear();
        if (comments && granularity.keepAliveEvents() > 0 && index % granularity.keepAliveEvents() == 0) {
            buffer.append(comment);
        }
        if (comments && granularity.paddingBytes() > 0) {
            buffer.append(padding);
        }
        int start = buffer.length();
        events.write(written(index), buffer);
        buffer.stamp(nanos);
        send();
        return buffer.length() - start;
    }

    private void send() {
        if (drip != null) {
            dripping = joined(dripping, buffer.toByteArray());
            return;
        }
        int piece = granularity.fragmentBytes();
        if (piece == 0 || piece >= buffer.length()) {
            wire.write(buffer);
            return;
        }
        wire.writePieces(buffer, piece);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + second.length);
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
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
        writeText(comments ? "data: {\"garbage\":tru" + end + end : "{\"garbage\":tru");
    }

    /** Writes what must not come after the terminal event. */
    void writeTrailing() {
        String end = granularity.lineEnding().text();
        writeText(comments ? "data: {\"after\":\"the end\"}" + end + end : "{\"after\":\"the end\"}");
    }

    private void writeText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        wire.write(bytes, 0, bytes.length);
        wire.flush();
    }

    /** Lets this event and the one after it change places; nothing happens at the last event. */
    void swapWithNext(int index) {
        if (index + 1 < events.size()) {
            swappedAt = index;
        }
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
        // A message of a WebSocket has no pieces that a client would see.
        drip = head.delivery() == Delivery.WEBSOCKET ? null : how;
    }

    /** Whether events leave in small pieces. */
    boolean dripping() {
        return drip != null;
    }

    /** From one piece to the next, in nanoseconds. */
    long dripEveryNanos() {
        return drip == null ? 0 : drip.everyNanos();
    }

    /** Sends one piece; false if there is nothing to send. A client that reads too slowly gets none this time. */
    boolean dripOnce() {
        if (drip == null || dripping.length == 0) {
            return false;
        }
        if (wire.writable()) {
            int count = Math.min(drip.bytes(), dripping.length);
            wire.write(dripping, 0, count);
            wire.flush();
            dripping = Arrays.copyOfRange(dripping, count, dripping.length);
        }
        return true;
    }
}
