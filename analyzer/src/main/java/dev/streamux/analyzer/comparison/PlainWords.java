package dev.streamux.analyzer.comparison;

import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Estimate;
import java.util.Locale;

/** A comparison as one sentence. */
public final class PlainWords {
    private PlainWords() {}

    /**
     * The sentence, such as {@code reader-wait: nginx is slower than direct by 240 ms, ratio 1.120 (95 % interval 1.080
     * to 1.170), 60 pairs}.
     */
    public static String of(Comparison comparison) {
        return comparison.metric().id() + ": " + comparison.candidate() + " " + verdict(comparison) + " "
                + comparison.baseline() + ", " + effect(comparison) + ", " + size(comparison);
    }

    private static String verdict(Comparison comparison) {
        boolean time = comparison.metric().unit() == Unit.MILLISECONDS;
        boolean neutral = comparison.metric().direction() == Direction.NEUTRAL;
        boolean higher = comparison.shift().value() > 0;
        return switch (comparison.verdict()) {
            case FASTER -> time ? "is faster than" : neutral ? "is lower than" : "is better than";
            case SLOWER -> time ? "is slower than" : neutral ? "is higher than" : "is worse than";
            case SAME -> "is the same as";
            case INCOMPARABLE -> "cannot be compared, for one of the two holds its text back, with";
            case UNDECIDED ->
                comparison.shift().bounds() instanceof Interval
                        ? "may be " + (higher ? "higher" : "lower") + " or not than"
                        : "has too few values to be compared with";
        };
    }

    private static String effect(Comparison comparison) {
        String shift =
                signed(comparison.shift().value()) + unit(comparison.metric().unit());
        return comparison
                .ratio()
                .map(ratio -> shift + ", ratio " + decimals(ratio.value()) + interval(ratio, ""))
                .orElseGet(() -> shift
                        + interval(comparison.shift(), unit(comparison.metric().unit())));
    }

    private static String interval(Estimate estimate, String unit) {
        return estimate.bounds()
                .interval()
                .map(interval -> String.format(
                        Locale.ROOT,
                        " (%.0f %% interval %s to %s%s)",
                        interval.confidence() * 100,
                        decimals(interval.low()),
                        decimals(interval.high()),
                        unit))
                .orElse(" (no interval)");
    }

    private static String size(Comparison comparison) {
        return comparison.paired()
                ? comparison.baselineCount() + " pairs"
                : "n = " + comparison.baselineCount() + " and " + comparison.candidateCount();
    }

    private static String unit(Unit unit) {
        return unit == Unit.MILLISECONDS ? " ms" : "";
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + decimals(value);
    }

    private static String decimals(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.3f", value);
    }
}
