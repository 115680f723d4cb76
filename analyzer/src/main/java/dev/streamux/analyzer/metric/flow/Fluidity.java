package dev.streamux.analyzer.metric.flow;

import dev.streamux.analyzer.curve.TextCurve;

/**
 * Deadlines met and missed by virtual tokens of a fixed number of characters.
 *
 * <p>Whole nanoseconds and {@link Math#floorDiv}: with doubles, {@code floor(5.0 / 0.05)} is 100 in one language and 99
 * in another. 200 tokens that all arrive after 5.1 s miss 101 of 300 deadlines at 100/50 ms.
 *
 * @param missed deadlines missed, ≥ 0
 * @param total all deadlines, ≥ {@code missed}
 */
public record Fluidity(long missed, long total) {

    /**
     * Counts the deadlines of a curve.
     *
     * @param characters of a virtual token; the last token may be shorter
     * @param firstNanos the deadline of the first token, from the intended start
     * @param nextNanos the deadline of each further one, from the one before
     */
    public static Fluidity of(TextCurve curve, int characters, long firstNanos, long nextNanos) {
        long slack = 0;
        long total = 0;
        long missed = 0;
        long previous = 0;
        long deadline = firstNanos;
        long end = curve.characters();
        int step = 0;
        for (long reached = Math.min(characters, end); reached > 0; reached = next(reached, characters, end)) {
            while (curve.cumulative(step) < reached) {
                step++;
            }
            long late = curve.timeNanos(step) - previous - slack - deadline;
            if (late <= 0) {
                slack = -late;
                total++;
            } else {
                long misses = Math.floorDiv(late, nextNanos) + 1;
                missed += misses;
                total += misses;
                slack = 0;
            }
            previous = curve.timeNanos(step);
            deadline = nextNanos;
        }
        return new Fluidity(missed, total);
    }

    private static long next(long reached, int characters, long end) {
        return reached == end ? 0 : Math.min(reached + characters, end);
    }

    /** The share of deadlines met; 1 if there was none. */
    public double index() {
        return total == 0 ? 1 : 1 - (double) missed / total;
    }
}
