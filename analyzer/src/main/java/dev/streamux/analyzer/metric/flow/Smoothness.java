package dev.streamux.analyzer.metric.flow;

import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** How close the text keeps to an even pace between its first and last step. */
public final class Smoothness implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("smoothness", "smoothness")
            .unit(Unit.RATIO, "")
            .direction(Direction.HIGHER_IS_BETTER)
            .notDelayMonotone("it sees neither the wait before the first text nor how long the whole takes")
            .meaning("1 for a perfectly even stream. It knows nothing of the wait before the first text, and "
                    + "holding text back can raise it.")
            .formula("1 - 2 * mean over [tau(1), tau(N)] of |C(t)/N - (t - tau(1)) / (tau(N) - tau(1))|")
            .source("own definition, on characters over time");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return response.wholeTextAbsence().map(MetricValue::absent).orElseGet(() -> compute(response.curve()));
    }

    private static MetricValue compute(TextCurve curve) {
        long first = curve.firstNanos();
        double span = curve.lastNanos() - first;
        if (span == 0) {
            return MetricValue.absent(Absence.ALL_AT_ONCE);
        }
        double area = 0;
        for (int i = 0; i + 1 < curve.size(); i++) {
            double share = (double) curve.cumulative(i) / curve.characters();
            area += distance(share, (curve.timeNanos(i) - first) / span, (curve.timeNanos(i + 1) - first) / span);
        }
        return MetricValue.of(1 - 2 * area);
    }

    /** The integral of |level - s| over s from {@code from} to {@code to}. */
    private static double distance(double level, double from, double to) {
        double left = level - from;
        double right = to - level;
        if (left >= 0 && right >= 0) {
            return (left * left + right * right) / 2;
        }
        return Math.abs(level - (from + to) / 2) * (to - from);
    }
}
