package dev.streamux.analyzer.stats;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A non-empty set of measured values in ascending order. Immutable; the unit is the caller's.
 *
 * <p>NaN and infinities are refused at the door: an absent value is left out and counted by the caller, never smuggled
 * in as a number.
 */
public final class Sample {
    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * A sample of these values, in any order; the array is copied.
     *
     * @throws IllegalArgumentException if there is none or one is not finite
     */
    public static Sample of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a sample needs at least one value");
        }
        double[] sorted = values.clone();
        for (double value : sorted) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a sample value is " + value + "; it must be finite");
            }
        }
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    /** A sample of these values; see {@link #of(double...)}. */
    public static Sample of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The number of values, ≥ 1. */
    public int size() {
        return sorted.length;
    }

    /** The value of rank {@code index}, counted from 0 in ascending order. */
    public double get(int index) {
        return sorted[index];
    }

    /** The smallest value. */
    public double min() {
        return sorted[0];
    }

    /** The largest value. */
    public double max() {
        return sorted[sorted.length - 1];
    }

    /** The arithmetic mean. */
    public double mean() {
        // Kahan: ten million gaps of a few milliseconds must not lose their last digits.
        double sum = 0;
        double lost = 0;
        for (double value : sorted) {
            double next = value - lost;
            double total = sum + next;
            lost = (total - sum) - next;
            sum = total;
        }
        return sum / sorted.length;
    }

    /**
     * The quantile by definition R-7 of Hyndman and Fan (1996), the one of R, NumPy and spreadsheets.
     *
     * <p>With h = (n − 1)·q: the value at rank h, linear between its neighbours. One value is every quantile.
     * Example: of 100, 110, …, 190 the 0.9 quantile is 181.
     *
     * @param q share in [0, 1]
     */
    public double quantile(double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("q is " + q + "; it must be in [0, 1]");
        }
        double rank = (sorted.length - 1) * q;
        int below = (int) rank;
        if (below == sorted.length - 1) {
            return sorted[below];
        }
        return sorted[below] + (rank - below) * (sorted[below + 1] - sorted[below]);
    }

    /** The 0.5 quantile. */
    public double median() {
        return quantile(0.5);
    }

    /** The share of values that are at most {@code value}, in [0, 1]. */
    public double shareAtMost(double value) {
        return (double) countAtMost(value) / sorted.length;
    }

    /** The number of values that are at most {@code value}. */
    public int countAtMost(double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A sample of the images of the values; the function must give finite numbers. */
    public Sample map(DoubleUnaryOperator function) {
        return of(Arrays.stream(sorted).map(function).toArray());
    }

    /** The values in ascending order, a copy. */
    public double[] toArray() {
        return sorted.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sample that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return "sample of " + sorted.length + " in [" + min() + ", " + max() + "]";
    }
}
