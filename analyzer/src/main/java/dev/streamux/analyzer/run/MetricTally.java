package dev.streamux.analyzer.run;

import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.result.Distribution;
import dev.streamux.analyzer.result.MetricSummary;
import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.analyzer.stats.QuantileBounds;
import dev.streamux.analyzer.stats.Sample;
import dev.streamux.analyzer.values.ValueStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** Collects the values of one metric of one arm. Not thread-safe. */
final class MetricTally {
    private static final double[] QUANTILES = {0.5, 0.75, 0.9, 0.95, 0.99};

    private final Unit unit;
    private final ValueStore values = new ValueStore();
    private final Map<String, Long> absent = new TreeMap<>();

    MetricTally(Unit unit) {
        this.unit = unit;
    }

    void add(MetricValue value) {
        if (value instanceof MetricValue.Present present) {
            values.add(present.value());
        } else {
            value.reason().ifPresent(this::addAbsent);
        }
    }

    void add(double value) {
        values.add(value);
    }

    void addAll(double[] some) {
        values.addAll(some);
    }

    void addAbsent(String reason) {
        absent.merge(reason, 1L, Long::sum);
    }

    MetricSummary summary(double confidence) {
        Optional<Sample> sample = values.sample();
        Map<String, Bounds> bounds = new LinkedHashMap<>();
        for (double quantile : QUANTILES) {
            bounds.put(QuantileBounds.name(quantile), bounds(sample, quantile, confidence));
        }
        return new MetricSummary(unit, values.count(), absent, distribution(sample), values.isExact(), bounds);
    }

    private Optional<Distribution> distribution(Optional<Sample> sample) {
        if (values.count() == 0) {
            return Optional.empty();
        }
        DoubleUnaryOperator quantile = sample.isPresent() ? sample.get()::quantile : values::quantile;
        return Optional.of(new Distribution(
                values.mean(),
                values.min(),
                quantile.applyAsDouble(0.5),
                quantile.applyAsDouble(0.75),
                quantile.applyAsDouble(0.9),
                quantile.applyAsDouble(0.95),
                quantile.applyAsDouble(0.99),
                values.max()));
    }

    private Bounds bounds(Optional<Sample> sample, double quantile, double confidence) {
        if (sample.isPresent()) {
            return QuantileBounds.interval(sample.get(), quantile, confidence);
        }
        return new Bounds.Refused(
                values.count() == 0
                        ? "there is no value"
                        : "the values are kept as a histogram only: there are more than " + ValueStore.EXACT_LIMIT);
    }
}
