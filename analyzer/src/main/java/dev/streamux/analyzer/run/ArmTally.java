package dev.streamux.analyzer.run;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.delivery.DeliveryEvidence;
import dev.streamux.analyzer.delivery.DeliveryTally;
import dev.streamux.analyzer.metric.Absence;
import dev.streamux.analyzer.metric.Kind;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.flow.Gaps;
import dev.streamux.analyzer.metric.reader.ReaderWait;
import dev.streamux.analyzer.metric.transport.Goodput;
import dev.streamux.analyzer.perception.SlowShareTally;
import dev.streamux.analyzer.presentation.PresentationTally;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.MetricSummary;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Collects the responses of one arm. Not thread-safe; bounded memory whatever their number. */
final class ArmTally {
    private static final int GOODPUT = MetricCatalog.ids().indexOf(new Goodput().id());
    private static final int READER_WAIT = MetricCatalog.ids().indexOf(new ReaderWait().id());

    private final String name;
    private final AnalysisOptions options;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final TreeSet<String> routes = new TreeSet<>();
    private final TreeSet<String> deliveries = new TreeSet<>();
    private final List<MetricTally> metrics = new ArrayList<>();
    private final DeliveryTally delivery = new DeliveryTally();
    private final SlowShareTally slowShare;
    private final GainTally gain = new GainTally();
    private final PresentationTally presentations;
    private long firstIntended = Long.MAX_VALUE;
    private long lastEnd = Long.MIN_VALUE;
    private long good;

    ArmTally(String name, AnalysisOptions options) {
        this.name = name;
        this.options = options;
        slowShare = new SlowShareTally(options.slowShare());
        presentations = new PresentationTally(options.metrics());
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, 0L);
        }
        for (Metric metric : MetricCatalog.all()) {
            metrics.add(new MetricTally(metric.info().unit()));
        }
    }

    /** Adds a response of the phase {@code measure}. */
    void add(MeasuredResponse response) {
        ResponseTrace trace = response.trace();
        outcomes.merge(trace.outcome(), 1L, Long::sum);
        routes.add(trace.route());
        deliveries.add(trace.delivery());
        firstIntended = Math.min(firstIntended, trace.intendedNanos());
        lastEnd = Math.max(lastEnd, trace.endNanos());
        if (!response.isSuccess()) {
            return;
        }
        for (int i = 0; i < metrics.size(); i++) {
            addValue(i, response);
        }
        if (!response.observed().curve().isEmpty()) {
            delivery.add(DeliveryEvidence.of(trace, response.observed().curve()));
            slowShare.add(response.observed().curve(), response.observed().raterWaitsNanos());
            gain.add(response.observed());
            presentations.add(response.observed());
        }
        double limit = options.metrics().goodWaitNanos() / 1e6;
        if (response.values().get(READER_WAIT) instanceof MetricValue.Present wait && wait.value() <= limit) {
            good++;
        }
    }

    private void addValue(int index, MeasuredResponse response) {
        Kind kind = MetricCatalog.all().get(index).info().kind();
        if (kind == Kind.PER_GAP) {
            MetricTally gaps = metrics.get(index);
            gaps.addAll(Gaps.millis(response.trace().chunks()));
            response.values().get(index).reason().ifPresent(gaps::addAbsent);
        } else if (kind == Kind.PER_RESPONSE) {
            metrics.get(index).add(response.values().get(index));
        }
    }

    ArmResult result() {
        addGoodput();
        Map<String, MetricSummary> summaries = new LinkedHashMap<>();
        for (int i = 0; i < metrics.size(); i++) {
            summaries.put(MetricCatalog.ids().get(i), metrics.get(i).summary(options.confidence()));
        }
        return new ArmResult(
                name,
                String.join(",", routes),
                String.join(",", deliveries),
                outcomes,
                summaries,
                delivery.verdict(),
                slowShare.result(),
                gain.result(summaries, options.confidence()),
                presentations.result());
    }

    private void addGoodput() {
        double seconds = (lastEnd - firstIntended) / 1e9;
        metrics.get(GOODPUT)
                .add(seconds > 0 ? MetricValue.of(good / seconds) : MetricValue.absent(Absence.NO_DURATION));
    }
}
