package dev.streamux.analyzer.reading;

import dev.streamux.analyzer.curve.TextCurve;

/**
 * Arrivals of tokens, and Andes QoE computed from them token by token, as its paper and its authors' code do.
 *
 * <p>A reader takes a token every {@code d}, the first not before {@code D}. The continuous form of {@link Reading} is
 * preferred: it needs no tokens. Example: D = 1 s, d = 0.5 s, arrivals 1.0, 1.2, 3.0, 3.1 s are read at 1, 1.5, 3, 3.5
 * s; the delay is 0 + 0 + 1 + 1 = 2, the whole 3 + 2.5 + 2 + 1.5 = 9, and QoE = 7/9.
 */
public final class TokenTimeline {
    private final long[] arrivals;

    private TokenTimeline(long[] arrivals) {
        this.arrivals = arrivals;
    }

    /**
     * Tokens that arrive at these times; nanoseconds from the intended start, not decreasing, copied.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TokenTimeline of(long... arrivals) {
        if (arrivals.length == 0) {
            throw new IllegalArgumentException("there is no token; at least one is needed");
        }
        return new TokenTimeline(arrivals.clone());
    }

    /** Virtual tokens of so many characters; the last may be shorter. The curve must not be empty. */
    public static TokenTimeline ofVirtualTokens(TextCurve curve, int characters) {
        int count = Math.toIntExact((curve.characters() + characters - 1) / characters);
        long[] arrivals = new long[count];
        int step = 0;
        for (int i = 0; i < count; i++) {
            long reached = Math.min((long) (i + 1) * characters, curve.characters());
            while (curve.cumulative(step) < reached) {
                step++;
            }
            arrivals[i] = curve.timeNanos(step);
        }
        return new TokenTimeline(arrivals);
    }

    /** How many tokens, ≥ 1. */
    public int size() {
        return arrivals.length;
    }

    /**
     * QoE by the definition of the paper's second version: one minus the delay over the area under the ideal timeline up
     * to the end of reading; in [0, 1].
     *
     * @param targetNanos D
     * @param tokenNanos d, > 0
     */
    public double qoe(long targetNanos, long tokenNanos) {
        double delay = 0;
        double idealSum = 0;
        long read = targetNanos - tokenNanos;
        for (int i = 0; i < arrivals.length; i++) {
            long ideal = targetNanos + i * tokenNanos;
            read = Math.max(arrivals[i], read + tokenNanos);
            delay += read - ideal;
            idealSum += ideal;
        }
        double whole = (double) arrivals.length * (read + tokenNanos) - idealSum;
        return 1 - delay / whole;
    }

    /**
     * QoE as the authors' code computes it. It differs in two ways: lateness is charged one token late, and the reader may
     * start before D.
     *
     * @param targetNanos D
     * @param tokenNanos d, > 0
     */
    public double qoeOfAuthorsCode(long targetNanos, long tokenNanos) {
        double delay = 0;
        long read = arrivals[0];
        for (int i = 0; i < arrivals.length; i++) {
            delay += Math.max(0, read - (targetNanos + i * tokenNanos));
            read = Math.max(arrivals[i], read + tokenNanos);
        }
        double whole = (2.0 * read - 2.0 * targetNanos - (double) arrivals.length * tokenNanos) * arrivals.length / 2;
        return delay == 0 ? 1 : Math.min(1, 1 - delay / whole);
    }
}
