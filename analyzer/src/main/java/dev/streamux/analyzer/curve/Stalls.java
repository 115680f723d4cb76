package dev.streamux.analyzer.curve;

/**
 * The gaps of a visible text that are longer than a threshold.
 *
 * @param count how many there are
 * @param totalNanos their whole length
 * @param excessNanos what of it lies above the threshold
 */
public record Stalls(int count, long totalNanos, long excessNanos) {
    /** No gap above the threshold. */
    public static final Stalls NONE = new Stalls(0, 0, 0);

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
}
