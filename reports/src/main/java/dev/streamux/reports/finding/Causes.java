package dev.streamux.reports.finding;

import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.reports.annex.RouteEvidence;
import dev.streamux.reports.finding.Finding.Cause;
import dev.streamux.reports.finding.Finding.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From how the answers of an arm came to why, and to the line that changes it. */
final class Causes {
    private Causes() {}

    /** The causes of these arms; arms with the same remedy share one, and arms with the same reason share that,
     * with the evidence of the first. */
    static List<Cause> of(List<ArmResult> arms, List<RouteEvidence> routes) {
        Map<Remedy, List<Reason>> byRemedy = new LinkedHashMap<>();
        for (ArmResult arm : arms) {
            arm.deliveryVerdict()
                    .map(verdict -> Explanation.of(arm, verdict, routes))
                    .ifPresent(found -> add(
                            byRemedy.computeIfAbsent(found.remedy(), unused -> new ArrayList<>()),
                            new Reason(List.of(arm.name()), found.why(), found.evidence())));
        }
        return byRemedy.entrySet().stream()
                .map(entry -> new Cause(
                        entry.getValue(), entry.getKey().words(), entry.getKey().code()))
                .toList();
    }

    private static void add(List<Reason> reasons, Reason reason) {
        for (int i = 0; i < reasons.size(); i++) {
            Reason other = reasons.get(i);
            if (other.why().equals(reason.why())) {
                List<String> arms = new ArrayList<>(other.arms());
                arms.addAll(reason.arms());
                reasons.set(i, new Reason(arms, other.why(), other.evidence()));
                return;
            }
        }
        reasons.add(reason);
    }
}
