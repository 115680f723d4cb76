package dev.streamux.analyzer;

import dev.streamux.analyzer.comparison.RunComparisons;
import dev.streamux.analyzer.comparison.observation.ObservationTally;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.ComparisonResult;
import dev.streamux.analyzer.run.MeasuredResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every arm of a run with the first one, from at most {@link #RESPONSES} responses of each arm: bounded memory. */
final class ArmComparisons {
    /** Beyond this the interval is far narrower than any difference that matters. */
    static final int RESPONSES = 5_000;

    private final RunComparisons comparisons;
    private final ObservationTally observations;
    private final Map<String, Integer> counts = new HashMap<>();

    ArmComparisons(double confidence) {
        comparisons = RunComparisons.ofHeadlines(confidence);
        observations = comparisons.tally();
    }

    void add(MeasuredResponse response) {
        if (response.isMeasured() && counts.merge(response.trace().arm(), 1, Integer::sum) <= RESPONSES) {
            observations.add(response.observed());
        }
    }

    /** The comparisons with the first of {@code arms}; none if there is at most one. */
    List<ComparisonResult> results(List<ArmResult> arms) {
        if (arms.size() < 2) {
            return List.of();
        }
        return comparisons.against(arms.get(0).name(), observations.arms()).stream()
                .map(RunComparisons::toResult)
                .toList();
    }
}
