package dev.streamux.analyzer.stats;

import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Bounds.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Distribution-free bounds of a quantile by order statistics.
 *
 * <p>The number of values at or below the true q quantile is Bin(n, q), whatever the distribution, so [X(l), X(u)]
 * covers it with at least P(l ≤ Bin(n, q) ≤ u − 1). The bootstrap does not do: for log-normal values and n = 100 its
 * 95 % interval of the p99 covers 60 %. Ties make the bounds wider than stated, never narrower. Examples at 95 %:
 * n = 100, p50 → ranks (40, 61); n = 400, p99 → (392, 400); below n = 299 the p99 has none.
 */
public final class QuantileBounds {
    private QuantileBounds() {}

    /**
     * The two-sided interval of the q quantile, or {@link Refused} if {@code sample} is smaller than
     * {@link #minimumSize}.
     *
     * @param q in (0, 1)
     * @param confidence in (0, 1), such as 0.95
     */
    public static Bounds interval(Sample sample, double q, double confidence) {
        int n = sample.size();
        int needed = minimumSize(q, confidence);
        if (n < needed) {
            return refused(n, q, needed);
        }
        Ranks ranks = ranks(n, q, confidence);
        return new Interval(sample.get(ranks.low() - 1), sample.get(ranks.high() - 1), confidence);
    }

    /**
     * Ranks of an interval's ends, counted from 1.
     *
     * @param low rank of the lower end, ≥ 1
     * @param high rank of the upper end, ≤ n
     */
    public record Ranks(int low, int high) {}

    /**
     * The ranks of the two-sided interval: equal tails where n carries both; otherwise the extreme value on the thin
     * side and what is left of the error on the other.
     *
     * @throws IllegalArgumentException if n is below {@link #minimumSize}
     */
    public static Ranks ranks(int n, double q, double confidence) {
        int needed = minimumSize(q, confidence);
        if (n < needed) {
            throw new IllegalArgumentException("n is " + n + "; " + name(q) + " needs " + needed);
        }
        double error = 1 - confidence;
        OptionalInt low = lowerRank(n, q, error / 2);
        OptionalInt high = upperRank(n, q, error / 2);
        if (low.isPresent() && high.isPresent()) {
            return new Ranks(low.getAsInt(), high.getAsInt());
        }
        if (low.isPresent()) {
            double spent = Math.pow(q, n);
            return new Ranks(lowerRank(n, q, error - spent).orElse(1), n);
        }
        double spent = Math.pow(1 - q, n);
        return new Ranks(1, upperRank(n, q, error - spent).orElse(n));
    }

    /**
     * The one-sided lower bound: with this confidence the true quantile is at or above {@code low}; {@code high} is
     * +∞. Refused if even the smallest value is too high to claim so.
     */
    public static Bounds atLeast(Sample sample, double q, double confidence) {
        OptionalInt rank = lowerRank(sample.size(), q, 1 - confidence);
        return rank.isPresent()
                ? new Interval(sample.get(rank.getAsInt() - 1), Double.POSITIVE_INFINITY, confidence)
                : refused(sample.size(), q, extremeSize(1 - q, 1 - confidence));
    }

    /**
     * The one-sided upper bound: with this confidence the true quantile is at or below {@code high}; {@code low} is
     * −∞. Refused if even the largest value is too low to claim so.
     */
    public static Bounds atMost(Sample sample, double q, double confidence) {
        OptionalInt rank = upperRank(sample.size(), q, 1 - confidence);
        return rank.isPresent()
                ? new Interval(Double.NEGATIVE_INFINITY, sample.get(rank.getAsInt() - 1), confidence)
                : refused(sample.size(), q, extremeSize(q, 1 - confidence));
    }

    /**
     * The smallest n whose [min, max] covers the q quantile with this confidence: 1 − qⁿ − (1 − q)ⁿ ≥ confidence.
     * At 95 %: p50 6, p90 29, p95 59, p99 299.
     */
    public static int minimumSize(double q, double confidence) {
        requireShare("q", q);
        requireShare("confidence", confidence);
        int n = extremeSize(Math.max(q, 1 - q), 1 - confidence);
        while (Math.pow(q, n) + Math.pow(1 - q, n) > 1 - confidence) {
            n++;
        }
        return n;
    }

    /** How a quantile is called: {@code p50}, {@code p99.9}. */
    public static String name(double q) {
        BigDecimal percent = BigDecimal.valueOf(q).movePointRight(2).setScale(6, RoundingMode.HALF_UP);
        return "p" + percent.stripTrailingZeros().toPlainString();
    }

    /** The smallest n with shareⁿ ≤ error. */
    private static int extremeSize(double share, double error) {
        int n = Math.max(1, (int) Math.floor(Math.log(error) / Math.log(share)));
        while (Math.pow(share, n) > error) {
            n++;
        }
        return n;
    }

    private static Refused refused(int n, double q, int needed) {
        return new Refused("n = " + n + ", " + name(q) + " needs " + needed);
    }

    /** The largest l ≥ 1 with P(Bin(n, q) < l) ≤ tail. */
    private static OptionalInt lowerRank(int n, double q, double tail) {
        BinomialDistribution below = new BinomialDistribution(null, n, q);
        int low = 0;
        int high = n;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (below.cumulativeProbability(middle - 1) <= tail) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? OptionalInt.empty() : OptionalInt.of(low);
    }

    /** The smallest u ≤ n with P(Bin(n, q) ≥ u) ≤ tail: the mirror image of {@link #lowerRank}. */
    private static OptionalInt upperRank(int n, double q, double tail) {
        OptionalInt mirrored = lowerRank(n, 1 - q, tail);
        return mirrored.isPresent() ? OptionalInt.of(n + 1 - mirrored.getAsInt()) : OptionalInt.empty();
    }

    private static void requireShare(String what, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(what + " is " + value + "; it must be in (0, 1)");
        }
    }
}
