package dev.streamux.analyzer.comparison;

import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.stats.Estimate;
import dev.streamux.analyzer.stats.rank.CliffsDelta;
import java.util.Optional;

/**
 * One metric of two arms against each other.
 *
 * @param metric what is compared
 * @param baseline name of the arm that is the measure
 * @param candidate name of the arm that is judged
 * @param baselineCount values of the baseline that entered
 * @param candidateCount values of the candidate that entered
 * @param paired whether both answered the same seeds and pairs were compared; both counts are then the pairs
 * @param baselineMedian in the metric's unit
 * @param candidateMedian in the metric's unit
 * @param ratio candidate over baseline by Hodges and Lehmann; empty if a value is not above 0
 * @param shift candidate minus baseline by Hodges and Lehmann, in the metric's unit
 * @param delta how often the candidate exceeds the baseline
 * @param pValue two-sided probability of so much difference by chance
 * @param verdict what it comes to
 */
public record Comparison(
        MetricInfo metric,
        String baseline,
        String candidate,
        int baselineCount,
        int candidateCount,
        boolean paired,
        double baselineMedian,
        double candidateMedian,
        Optional<Estimate> ratio,
        Estimate shift,
        CliffsDelta delta,
        double pValue,
        ComparisonVerdict verdict) {

    /** The same with this verdict. */
    Comparison withVerdict(ComparisonVerdict other) {
        return new Comparison(
                metric,
                baseline,
                candidate,
                baselineCount,
                candidateCount,
                paired,
                baselineMedian,
                candidateMedian,
                ratio,
                shift,
                delta,
                pValue,
                other);
    }
}
