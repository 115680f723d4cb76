package dev.streamux.simulations.arrival;

import java.util.random.RandomGenerator;

/**
 * How the gaps between arrivals scatter around their mean.
 *
 * <p>Gaps are given with mean 1; the rate scales them. Their coefficient of variation tells the three apart: 0 for even,
 * 1 for Poisson, {@code 1 / sqrt(k)} for gamma with shape {@code k}.
 */
public sealed interface Spacing {
    /** The next gap, ≥ 0, with mean 1. */
    double next(RandomGenerator random);

    /** The wait before the first arrival, ≥ 0, in mean gaps. */
    default double first(RandomGenerator random) {
        return next(random);
    }

    /** The standard deviation of the gaps over their mean. */
    double coefficientOfVariation();

    /** Every gap is the same; the first arrival is at once. */
    record Even() implements Spacing {
        @Override
        public double next(RandomGenerator random) {
            return 1;
        }

        @Override
        public double first(RandomGenerator random) {
            return 0;
        }

        @Override
        public double coefficientOfVariation() {
            return 0;
        }
    }

    /** Exponential gaps: independent people, none of whom knows of the others. */
    record Poisson() implements Spacing {
        @Override
        public double next(RandomGenerator random) {
            return random.nextExponential();
        }

        @Override
        public double coefficientOfVariation() {
            return 1;
        }
    }

    /**
     * Gamma gaps: burstier than Poisson for {@code shape < 1}, more even for {@code shape > 1}.
     *
     * @param shape the shape k, &gt; 0; the scale is {@code 1 / k}, so that the mean is 1
     */
    record Gamma(double shape) implements Spacing {
        public Gamma {
            if (!(shape > 0) || Double.isInfinite(shape)) {
                throw new IllegalArgumentException("shape is " + shape + "; it must be a finite number > 0");
            }
        }

        /** Marsaglia and Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS 26(3), 2000. */
        @Override
        public double next(RandomGenerator random) {
            // Shapes below 1 are drawn one higher and scaled down by U^(1/k), section 6 of the paper.
            double boosted = shape < 1 ? shape + 1 : shape;
            double sample = atLeastOne(boosted, random);
            if (shape < 1) {
                sample *= Math.pow(1 - random.nextDouble(), 1 / shape);
            }
            return sample / shape;
        }

        private static double atLeastOne(double k, RandomGenerator random) {
            double d = k - 1.0 / 3;
            double c = 1 / Math.sqrt(9 * d);
            while (true) {
                double normal = random.nextGaussian();
                double root = 1 + c * normal;
                double v = root * root * root;
                if (v > 0 && Math.log(1 - random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                    return d * v;
                }
            }
        }

        @Override
        public double coefficientOfVariation() {
            return 1 / Math.sqrt(shape);
        }
    }
}
