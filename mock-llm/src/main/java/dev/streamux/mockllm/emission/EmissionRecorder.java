package dev.streamux.mockllm.emission;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes what one answer did while it does it. Only its event loop may call it; stamps are on the run's clock.
 *
 * <p>Numbers and not records, and no text: the cost is four stores an event into one cache line. They stand in blocks, so
 * that a long answer is never copied and takes what it needs. The trace is built by {@link #finish}, later and elsewhere.
 */
public final class EmissionRecorder {
    private static final long NOT_WRITTEN = -1;

    /** Longs an event: planned, handed over, written, and its characters (upper half) and bytes (lower half). */
    private static final int STRIDE = 4;

    private static final int HANDED_OVER = 1;
    private static final int WRITTEN = 2;
    private static final int SIZES = 3;

    /** Two kilobytes: most answers need a few, and the collector has no empty space to move while a thousand run. */
    private static final int BLOCK_EVENTS = 64;

    private final List<long[]> full = new ArrayList<>(0);
    private long[] block = new long[BLOCK_EVENTS * STRIDE];
    /** The event that the block begins with. */
    private int blockStart;

    private int at;
    private int size;
    private int waiting;
    private int tokens;
    private int characters;
    private long headersNanos = NOT_WRITTEN;
    private long firstByteNanos = NOT_WRITTEN;
    private long unwritableNanos;
    private long clientLeftNanos = NOT_WRITTEN;

    /** The response headers were handed over. */
    public void headers(long nanos) {
        headersNanos = nanos;
    }

    /** Bytes of the body were handed over; only the first call counts. */
    public void body(long nanos) {
        if (firstByteNanos == NOT_WRITTEN) {
            firstByteNanos = nanos;
        }
    }

    /** An event with visible text was handed over. */
    public void text(long plannedNanos, long nanos, int addedCharacters, int wireBytes) {
        if (at == block.length) {
            full.add(block);
            block = new long[BLOCK_EVENTS * STRIDE];
            blockStart = size;
            at = 0;
        }
        block[at] = plannedNanos;
        block[at + HANDED_OVER] = nanos;
        block[at + WRITTEN] = NOT_WRITTEN;
        block[at + SIZES] = (long) addedCharacters << 32 | wireBytes;
        at += STRIDE;
        size++;
        characters += addedCharacters;
    }

    /** Code points of visible text that were handed over so far. */
    public int characters() {
        return characters;
    }

    /** So many tokens of any kind were handed over. */
    public void tokens(int count) {
        tokens += count;
    }

    /** The tokens that were handed over so far. */
    public int tokens() {
        return tokens;
    }

    /** The socket has taken everything handed over so far. */
    public void drained(long nanos) {
        while (waiting < size) {
            blockOf(waiting)[placeOf(waiting) + WRITTEN] = nanos;
            waiting++;
        }
    }

    private long[] blockOf(int event) {
        return event >= blockStart ? block : full.get(event / BLOCK_EVENTS);
    }

    private static int placeOf(int event) {
        return event % BLOCK_EVENTS * STRIDE;
    }

    /** Looks at the place of the next event before it is needed; true while that is free. */
    public boolean glance() {
        return at == block.length || block[at] == 0;
    }

    /** Whether the socket still owes something. */
    public boolean owes() {
        return waiting < size;
    }

    /** The client read too slowly for so long. */
    public void unwritable(long nanos) {
        unwritableNanos += nanos;
    }

    /** The client has left. */
    public void clientLeft(long nanos) {
        clientLeftNanos = nanos;
    }

    /**
     * The finished trace. Nothing may be noted afterwards.
     *
     * <p>An event that the socket never took has its end as the time of its write.
     *
     * @param head id, protocol, delivery, status, text and attributes; times, chunks and outcome are set here
     * @param totalTokens tokens of the whole answer, so that what was not delivered can be told
     */
    public EmissionTrace finish(ResponseTrace.Builder head, Outcome outcome, long endNanos, int totalTokens) {
        Chunks.Builder chunks = Chunks.builder();
        long[] planned = new long[size];
        long[] written = new long[size];
        for (int i = 0; i < size; i++) {
            long[] events = blockOf(i);
            int place = placeOf(i);
            long sizes = events[place + SIZES];
            chunks.add(events[place + HANDED_OVER], (int) (sizes >> 32), (int) sizes);
            planned[i] = events[place];
            written[i] = events[place + WRITTEN] == NOT_WRITTEN ? endNanos : events[place + WRITTEN];
        }
        head.chunks(chunks.build()).endNanos(endNanos).outcome(outcome);
        if (headersNanos != NOT_WRITTEN) {
            head.headersNanos(headersNanos);
        }
        if (firstByteNanos != NOT_WRITTEN) {
            head.firstByteNanos(firstByteNanos);
        }
        head.attribute("undeliveredTokens", Integer.toString(Math.max(0, totalTokens - tokens)));
        head.attribute("unwritableNanos", Long.toString(unwritableNanos));
        if (clientLeftNanos != NOT_WRITTEN) {
            head.attribute("clientLeftNanos", Long.toString(clientLeftNanos));
        }
        return new EmissionTrace(head.build(), EmissionTrace.Times.of(planned), EmissionTrace.Times.of(written));
    }
}
