package dev.streamux.analyzer.perception.rating;

import java.util.Locale;

/**
 * How well a curve fits the ratings it was drawn through, by a G-test on groups of waits.
 *
 * @param groups how many groups of waits, ≥ 3
 * @param g the statistic, ≥ 0
 * @param pValue the chance of a fit at least as bad if the form of the curve is right, in [0, 1]
 */
public record GoodnessOfFit(int groups, double g, double pValue) {
    private static final double POOR = 0.05;

    /** The test in words, such as {@code G = 0.812 over 6 groups of waits, p = 0.9368: no sign of a misfit}. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "G = %.3f over %d groups of waits, p = %.4f: %s",
                g,
                groups,
                pValue,
                pValue < POOR ? "a poor fit" : "no sign of a misfit");
    }
}
