package dev.streamux.simulations.origin;

import java.util.ArrayList;
import java.util.List;

/**
 * What the origin answers to one request.
 *
 * @param dueNanos when each event is due, nanoseconds from the request's arrival, ascending
 * @param eventBytes bytes of each event on the wire, framing of the event included, ≥ {@value #SMALLEST_EVENT}
 * @param ending how the answer ends
 * @param endAfter number of events after which a broken answer breaks off; ignored for a clean end
 * @param streamed server-sent events if true, else one JSON body when the last event would be due
 */
public record Script(List<Long> dueNanos, int eventBytes, Ending ending, int endAfter, boolean streamed) {
    /** Room for the JSON around a token. */
    public static final int SMALLEST_EVENT = 100;

    /** How an answer ends. */
    public enum Ending {
        /** With its terminal event and the end of its framing. */
        CLEAN,
        /** With a reset of the connection. */
        RESET,
        /** With a connection that is closed in the middle of the body. */
        CUT,
        /** With an error event in the stream, and then cleanly. */
        ERROR_EVENT
    }

    public Script {
        dueNanos = List.copyOf(dueNanos);
        if (eventBytes < SMALLEST_EVENT) {
            throw new IllegalArgumentException("event bytes are " + eventBytes + "; they must be >= " + SMALLEST_EVENT);
        }
    }

    /**
     * The two-rate probe: 150 events, 59 a second for the first 90, then 19 a second.
     *
     * <p>The rates are prime so that no timer of a round length falls into step with them. One constant rate cannot tell a size buffer from a timer. Here a size buffer keeps the bytes of its bursts and a
     * timer keeps their distance when the rate falls to a third. 60 KB at 400 B an event decides up to 32 KiB blocks.
     */
    public static Script twoRates(int eventBytes) {
        List<Long> due = new ArrayList<>();
        long at = 100_000_000;
        for (int i = 0; i < 150; i++) {
            due.add(at);
            at += i < 90 ? 1_000_000_000L / 59 : 1_000_000_000L / 19;
        }
        return new Script(due, eventBytes, Ending.CLEAN, due.size(), true);
    }

    /** A constant rate: {@code count} events, the first one {@code firstNanos} after the request. */
    public static Script steady(int count, int perSecond, long firstNanos) {
        List<Long> due = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            due.add(firstNanos + i * 1_000_000_000L / perSecond);
        }
        return new Script(due, 120, Ending.CLEAN, count, true);
    }

    /** The same that ends like this after so many events. */
    public Script ending(Ending how, int after) {
        return new Script(dueNanos, eventBytes, how, after, streamed);
    }

    /** The same in one JSON body. */
    public Script buffered() {
        return new Script(dueNanos, eventBytes, ending, endAfter, false);
    }

    /** The same with a silence of this length before event {@code index}. */
    public Script silentBefore(int index, long nanos) {
        List<Long> due = new ArrayList<>();
        for (int i = 0; i < dueNanos.size(); i++) {
            due.add(dueNanos.get(i) + (i < index ? 0 : nanos));
        }
        return new Script(due, eventBytes, ending, endAfter, streamed);
    }
}
