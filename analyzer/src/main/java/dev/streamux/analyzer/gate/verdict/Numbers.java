package dev.streamux.analyzer.gate.verdict;

import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Bounds.Refused;
import java.util.Locale;

/** Numbers as the messages of a gate show them. */
public final class Numbers {
    private Numbers() {}

    /** A value with its unit: {@code 812 ms}, {@code 12.5 %}, {@code 1.5}. */
    public static String text(double value, Unit unit) {
        return switch (unit) {
            case MILLISECONDS -> decimals(value) + " ms";
            case RATIO -> decimals(value * 100) + " %";
            case COUNT -> decimals(value);
            case PER_SECOND -> decimals(value) + "/s";
        };
    }

    /** A ratio as a change: {@code +12.0 %}; what rounds to no change is {@code 0.0 %}, without a sign. */
    public static String change(double ratio) {
        String text = String.format(Locale.ROOT, "%+.1f %%", (ratio - 1) * 100);
        return text.equals("+0.0 %") || text.equals("-0.0 %") ? text.substring(1) : text;
    }

    /** Where the true value lies: {@code at least 850 ms}, {@code 850 ms to 990 ms}, or why nobody can say. */
    public static String text(Bounds bounds, Unit unit) {
        if (bounds instanceof Interval interval) {
            String low = text(interval.low(), unit);
            String high = text(interval.high(), unit);
            if (interval.low() == Double.NEGATIVE_INFINITY) {
                return "at most " + high;
            }
            return interval.high() == Double.POSITIVE_INFINITY ? "at least " + low : low + " to " + high;
        }
        return ((Refused) bounds).reason();
    }

    private static String decimals(double value) {
        double size = Math.abs(value);
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
    }
}
