package dev.streamux.analyzer.values;

import dev.streamux.analyzer.stats.Sample;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values of one metric: every one of them up to a limit, beyond it a histogram of three significant digits.
 *
 * <p>Count, mean, minimum and maximum are exact in both forms; quantiles are R-7 in the first and within 0.05 % of the
 * value in the second. Values are ≥ 0 in the second form but for a few, which are counted as 0. Not thread-safe.
 */
public final class ValueStore {
    /** So many values are kept one by one: enough for exact tails, and at most 2 MB. */
    public static final int EXACT_LIMIT = 1 << 18;

    private final int limit;
    private double[] exact = new double[16];
    private long count;
    private @Nullable LogHistogram histogram;
    private double sum;
    private double lost;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /** An empty store. */
    public ValueStore() {
        this(EXACT_LIMIT);
    }

    /** An empty store that keeps up to {@code limit} values one by one. */
    public ValueStore(int limit) {
        this.limit = limit;
    }

    /**
     * Adds a value.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public void add(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a value is " + value + "; it must be finite");
        }
        addToSum(value);
        keep(value);
    }

    /**
     * Adds values that belong together, such as the gaps of a response; their sum is taken first, so that only one
     * rounding of the total is at stake.
     *
     * @throws IllegalArgumentException if one is not finite
     */
    public void addAll(double[] values) {
        double part = 0;
        for (double value : values) {
            part += value;
        }
        if (!Double.isFinite(part)) {
            throw new IllegalArgumentException("a value is not finite; the sum of the values is " + part);
        }
        addToSum(part);
        for (double value : values) {
            keep(value);
        }
    }

    private void keep(double value) {
        min = Math.min(min, value);
        max = Math.max(max, value);
        LogHistogram present = histogram;
        if (present != null) {
            present.add(value);
        } else if (count < limit) {
            if (count == exact.length) {
                exact = Arrays.copyOf(exact, Math.min(limit, exact.length * 2));
            }
            exact[(int) count] = value;
        } else {
            histogram = spill(value);
            exact = new double[0];
        }
        count++;
    }

    /** Kahan's sum: ten million gaps of a few milliseconds must not lose their last digits. */
    private void addToSum(double value) {
        double next = value - lost;
        double total = sum + next;
        lost = (total - sum) - next;
        sum = total;
    }

    private LogHistogram spill(double value) {
        LogHistogram full = new LogHistogram();
        for (double kept : exact) {
            full.add(kept);
        }
        full.add(value);
        return full;
    }

    /** The number of values. */
    public long count() {
        return count;
    }

    /** Whether every value is kept, so that quantiles and intervals are exact. */
    public boolean isExact() {
        return histogram == null;
    }

    /** All values in ascending order; empty if there are none or not all are kept. */
    public Optional<Sample> sample() {
        return isExact() && count > 0 ? Optional.of(Sample.of(Arrays.copyOf(exact, (int) count))) : Optional.empty();
    }

    /** The values in the order in which they came; empty if not all are kept. */
    public Optional<double[]> inOrder() {
        return isExact() ? Optional.of(Arrays.copyOf(exact, (int) count)) : Optional.empty();
    }

    /** The mean; not for an empty store. */
    public double mean() {
        return sum / count;
    }

    /** The smallest value; not for an empty store. */
    public double min() {
        return min;
    }

    /** The largest value; not for an empty store. */
    public double max() {
        return max;
    }

    /** The {@code q} quantile; not for an empty store. */
    public double quantile(double q) {
        LogHistogram present = histogram;
        return present == null ? sample().orElseThrow().quantile(q) : Math.max(min, Math.min(max, present.quantile(q)));
    }
}
