package dev.streamux.analyzer.stats;

import dev.streamux.analyzer.stats.Bounds.Interval;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A share: so many of so many.
 *
 * @param successes in [0, trials]
 * @param trials ≥ 1
 */
public record Proportion(long successes, long trials) {
    public Proportion {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    successes + " of " + trials + " is no share; it must be 0 <= successes <= trials, trials >= 1");
        }
    }

    /** The share itself, in [0, 1]. */
    public double value() {
        return (double) successes / trials;
    }

    /**
     * Wilson's score interval: honest near 0 and 1 too, where the textbook one collapses. Example: 22 of 100 gives
     * [0.15001, 0.31070] at 95 %.
     */
    public Interval wilson(double confidence) {
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + confidence) / 2);
        double n = trials;
        double centre = (value() + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(value() * (1 - value()) / n + z * z / (4 * n * n));
        double low = successes == 0 ? 0 : Math.max(0, centre - half);
        double high = successes == trials ? 1 : Math.min(1, centre + half);
        return new Interval(low, high, confidence);
    }

    /**
     * The difference of this share minus another with Newcombe's hybrid score interval (1998, method 10). Example: 56
     * of 70 minus 48 of 80 is 0.20 in [0.0524, 0.3339].
     */
    public Estimate minus(Proportion other, double confidence) {
        double difference = value() - other.value();
        Interval mine = wilson(confidence);
        Interval theirs = other.wilson(confidence);
        double low = difference - Math.hypot(value() - mine.low(), theirs.high() - other.value());
        double high = difference + Math.hypot(mine.high() - value(), other.value() - theirs.low());
        return new Estimate(difference, new Interval(low, high, confidence));
    }
}
