package dev.streamux.analyzer.comparison;

import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.comparison.observation.ArmObservations;
import dev.streamux.analyzer.comparison.observation.ObservationTally;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.result.ComparisonResult;
import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.analyzer.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The comparisons of a run: every arm with the baseline, in the metrics that a reader feels. */
public final class RunComparisons {
    /** The metrics that are compared unless others are asked for. */
    public static final List<String> HEADLINES = List.of(
            "time-to-first-visible-text",
            "reader-wait",
            "reader-idle",
            "text-speed-index",
            "longest-gap",
            "time-to-last-token",
            "response-time");

    private static final Estimate NO_RATIO =
            new Estimate(1, new Bounds.Refused("a value is not above 0, so there is no ratio; the shift tells"));

    private final List<Metric> metrics;
    private final Comparer comparer;

    /**
     * Comparisons in these metrics.
     *
     * @param confidence of the intervals, two-sided
     */
    public RunComparisons(List<Metric> metrics, double confidence) {
        this.metrics = List.copyOf(metrics);
        comparer = new Comparer(confidence);
    }

    /** Comparisons in the {@link #HEADLINES}. */
    public static RunComparisons ofHeadlines(double confidence) {
        return new RunComparisons(HEADLINES.stream().map(MetricCatalog::require).toList(), confidence);
    }

    /** A tally that keeps what these comparisons need. */
    public ObservationTally tally() {
        return new ObservationTally(metrics);
    }

    /** Every other arm with the baseline, arm by arm; a metric that an arm lacks is left out. */
    public List<Comparison> against(String baseline, Map<String, ArmObservations> arms) {
        ArmObservations first = arms.get(baseline);
        List<Comparison> comparisons = new ArrayList<>();
        if (first == null) {
            return comparisons;
        }
        for (ArmObservations candidate : arms.values()) {
            if (!candidate.arm().equals(baseline)) {
                comparisons.addAll(between(first, candidate));
            }
        }
        return comparisons;
    }

    /** Two arms, metric by metric; a metric that one of them lacks is left out. */
    public List<Comparison> between(ArmObservations baseline, ArmObservations candidate) {
        return metrics.stream()
                .map(metric -> comparer.compare(
                        metric.info(),
                        baseline,
                        candidate,
                        Tolerance.defaultFor(metric.info().unit())))
                .flatMap(Optional::stream)
                .map(comparison -> Withholding.considered(comparison, baseline, candidate))
                .toList();
    }

    /** The comparison as {@code result.json} holds it. */
    public static ComparisonResult toResult(Comparison comparison) {
        Estimate ratio = comparison.ratio().orElse(NO_RATIO);
        return new ComparisonResult(
                comparison.baseline(),
                comparison.candidate(),
                comparison.metric().id(),
                comparison.paired(),
                comparison.candidateCount(),
                ratio.value(),
                ratio.bounds(),
                comparison.shift().value(),
                comparison.shift().bounds(),
                comparison.delta().value(),
                comparison.verdict().word(),
                PlainWords.of(comparison));
    }
}
