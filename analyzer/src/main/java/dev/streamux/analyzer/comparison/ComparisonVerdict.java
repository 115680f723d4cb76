package dev.streamux.analyzer.comparison;

import java.util.Locale;

/** What a comparison says. For a metric that is no time, faster means better for the reader and slower worse. */
public enum ComparisonVerdict {
    /** The candidate is better, beyond doubt. */
    FASTER,
    /** The candidate is worse, beyond doubt. */
    SLOWER,
    /** Any difference is within the tolerance, beyond doubt. */
    SAME,
    /** The data carry none of the three. */
    UNDECIDED,
    /** One of the two holds the text back, and in this metric that looks like a gain. */
    INCOMPARABLE;

    /** The word in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
