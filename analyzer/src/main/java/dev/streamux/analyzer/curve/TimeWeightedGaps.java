package dev.streamux.analyzer.curve;

import java.util.Arrays;

/**
 * The gaps between the steps of a visible text, each weighted with its own length: the gap that a random moment between
 * the first and the last text falls into. Gaps of length zero vanish, so how a proxy cuts events does not matter.
 */
public final class TimeWeightedGaps {
    private final long[] ascending;
    private final long spanNanos;

    private TimeWeightedGaps(long[] ascending, long spanNanos) {
        this.ascending = ascending;
        this.spanNanos = spanNanos;
    }

    /**
     * The gaps of a curve.
     *
     * @throws IllegalArgumentException if it has fewer than two steps
     */
    public static TimeWeightedGaps of(TextCurve curve) {
        if (curve.size() < 2) {
            throw new IllegalArgumentException("a curve of " + curve.size() + " steps has no gap; two are needed");
        }
        long[] gaps = new long[curve.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = curve.timeNanos(i + 1) - curve.timeNanos(i);
        }
        Arrays.sort(gaps);
        return new TimeWeightedGaps(gaps, curve.lastNanos() - curve.firstNanos());
    }

    /** {@code S(g)}: the share of the time that lies in gaps of at least {@code gapNanos}, in [0, 1]. */
    public double shareInGapsOfAtLeast(long gapNanos) {
        long above = 0;
        for (int i = ascending.length - 1; i >= 0 && ascending[i] >= gapNanos; i--) {
            above += ascending[i];
        }
        return (double) above / spanNanos;
    }

    /**
     * The smallest gap such that gaps up to it hold at least the share {@code q} of the time; nanoseconds. Gaps of 100,
     * 100 and 800 ms: q = 0.2 gives 100 ms, anything above it 800 ms.
     *
     * @param q in (0, 1]
     */
    public long quantileNanos(double q) {
        double wanted = q * spanNanos;
        long held = 0;
        for (long gap : ascending) {
            held += gap;
            if (held >= wanted) {
                return gap;
            }
        }
        return ascending[ascending.length - 1];
    }
}
