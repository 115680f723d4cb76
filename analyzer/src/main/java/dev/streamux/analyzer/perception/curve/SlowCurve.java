package dev.streamux.analyzer.perception.curve;

/**
 * The share of people who rate an answer as slow, by its wait; a function that does not decrease.
 *
 * <p>Perceived wait is a power of clock time, and people differ in the wait they accept: that gives a sigmoid in the
 * logarithm of the wait. Its exact form is not known, so there are three.
 */
public sealed interface SlowCurve permits LogLogistic, LogNormalCurve, WeibullCurve {

    /**
     * The share in [0, 1] at a wait of {@code seconds}; what is below a nanosecond counts as one.
     */
    double share(double seconds);

    /** The name of the form, such as {@code log-logistic}. */
    String form();
}
