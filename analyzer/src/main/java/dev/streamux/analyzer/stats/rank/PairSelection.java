package dev.streamux.analyzer.stats.rank;

import dev.streamux.analyzer.stats.Sample;
import java.util.function.DoubleToLongFunction;
import java.util.function.LongToDoubleFunction;

/**
 * Order statistics of all pairs of two samples without making the pairs.
 *
 * <p>The pairs of sorted values form a matrix that grows along both axes, so the number of entries at or below a value
 * is counted in O(n + m). The wanted entry is then found by bisection over the bit patterns of doubles, at most 64
 * counts: exact, no tolerance, and 100,000 × 100,000 pairs take a fraction of a second and no memory.
 */
final class PairSelection {
    private PairSelection() {}

    /** The {@code rank}-th smallest (from 1) of the n·m differences y − x. */
    static double difference(Sample x, Sample y, long rank) {
        return select(rank, y.min() - x.max(), y.max() - x.min(), value -> differencesAtMost(x, y, value));
    }

    /** The {@code rank}-th smallest (from 1) of the n·(n + 1)/2 Walsh averages (dᵢ + dⱼ)/2, i ≤ j. */
    static double walshAverage(Sample d, long rank) {
        return select(rank, d.min(), d.max(), value -> averagesAtMost(d, value));
    }

    /** The median of {@code count} pairs: the middle one, or the mean of the two middle ones. */
    static double middle(long count, LongToDoubleFunction select) {
        double lower = select.applyAsDouble((count + 1) / 2);
        return count % 2 == 1 ? lower : (lower + select.applyAsDouble(count / 2 + 1)) / 2;
    }

    private static double select(long rank, double min, double max, DoubleToLongFunction countAtMost) {
        long low = ordered(min);
        long high = ordered(max);
        while (low < high) {
            long middle = (low & high) + ((low ^ high) >> 1);
            if (countAtMost.applyAsLong(fromOrdered(middle)) >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return fromOrdered(low) + 0.0; // never −0.0
    }

    private static long differencesAtMost(Sample x, Sample y, double value) {
        long count = 0;
        int within = 0;
        for (int i = 0; i < x.size(); i++) {
            while (within < y.size() && y.get(within) - x.get(i) <= value) {
                within++;
            }
            count += within;
        }
        return count;
    }

    private static long averagesAtMost(Sample d, double value) {
        long count = 0;
        int last = d.size() - 1;
        for (int i = 0; i < d.size(); i++) {
            while (last >= i && (d.get(i) + d.get(last)) / 2 > value) {
                last--;
            }
            if (last < i) {
                break;
            }
            count += last - i + 1;
        }
        return count;
    }

    /** A long that orders as the double does. */
    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    private static double fromOrdered(long ordered) {
        return Double.longBitsToDouble(ordered ^ ((ordered >> 63) & Long.MAX_VALUE));
    }
}
