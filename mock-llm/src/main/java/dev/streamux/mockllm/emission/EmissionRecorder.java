package dev.streamux.mockllm.emission;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.Arrays;

/**
 * Notes what one answer did while it does it. Only its event loop may call it; stamps are on the run's clock.
 *
 * <p>Arrays and not records, and no text: the cost is four stores an event. The trace is built by {@link #finish}, later
 * and elsewhere.
 */
public final class EmissionRecorder {
    private static final long NOT_WRITTEN = -1;

    private long[] planned = new long[64];
    private long[] handedOver = new long[64];
    private long[] written = new long[64];
    private int[] characters = new int[64];
    private int[] bytes = new int[64];
    private int size;
    private int waiting;
    private int tokens;
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
        if (size == planned.length) {
            grow();
        }
        planned[size] = plannedNanos;
        handedOver[size] = nanos;
        written[size] = NOT_WRITTEN;
        characters[size] = addedCharacters;
        bytes[size] = wireBytes;
        size++;
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
            written[waiting++] = nanos;
        }
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

    private void grow() {
        int capacity = size * 2;
        planned = Arrays.copyOf(planned, capacity);
        handedOver = Arrays.copyOf(handedOver, capacity);
        written = Arrays.copyOf(written, capacity);
        characters = Arrays.copyOf(characters, capacity);
        bytes = Arrays.copyOf(bytes, capacity);
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
        for (int i = 0; i < size; i++) {
            chunks.add(handedOver[i], characters[i], bytes[i]);
            written[i] = written[i] == NOT_WRITTEN ? endNanos : written[i];
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
        return new EmissionTrace(
                head.build(),
                EmissionTrace.Times.of(Arrays.copyOf(planned, size)),
                EmissionTrace.Times.of(Arrays.copyOf(written, size)));
    }
}
