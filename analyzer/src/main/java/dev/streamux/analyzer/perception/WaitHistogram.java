package dev.streamux.analyzer.perception;

import dev.streamux.analyzer.perception.curve.SlowCurve;

/**
 * Waits on a logarithmic scale, from a microsecond to some 30 years, in bins of half a percent; fixed memory.
 *
 * <p>A mean share computed from it is off by less than 0.001, as a share changes by at most a quarter of the slope a
 * unit of the logarithm.
 */
final class WaitHistogram {
    private static final double BIN = 0.005;
    private static final double LOWEST = Math.log(1e-6);
    private static final int BINS = (int) ((Math.log(1e9) - LOWEST) / BIN) + 1;

    private final long[] counts = new long[BINS];
    private long total;

    /** Counts {@code readers} who wait as long. */
    void add(double seconds, int readers) {
        double position = (Math.log(Math.max(seconds, 1e-6)) - LOWEST) / BIN;
        counts[Math.max(0, Math.min(BINS - 1, (int) position))] += readers;
        total += readers;
    }

    long total() {
        return total;
    }

    double meanShare(SlowCurve curve) {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                sum += counts[bin] * curve.share(Math.exp(LOWEST + (bin + 0.5) * BIN));
            }
        }
        return sum / total;
    }
}
