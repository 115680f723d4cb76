package dev.streamux.analyzer.comparison;

import dev.streamux.analyzer.metric.Unit;

/**
 * How much change is none: a difference counts only if it is beyond both bounds.
 *
 * @param ratio the relative bound, ≥ 0; 0.05 lets a wait grow by 5 %
 * @param absolute the absolute bound in the metric's unit, ≥ 0; it keeps 1 ms on a metric of 5 ms from counting
 */
public record Tolerance(double ratio, double absolute) {
    /** The relative bound where none is given. */
    public static final double DEFAULT_RATIO = 0.05;

    private static final double DEFAULT_MILLIS = 20;
    private static final double DEFAULT_SHARE = 0.02;
    private static final double DEFAULT_COUNT = 0.5;

    public Tolerance {
        if (!(ratio >= 0 && absolute >= 0)) {
            throw new IllegalArgumentException("tolerances are " + ratio + " and " + absolute + "; both must be >= 0");
        }
    }

    /** 5 %, and 20 ms, 0.02 of a share or half a count, whichever the unit is. */
    public static Tolerance defaultFor(Unit unit) {
        return new Tolerance(DEFAULT_RATIO, defaultAbsolute(unit));
    }

    /** The absolute bound where none is given. */
    public static double defaultAbsolute(Unit unit) {
        return switch (unit) {
            case MILLISECONDS -> DEFAULT_MILLIS;
            case RATIO -> DEFAULT_SHARE;
            case COUNT -> DEFAULT_COUNT;
            case PER_SECOND -> 0;
        };
    }
}
