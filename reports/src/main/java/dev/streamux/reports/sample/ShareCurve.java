package dev.streamux.reports.sample;

import dev.streamux.analyzer.curve.TextCurve;
import java.util.ArrayList;
import java.util.List;

/**
 * The mean share of the text that is visible over time, over responses, on a grid of equal steps.
 *
 * <p>The area above the curve is the mean Text Speed Index, but for what lies behind the last step. Immutable.
 *
 * @param stepMillis the time from one value to the next, > 0
 * @param shares the share at 0, at one step, at two …, each in [0, 1] and none smaller than the one before
 * @param responses how many responses are in it
 */
public record ShareCurve(double stepMillis, List<Double> shares, long responses) {
    public ShareCurve {
        shares = List.copyOf(shares);
    }

    /** Adds responses up. Not thread-safe. */
    public static final class Sum {
        private final double stepMillis;
        private final double[] sums;
        private long responses;

        /** A sum over {@code steps} steps up to {@code horizonMillis} > 0. */
        public Sum(double horizonMillis, int steps) {
            stepMillis = horizonMillis / steps;
            sums = new double[steps + 1];
        }

        /** Adds a response; its curve must not be empty. */
        public void add(TextCurve curve) {
            double characters = curve.characters();
            int step = 0;
            for (int i = 0; i < sums.length; i++) {
                long nanos = Math.round(i * stepMillis * 1e6);
                while (step < curve.size() && curve.timeNanos(step) <= nanos) {
                    step++;
                }
                sums[i] += curve.before(step) / characters;
            }
            responses++;
        }

        /** The mean so far; without responses, no values. */
        public ShareCurve mean() {
            List<Double> shares = new ArrayList<>();
            for (double sum : responses == 0 ? new double[0] : sums) {
                shares.add(sum / responses);
            }
            return new ShareCurve(stepMillis, shares, responses);
        }
    }
}
