package dev.streamux.analyzer.stats;

import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Bounds.Refused;
import java.util.function.DoubleUnaryOperator;

/**
 * A point and how sure it is.
 *
 * @param value the best single value
 * @param bounds the interval around it, or why there is none
 */
public record Estimate(double value, Bounds bounds) {

    /** The estimate on another scale; the function must not decrease. */
    public Estimate map(DoubleUnaryOperator increasing) {
        Bounds mapped = bounds instanceof Interval interval
                ? new Interval(
                        increasing.applyAsDouble(interval.low()),
                        increasing.applyAsDouble(interval.high()),
                        interval.confidence())
                : bounds;
        return new Estimate(increasing.applyAsDouble(value), mapped);
    }

    /**
     * The same point with the union of both intervals: what is left when either source of doubt may be the true one.
     * A refusal on either side is a refusal.
     */
    public Estimate widenedBy(Bounds other) {
        if (bounds instanceof Interval mine && other instanceof Interval theirs) {
            return new Estimate(
                    value,
                    new Interval(
                            Math.min(mine.low(), theirs.low()),
                            Math.max(mine.high(), theirs.high()),
                            mine.confidence()));
        }
        return new Estimate(value, bounds instanceof Refused ? bounds : other);
    }
}
