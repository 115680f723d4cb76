package dev.streamux.analyzer.metric.flow;

import dev.streamux.analyzer.curve.TextCurve;

/**
 * The gaps of a visible text that are longer than a threshold.
 *
 * @param count how many there are
 * @param totalNanos their whole length
 * @param excessNanos what of it lies above the threshold
 */
public record Stalls(int count, long totalNanos, long excessNanos) {

    /** The stalls of a curve; a gap equal to {@code thresholdNanos} is none. */
    public static Stalls of(TextCurve curve, long thresholdNanos) {
        int count = 0;
        long total = 0;
        for (int i = 1; i < curve.size(); i++) {
            long gap = curve.timeNanos(i) - curve.timeNanos(i - 1);
            if (gap > thresholdNanos) {
                count++;
                total += gap;
            }
        }
        return new Stalls(count, total, total - count * thresholdNanos);
    }

    /** The longest gap between two steps; 0 with fewer than two. */
    public static long longestGapNanos(TextCurve curve) {
        long longest = 0;
        for (int i = 1; i < curve.size(); i++) {
            longest = Math.max(longest, curve.timeNanos(i) - curve.timeNanos(i - 1));
        }
        return longest;
    }
}
