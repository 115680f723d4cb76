package dev.streamux.simulations.arrival;

import java.time.Duration;

/**
 * A stretch of an arrival schedule whose rate goes along a straight line.
 *
 * @param fromPerSecond the rate at its start, requests a second, ≥ 0
 * @param toPerSecond the rate at its end, requests a second, ≥ 0; equal to the first for a constant rate
 * @param during how long it lasts, &gt; 0
 */
public record Stage(double fromPerSecond, double toPerSecond, Duration during) {
    public Stage {
        requireRate("fromPerSecond", fromPerSecond);
        requireRate("toPerSecond", toPerSecond);
        if (during.isNegative() || during.isZero()) {
            throw new IllegalArgumentException("during is " + during + "; it must be > 0");
        }
    }

    private static void requireRate(String name, double rate) {
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException(name + " is " + rate + "; it must be a finite number >= 0");
        }
    }

    /** A stage with one rate. */
    public static Stage constant(double perSecond, Duration during) {
        return new Stage(perSecond, perSecond, during);
    }

    /** The mean number of arrivals in it: the area under the rate. */
    public double expectedArrivals() {
        return (fromPerSecond + toPerSecond) / 2 * seconds();
    }

    /**
     * When the expected count reaches {@code arrivals}: seconds from the start of the stage.
     *
     * <p>Solves {@code a t + (b - a) t² / 2T = arrivals} in the form that stays exact when the two rates are equal.
     */
    double secondsUntil(double arrivals) {
        if (arrivals <= 0) {
            return 0;
        }
        double slope = (toPerSecond - fromPerSecond) / seconds();
        double root = Math.sqrt(Math.max(0, fromPerSecond * fromPerSecond + 2 * slope * arrivals));
        return 2 * arrivals / (fromPerSecond + root);
    }

    double seconds() {
        return during.toNanos() / 1e9;
    }
}
