package dev.streamux.simulations.diagnosis;

import java.util.Arrays;

/** Order statistics of a few numbers. */
final class Sample {
    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    /** A sample of at least one number; the array is copied. */
    static Sample of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a sample has at least one value");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    /** The R-7 quantile, {@code share} in [0, 1]. */
    double quantile(double share) {
        double at = share * (sorted.length - 1);
        int low = (int) at;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    double median() {
        return quantile(0.5);
    }

    /** The median absolute deviation from the median, not scaled. */
    double deviation() {
        double median = median();
        return of(Arrays.stream(sorted).map(value -> Math.abs(value - median)).toArray())
                .median();
    }

    /** The distance from the 10th to the 90th percentile. */
    double spread() {
        return quantile(0.9) - quantile(0.1);
    }

    /** The largest divided by the smallest; both are positive. */
    double ratio() {
        return sorted[sorted.length - 1] / Math.max(1, sorted[0]);
    }
}
