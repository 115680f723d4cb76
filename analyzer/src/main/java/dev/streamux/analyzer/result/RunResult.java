package dev.streamux.analyzer.result;

import dev.streamux.trace.run.SelfCheck;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code result.json}: metrics, statistics and verdicts of one run.
 *
 * @param options name to value of every constant that the numbers depend on
 * @param phases how many responses there are of each phase; only {@code measure} is judged
 * @param lostResponses how many responses at a torn end of the trace file could not be read
 * @param arms the conditions, in the manifest's order, then in order of first appearance
 * @param comparisons of arms with the baseline; may be empty
 * @param selfCheck how far the run can be trusted
 */
public record RunResult(
        Map<String, Object> options,
        Map<String, Long> phases,
        long lostResponses,
        List<ArmResult> arms,
        List<ComparisonResult> comparisons,
        SelfCheck selfCheck) {
    /** The schema of the file. */
    public static final String SCHEMA = "streamux-result/1";

    public RunResult {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        phases = Collections.unmodifiableMap(new LinkedHashMap<>(phases));
        arms = List.copyOf(arms);
        comparisons = List.copyOf(comparisons);
    }

    /** The arm of this name, empty if there is none. */
    public Optional<ArmResult> arm(String name) {
        return arms.stream().filter(arm -> arm.name().equals(name)).findFirst();
    }

    /** The same result with this number of lost responses. */
    public RunResult withLostResponses(long count) {
        return new RunResult(options, phases, count, arms, comparisons, selfCheck);
    }

    /** The same result with these comparisons. */
    public RunResult withComparisons(List<ComparisonResult> list) {
        return new RunResult(options, phases, lostResponses, arms, list, selfCheck);
    }

    /** The same result with this self-check. */
    public RunResult withSelfCheck(SelfCheck check) {
        return new RunResult(options, phases, lostResponses, arms, comparisons, check);
    }
}
