package dev.streamux.analyzer.run;

import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.List;

/**
 * One response with the values of all metrics.
 *
 * @param observed the response
 * @param values a value for each metric of the catalogue, in its order
 */
public record MeasuredResponse(ObservedResponse observed, List<MetricValue> values) {
    public MeasuredResponse {
        values = List.copyOf(values);
    }

    /** Measures a response. */
    public static MeasuredResponse of(ResponseTrace trace, MetricOptions options) {
        ObservedResponse observed = ObservedResponse.of(trace, options);
        List<MetricValue> values = new ArrayList<>(MetricCatalog.all().size());
        for (Metric metric : MetricCatalog.all()) {
            values.add(metric.of(observed));
        }
        return new MeasuredResponse(observed, values);
    }

    /** The trace. */
    public ResponseTrace trace() {
        return observed.trace();
    }

    /** Whether the response is judged: of the phase {@code measure}. */
    public boolean isMeasured() {
        return trace().phase().equals(ResponseTrace.MEASURE);
    }

    /** Whether it enters the distributions: measured and complete. */
    public boolean isSuccess() {
        return isMeasured() && trace().outcome() == Outcome.COMPLETE;
    }

    /**
     * The value of a metric.
     *
     * @throws IllegalArgumentException if the catalogue has no such metric
     */
    public MetricValue value(String metricId) {
        int index = MetricCatalog.ids().indexOf(metricId);
        if (index < 0) {
            throw new IllegalArgumentException("unknown metric \"" + metricId + "\"");
        }
        return values.get(index);
    }
}
