package dev.streamux.analyzer.stats;

import java.util.Optional;

/** What a sample says about where the true value lies: an interval, or why it cannot give one. */
public sealed interface Bounds {

    /** The interval, empty if the sample cannot carry one. */
    default Optional<Interval> interval() {
        return this instanceof Interval interval ? Optional.of(interval) : Optional.empty();
    }

    /**
     * A closed interval that covers the true value with the stated confidence.
     *
     * @param low lower bound, ≤ {@code high}; −∞ for a one-sided upper bound
     * @param high upper bound; +∞ for a one-sided lower bound
     * @param confidence in (0, 1), such as 0.95
     */
    record Interval(double low, double high, double confidence) implements Bounds {
        public Interval {
            if (!(low <= high)) {
                throw new IllegalArgumentException("the interval is [" + low + ", " + high + "]; low must be <= high");
            }
            if (!(confidence > 0 && confidence < 1)) {
                throw new IllegalArgumentException("confidence is " + confidence + "; it must be in (0, 1)");
            }
        }

        /** Whether {@code value} lies in it, the ends included. */
        public boolean contains(double value) {
            return low <= value && value <= high;
        }
    }

    /**
     * No interval.
     *
     * @param reason one clause in plain words, such as {@code n = 20, p95 needs 59}
     */
    record Refused(String reason) implements Bounds {
        public Refused {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("the reason is blank; it must say why there is no interval");
            }
        }
    }
}
