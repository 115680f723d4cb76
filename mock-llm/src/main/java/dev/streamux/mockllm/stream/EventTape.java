package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.knob.Granularity;
import dev.streamux.mockllm.pacing.Paced;
import dev.streamux.protocol.chat.encode.EmissionMark;
import dev.streamux.protocol.chat.encode.EventBuffer;
import dev.streamux.protocol.chat.encode.StreamEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The next few events of one stream, encoded ahead, so that a due event is a stamp and a copy.
 *
 * <p>An event is put together from a dozen places in memory, and with a thousand streams none of them is in a near cache when
 * the event is due. Several at a time share that walk, and lie side by side afterwards. {@link #turnTo} first, then the rest.
 */
final class EventTape {
    private static final int MOST_EVENTS = 8;

    /** No further event is added to so many bytes: 2 KiB a stream for usual events, and one at a time for large ones. */
    private static final int FULL_BYTES = 1_500;

    private static final int NO_MARK = -1;
    private static final int NOWHERE = -2;

    /** Integers an event: where it starts, where it starts without comments, where it ends, its mark, tokens, characters. */
    private static final int STRIDE = 6;

    private static final int BODY = 1;
    private static final int END = 2;
    private static final int MARK = 3;
    private static final int TOKENS = 4;
    private static final int CHARACTERS = 5;

    private final StreamEncoder events;
    private final EventBuffer buffer = new EventBuffer();
    private final int[] places = new int[MOST_EVENTS * STRIDE];
    private final int commentEvery;
    private final byte[] comment;
    private final byte[] padding;
    private byte[] bytes = buffer.array();
    private int from;
    private int to;
    private int at;
    private int swappedAt = NOWHERE;

    /** A tape at its first event. */
    EventTape(StreamHead head, Granularity granularity) {
        this.events = head.events();
        String end = granularity.lineEnding().text();
        this.commentEvery = head.comments() ? granularity.keepAliveEvents() : 0;
        this.comment = comment("keepalive", end);
        this.padding = head.comments() && granularity.paddingBytes() > 0
                ? comment(".".repeat(granularity.paddingBytes()), end)
                : new byte[0];
    }

    private static byte[] comment(String text, String end) {
        return (": " + text + end + end).getBytes(StandardCharsets.UTF_8);
    }

    /** Makes this event the current one. */
    void turnTo(int index) {
        if (index < from || index >= to) {
            encode(index);
        }
        at = (index - from) * STRIDE;
    }

    /** Looks at the bytes of this event, if it is encoded; see {@link Paced#glance}. */
    boolean glance(int index) {
        if (index < from || index >= to) {
            return false;
        }
        int place = (index - from) * STRIDE;
        return bytes[places[place]] != bytes[places[place + END] - 1];
    }

    private void encode(int first) {
        buffer.clear();
        from = first;
        to = first;
        do {
            add(to, (to - first) * STRIDE);
            to++;
        } while (to < events.size() && to - first < MOST_EVENTS && buffer.length() < FULL_BYTES);
        bytes = buffer.array();
    }

    private void add(int index, int place) {
        places[place] = buffer.length();
        if (commentEvery > 0 && index % commentEvery == 0) {
            buffer.append(comment);
        }
        buffer.append(padding);
        places[place + BODY] = buffer.length();
        int written = written(index);
        buffer.forgetMark();
        events.write(written, buffer);
        places[place + END] = buffer.length();
        places[place + MARK] = buffer.hasMark() ? buffer.markOffset() : NO_MARK;
        places[place + TOKENS] = events.tokens(index);
        places[place + CHARACTERS] = events.characters(written);
    }

    /** The event that is really sent in the place of {@code index}. */
    private int written(int index) {
        if (index == swappedAt) {
            return index + 1;
        }
        return index == swappedAt + 1 ? index - 1 : index;
    }

    /** Lets this event and the one after it change places; nothing happens at the last event. */
    void swapWithNext(int index) {
        if (index + 1 < events.size()) {
            swappedAt = index;
            to = from;
        }
    }

    /** Puts the emission time into the event, where it has room for one. */
    void stamp(long nanos) {
        if (places[at + MARK] != NO_MARK) {
            EmissionMark.write(nanos, bytes, places[at + MARK]);
        }
    }

    /** The array that the event lies in. */
    byte[] array() {
        return bytes;
    }

    /** Where its bytes start, comments before it included. */
    int offset() {
        return places[at];
    }

    /** Its bytes, comments before it included. */
    int length() {
        return places[at + END] - places[at];
    }

    /** Its bytes, comments before it left out. */
    int eventLength() {
        return places[at + END] - places[at + BODY];
    }

    /** Its tokens. */
    int tokens() {
        return places[at + TOKENS];
    }

    /** Code points of visible text in it. */
    int characters() {
        return places[at + CHARACTERS];
    }
}
