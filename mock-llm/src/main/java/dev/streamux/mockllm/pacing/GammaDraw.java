package dev.streamux.mockllm.pacing;

import java.util.random.RandomGenerator;

/** Draws from the standard gamma distribution: Marsaglia and Tsang, ACM TOMS 26(3), 2000. */
final class GammaDraw {
    private GammaDraw() {}

    /** A draw with this shape (&gt; 0) and scale 1. */
    static double standard(double shape, RandomGenerator random) {
        if (shape < 1) {
            // Their boost for small shapes: Gamma(k) = Gamma(k + 1) * U^(1/k).
            return standard(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + c * x;
            double v = root * root * root;
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
