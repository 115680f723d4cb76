package dev.streamux.analyzer.stats.rank;

import dev.streamux.analyzer.stats.Sample;

/**
 * How often a value of one sample exceeds a value of another: an effect size without a unit.
 *
 * @param value (#(y &gt; x) − #(y &lt; x)) / (n·m), in [−1, 1]; 0 for no tendency, 1 if every y is larger
 */
public record CliffsDelta(double value) {
    // The conventional cuts (Romano and others, 2006); words for people, never a verdict.
    private static final double SMALL = 0.147;
    private static final double MEDIUM = 0.33;
    private static final double LARGE = 0.474;

    /** The effect from {@code x} to {@code y}. */
    public static CliffsDelta of(Sample x, Sample y) {
        double pairs = (double) x.size() * y.size();
        return new CliffsDelta((Pairs.larger(x, y) - Pairs.larger(y, x)) / pairs);
    }

    /** {@code negligible}, {@code small}, {@code medium} or {@code large}, by the conventional cuts. */
    public String label() {
        double size = Math.abs(value);
        if (size < SMALL) {
            return "negligible";
        }
        if (size < MEDIUM) {
            return "small";
        }
        return size < LARGE ? "medium" : "large";
    }
}
