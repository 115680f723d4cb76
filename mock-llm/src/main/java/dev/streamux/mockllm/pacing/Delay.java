package dev.streamux.mockllm.pacing;

import java.util.random.RandomGenerator;

/**
 * A model of one waiting time, drawn anew for each use.
 *
 * <p>Every draw is in whole nanoseconds and ≥ 0, and takes its chance from the caller, so that one seed gives one
 * sequence. The text form of each model is in {@link DelayText}.
 */
public sealed interface Delay {

    /** The next waiting time: nanoseconds, ≥ 0. */
    long sample(RandomGenerator random);

    /** Always the same.
     *
     * @param nanos the waiting time, ≥ 0
     */
    record Constant(long nanos) implements Delay {
        public Constant {
            Delay.requireNotNegative("the delay", nanos);
        }

        @Override
        public long sample(RandomGenerator random) {
            return nanos;
        }
    }

    /**
     * Normal, cut off at zero. The cut lifts the mean a little once the deviation is over half of it.
     *
     * @param meanNanos mean before the cut, ≥ 0
     * @param deviationNanos standard deviation before the cut, ≥ 0
     */
    record Normal(long meanNanos, long deviationNanos) implements Delay {
        public Normal {
            Delay.requireNotNegative("the mean", meanNanos);
            Delay.requireNotNegative("the deviation", deviationNanos);
        }

        @Override
        public long sample(RandomGenerator random) {
            return Math.max(0, Math.round(random.nextGaussian() * deviationNanos + (double) meanNanos));
        }
    }

    /**
     * Log-normal with the stated mean: mu = ln(mean) - s²/2, s² = ln(1 + variation²).
     *
     * @param meanNanos mean, &gt; 0
     * @param variation standard deviation divided by the mean, &gt; 0
     */
    record LogNormal(long meanNanos, double variation) implements Delay {
        public LogNormal {
            Delay.requireShape(meanNanos, variation);
        }

        @Override
        public long sample(RandomGenerator random) {
            double variance = Math.log1p(variation * variation);
            double mu = Math.log((double) meanNanos) - variance / 2;
            return Math.round(Math.exp(mu + Math.sqrt(variance) * random.nextGaussian()));
        }
    }

    /**
     * Gamma with the stated mean: shape k = 1/variation², scale = mean/k. Variation 1 is the exponential.
     *
     * @param meanNanos mean, &gt; 0
     * @param variation standard deviation divided by the mean, &gt; 0
     */
    record Gamma(long meanNanos, double variation) implements Delay {
        public Gamma {
            Delay.requireShape(meanNanos, variation);
        }

        @Override
        public long sample(RandomGenerator random) {
            double shape = 1 / (variation * variation);
            return Math.round(GammaDraw.standard(shape, random) * meanNanos / shape);
        }
    }

    /**
     * By what a dashboard shows: the quantile function is linear in log time between the stated points.
     *
     * <p>Below the median it mirrors the step to p90 (p10 = p50²/p90, the log-normal's symmetry); beyond p99 it goes on
     * with the slope of the last piece up to the 99.9th percentile, where it is cut.
     *
     * @param p50Nanos the median, &gt; 0
     * @param p90Nanos the 90th percentile, ≥ the median
     * @param p99Nanos the 99th percentile, ≥ the 90th
     */
    record Percentiles(long p50Nanos, long p90Nanos, long p99Nanos) implements Delay {
        public Percentiles {
            if (p50Nanos <= 0 || p90Nanos < p50Nanos || p99Nanos < p90Nanos) {
                throw new IllegalArgumentException(
                        "the percentiles must be above 0 and must not fall from p50 to p90 to p99");
            }
        }

        @Override
        public long sample(RandomGenerator random) {
            return Math.round(quantile(random.nextDouble()));
        }

        /** The waiting time that a share {@code u} in [0, 1) of the draws stays under, in nanoseconds. */
        double quantile(double u) {
            double p10 = (double) p50Nanos * p50Nanos / p90Nanos;
            if (u < 0.5) {
                return between(p10, (double) p50Nanos, (Math.max(u, 0.001) - 0.1) / 0.4);
            }
            if (u < 0.9) {
                return between((double) p50Nanos, (double) p90Nanos, (u - 0.5) / 0.4);
            }
            return between((double) p90Nanos, (double) p99Nanos, (Math.min(u, 0.999) - 0.9) / 0.09);
        }

        private static double between(double low, double high, double share) {
            return low * Math.pow(high / low, share);
        }
    }

    /**
     * A model that now and then stalls: with this probability the stall is added to the draw.
     *
     * @param base the time without a stall
     * @param probability of a stall for each draw, in [0, 1]
     * @param stall the time that a stall adds
     */
    record Stalling(Delay base, double probability, Delay stall) implements Delay {
        public Stalling {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("the stall share is " + probability + "; it must be in [0, 1]");
            }
        }

        @Override
        public long sample(RandomGenerator random) {
            long nanos = base.sample(random);
            return random.nextDouble() < probability ? nanos + stall.sample(random) : nanos;
        }
    }

    private static void requireNotNegative(String what, long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException(what + " is " + nanos + " ns; it must be >= 0");
        }
    }

    private static void requireShape(long meanNanos, double variation) {
        if (meanNanos <= 0 || !(variation > 0 && variation <= 10)) {
            throw new IllegalArgumentException("the mean must be above 0 and the variation in (0, 10]");
        }
    }
}
