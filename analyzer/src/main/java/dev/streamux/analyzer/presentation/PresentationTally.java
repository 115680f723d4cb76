package dev.streamux.analyzer.presentation;

import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.metric.onset.TimeToFirstVisibleText;
import dev.streamux.analyzer.metric.population.ModelledSlowShare;
import dev.streamux.analyzer.metric.reader.MeanReadingDelay;
import dev.streamux.analyzer.metric.reader.ReaderWait;
import dev.streamux.analyzer.metric.reader.TextSpeedIndex;
import dev.streamux.analyzer.metric.stall.LongestGap;
import dev.streamux.analyzer.metric.stall.StallCount;
import dev.streamux.analyzer.result.PresentationResult;
import dev.streamux.analyzer.result.PresentationResult.Policy;
import dev.streamux.analyzer.result.PresentationResult.Row;
import dev.streamux.analyzer.result.PresentationResult.Spread;
import dev.streamux.analyzer.stats.Sample;
import dev.streamux.analyzer.values.HashSample;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Keeps a sample of the answers of one arm and simulates every policy on it. Bounded memory; not thread-safe. */
public final class PresentationTally {
    /** So many answers an arm. */
    public static final int ANSWERS = 20;

    /** Fewer answers are taken if they hold more characters than this together. */
    public static final int CHARACTERS = 60_000;

    /** Longer answers, in characters, are left out: 100,000 tokens and more. */
    public static final int LONGEST = 600_000;

    private static final String SAMPLE =
            "the answers with the smallest hashes of seed and round (of the id without a seed), the same in every arm";

    private static final List<Metric> METRICS = List.of(
            new TimeToFirstVisibleText(),
            new ReaderWait(),
            new TextSpeedIndex(),
            new MeanReadingDelay(),
            new LongestGap(),
            new StallCount());

    private final MetricOptions options;
    private final HashSample<ResponseTrace> answers = new HashSample<>(ANSWERS, CHARACTERS);
    private long withText;
    private long tooLong;

    /** An empty tally. */
    public PresentationTally(MetricOptions options) {
        this.options = options;
    }

    /** Takes a complete answer into account; one without visible or recorded text is passed over. */
    public void add(ObservedResponse response) {
        if (response.curve().isEmpty() || response.trace().text().isEmpty()) {
            return;
        }
        withText++;
        if (response.curve().characters() > LONGEST) {
            tooLong++;
        } else {
            offer(response.trace());
        }
    }

    private void offer(ResponseTrace trace) {
        String seed = trace.attributes().get("seed");
        String name =
                seed == null ? trace.id() : seed + "/" + trace.attributes().getOrDefault("round", "");
        answers.offer(name, trace.id(), trace.chunks().totalCharacters(), trace);
    }

    /** The presentations; empty without an answer to simulate them on. */
    public Optional<PresentationResult> result() {
        List<ResponseTrace> traces = answers.things();
        if (traces.isEmpty()) {
            return Optional.empty();
        }
        List<Arrivals> arrivals = traces.stream().map(Arrivals::of).toList();
        List<Policy> policies = new ArrayList<>();
        for (PresentationPolicy policy : PresentationPolicies.ALL) {
            List<PresentationOutcome> outcomes = new ArrayList<>();
            for (int i = 0; i < traces.size(); i++) {
                outcomes.add(PresentationOutcome.of(policy, traces.get(i), arrivals.get(i), options));
            }
            policies.add(new Policy(
                    policy.id(),
                    policy.label(),
                    policy.speed(options.readingSpeed()).charactersPerSecond(),
                    rows(policy, outcomes)));
        }
        return Optional.of(new PresentationResult(traces.size(), withText, tooLong, sample(), policies));
    }

    private String sample() {
        String left = tooLong == 0 ? "" : "; left out for their length: " + tooLong;
        return SAMPLE + "; up to " + CHARACTERS + " characters together, or one answer of up to " + LONGEST + left;
    }

    private static Map<String, Row> rows(PresentationPolicy policy, List<PresentationOutcome> outcomes) {
        Map<String, Row> rows = new LinkedHashMap<>();
        METRICS.forEach(metric -> rows.put(metric.id(), row(metric, outcomes)));
        if (policy.isRead()) {
            // The raters are readers; how a listener rates a wait is not known.
            Metric slow = new ModelledSlowShare();
            rows.put(slow.id(), row(slow, outcomes));
        }
        rows.put("markdown-churn", row(Unit.RATIO, outcomes, PresentationOutcome::churn));
        rows.put("ui-cost", row(Unit.MILLISECONDS, outcomes, PresentationOutcome::uiCost));
        return rows;
    }

    private static Row row(Metric metric, List<PresentationOutcome> outcomes) {
        return new Row(
                metric.info().unit(),
                Optional.of(spread(outcomes, outcome -> value(metric, outcome.arrived()))),
                spread(outcomes, outcome -> value(metric, outcome.visible())));
    }

    private static Row row(
            Unit unit, List<PresentationOutcome> outcomes, ToDoubleFunction<PresentationOutcome> visible) {
        return new Row(unit, Optional.empty(), spread(outcomes, visible));
    }

    private static double value(Metric metric, ObservedResponse response) {
        return metric.of(response).number().orElseThrow();
    }

    private static Spread spread(List<PresentationOutcome> outcomes, ToDoubleFunction<PresentationOutcome> value) {
        Sample sample = Sample.of(outcomes.stream().mapToDouble(value).toArray());
        return new Spread(sample.mean(), sample.median(), sample.quantile(0.9), sample.max());
    }
}
