package dev.streamux.analyzer.result;

import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.stats.Bounds;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What streaming gained in one arm: its answers as they came, against the same answers shown whole when each was
 * complete. Nothing but the moment of showing differs, so total time and text are the same on both sides.
 *
 * @param n complete answers with text, ≥ 1
 * @param rows by the id of the metric that is compared, in the order of tables
 */
public record StreamingGain(long n, Map<String, Row> rows) {
    public StreamingGain {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /**
     * One metric.
     *
     * @param unit of all numbers but the share
     * @param streamed the answers as they came
     * @param atOnce the same answers shown whole
     * @param gain the difference of each answer, at once less streamed; 0 for one that came at once
     * @param gainInterval of the median gain, or why there is none
     * @param share the mean gain by the mean at once, in [0, 1]; empty if that is 0
     */
    public record Row(
            Unit unit, Centre streamed, Centre atOnce, Centre gain, Bounds gainInterval, OptionalDouble share) {

        /** The row of these summaries of the same answers; empty without values. */
        public static Optional<Row> of(MetricSummary streamed, MetricSummary atOnce, MetricSummary gain) {
            if (streamed.distribution().isEmpty()
                    || atOnce.distribution().isEmpty()
                    || gain.distribution().isEmpty()) {
                return Optional.empty();
            }
            Centre whole = Centre.of(atOnce.distribution().get());
            Centre won = Centre.of(gain.distribution().get());
            return Optional.of(new Row(
                    streamed.unit(),
                    Centre.of(streamed.distribution().get()),
                    whole,
                    won,
                    gain.ci().getOrDefault("p50", new Bounds.Refused("there is no value")),
                    whole.mean() > 0 ? OptionalDouble.of(won.mean() / whole.mean()) : OptionalDouble.empty()));
        }
    }

    /**
     * The middle of some values.
     *
     * @param mean arithmetic mean
     * @param p50 median, R-7
     */
    public record Centre(double mean, double p50) {
        static Centre of(Distribution values) {
            return new Centre(values.mean(), values.p50());
        }
    }

    /** The row of this metric, empty if it is not compared. */
    public Optional<Row> row(String metric) {
        return Optional.ofNullable(rows.get(metric));
    }
}
