package dev.streamux.protocol.chat.encode;

import dev.streamux.protocol.chat.answer.TextPieces;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing byte array that one event or more is written into; reused for every event of a loop, so that a token costs
 * copies and no garbage.
 *
 * <p>Not for several threads.
 */
public final class EventBuffer {

    private static final int NO_MARK = -1;
    private static final int LONGEST_LONG = 20;

    private byte[] bytes = new byte[1024];
    private int length;
    private int markOffset = NO_MARK;

    /** Forgets what was written. */
    public void clear() {
        length = 0;
        markOffset = NO_MARK;
    }

    /** Lets the next event have a mark of its own or none. */
    public void forgetMark() {
        markOffset = NO_MARK;
    }

    /** The array behind; only [0, {@link #length()}) is written, and the next write may replace it. */
    public byte[] array() {
        return bytes;
    }

    /** Bytes written. */
    public int length() {
        return length;
    }

    /** A copy of the bytes written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** What was written, as text. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Whether the last event has room for its emission time. */
    public boolean hasMark() {
        return markOffset != NO_MARK;
    }

    /**
     * Where the last event has room for its emission time, {@link EmissionMark#WIDTH} bytes.
     *
     * @throws IllegalStateException if it has none
     */
    public int markOffset() {
        if (markOffset == NO_MARK) {
            throw new IllegalStateException("the event has no mark; ask hasMark first");
        }
        return markOffset;
    }

    /** Writes the emission time into the room of the last event; does nothing if there is none. */
    public void stamp(long nanos) {
        if (markOffset != NO_MARK) {
            EmissionMark.write(nanos, bytes, markOffset);
        }
    }

    /** Appends bytes. */
    public void append(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    /** Appends pieces [from, to), escaped for the inside of a JSON string. */
    public void append(TextPieces pieces, int from, int to) {
        int count = pieces.jsonLength(from, to);
        ensure(count);
        pieces.copyJson(from, to, bytes, length);
        length += count;
    }

    /** Appends one byte. */
    public void append(byte single) {
        ensure(1);
        bytes[length++] = single;
    }

    /** Appends a number ≥ 0 in decimal digits. */
    public void append(long number) {
        ensure(LONGEST_LONG);
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    /** Leaves room for the emission time and remembers where it is. */
    void appendMark() {
        ensure(EmissionMark.WIDTH);
        markOffset = length;
        EmissionMark.write(0, bytes, length);
        length += EmissionMark.WIDTH;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
