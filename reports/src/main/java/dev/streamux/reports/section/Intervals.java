package dev.streamux.reports.section;

import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.reports.words.Amounts;
import org.jspecify.annotations.Nullable;

/** Intervals of times as words. */
final class Intervals {
    private Intervals() {}

    /** {@code 120 ms to 131 ms}, or why there is none. */
    static String words(@Nullable Bounds bounds) {
        if (bounds instanceof Bounds.Interval interval) {
            return Amounts.time(interval.low()) + " to " + Amounts.time(interval.high());
        }
        return bounds instanceof Bounds.Refused refused ? "none: " + refused.reason() : Amounts.NONE;
    }
}
