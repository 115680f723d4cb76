package dev.streamux.reports.finding;

import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.reports.finding.Finding.Cause;
import dev.streamux.reports.finding.Finding.Reason;
import dev.streamux.reports.finding.Finding.Severity;
import dev.streamux.reports.words.Amounts;
import dev.streamux.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers that did not end well. What we cancelled ourselves is no interruption. */
final class Interruptions {
    private Interruptions() {}

    static Optional<Finding> of(RunResult result) {
        List<String> arms = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        long broken = 0;
        long all = 0;
        for (ArmResult arm : result.arms()) {
            long count = broken(arm);
            broken += count;
            all += arm.responses();
            if (count > 0) {
                arms.add(arm.name());
                String why = counts(arm.outcomes()) + " of " + Amounts.count(arm.responses())
                        + (arm.responses() == 1 ? " answer." : " answers.");
                reasons.add(new Reason(List.of(arm.name()), why, ""));
            }
        }
        if (broken == 0) {
            return Optional.empty();
        }
        String feeling = Amounts.count(broken) + " of " + Amounts.count(all)
                + (all == 1 ? " answer" : " answers")
                + " did not reach the end. The reader sees half an answer, an error or"
                + " nothing.";
        return Optional.of(
                new Finding(Severity.BAD, "interrupted", arms, feeling, List.of(new Cause(reasons, "", ""))));
    }

    private static long broken(ArmResult arm) {
        return arm.responses() - arm.complete() - arm.outcomes().getOrDefault(Outcome.CANCELLED, 0L);
    }

    private static String counts(Map<Outcome, Long> outcomes) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .filter(entry -> entry.getKey() != Outcome.COMPLETE && entry.getKey() != Outcome.CANCELLED)
                .map(entry ->
                        Amounts.count(entry.getValue()) + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
    }
}
