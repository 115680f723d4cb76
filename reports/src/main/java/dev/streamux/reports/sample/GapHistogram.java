package dev.streamux.reports.sample;

import dev.streamux.analyzer.curve.TextCurve;
import java.util.ArrayList;
import java.util.List;

/**
 * The gaps between the steps of many curves in bins of equal ratio, 1 % wide from a microsecond to an hour: its memory does
 * not grow with the run, and no pixel shows the rounding. Not thread-safe.
 */
final class GapHistogram {
    private static final double RATIO = Math.log(1.01);
    private static final double SMALLEST_NANOS = 1_000;
    private static final int BINS = (int) Math.ceil(Math.log(3_600e9 / SMALLEST_NANOS) / RATIO) + 1;
    private static final int QUANTILES = 1_000;

    private final long[] counts = new long[BINS];
    private long total;

    void add(TextCurve curve) {
        for (int i = 1; i < curve.size(); i++) {
            double nanos = Math.max(SMALLEST_NANOS, (double) curve.timeNanos(i) - curve.timeNanos(i - 1));
            counts[Math.min(BINS - 1, (int) (Math.log(nanos / SMALLEST_NANOS) / RATIO))]++;
            total++;
        }
    }

    /** The gap below which each of up to 1,000 equal shares of the gaps ends, in milliseconds, increasing. */
    List<Double> quantiles() {
        List<Double> quantiles = new ArrayList<>();
        long wanted = Math.min(QUANTILES, total);
        long seen = 0;
        int bin = -1;
        for (long i = 0; i < wanted; i++) {
            // The last share ends with the longest gap, so the tail is not lost.
            long rank = (i + 1) * total / wanted;
            while (seen < rank) {
                seen += counts[++bin];
            }
            quantiles.add(SMALLEST_NANOS * Math.exp((bin + 0.5) * RATIO) / 1e6);
        }
        return quantiles;
    }
}
