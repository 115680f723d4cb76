package dev.streamux.simulations.experiment;

import dev.streamux.simulations.run.Quantiles;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the responses of each arm ended, and when their readers saw something. */
final class ArmTable {
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.95;

    private ArmTable() {}

    static Table of(List<Arm> arms, List<ResponseTrace> measured) {
        Map<String, List<ResponseTrace>> byArm =
                Responses.by(measured, response -> java.util.Optional.of(response.arm()));
        List<List<String>> rows = new ArrayList<>();
        for (Arm arm : arms) {
            rows.add(row(arm, byArm.getOrDefault(arm.name(), List.of())));
        }
        return new Table(
                "arms",
                "What readers got",
                "ms from the intended start, complete responses only; p50 / p95; service time counts from sent",
                List.of("arm", "delivery", "responses", "complete", "other ends", "first text", "response", "service"),
                rows);
    }

    private static List<String> row(Arm arm, List<ResponseTrace> responses) {
        Quantiles first = new Quantiles();
        Quantiles whole = new Quantiles();
        Quantiles service = new Quantiles();
        Map<Outcome, Integer> others = new EnumMap<>(Outcome.class);
        int complete = 0;
        for (ResponseTrace response : responses) {
            if (response.outcome() != Outcome.COMPLETE) {
                others.merge(response.outcome(), 1, Integer::sum);
                continue;
            }
            complete++;
            whole.add(Cells.millis(response.endNanos() - response.intendedNanos()));
            service.add(Cells.millis(response.endNanos() - response.sentNanos()));
            if (!response.chunks().isEmpty()) {
                first.add(Cells.millis(response.chunks().timeNanos(0) - response.intendedNanos()));
            }
        }
        String ends = others.entrySet().stream()
                .map(end -> end.getValue() + " " + end.getKey().word())
                .collect(Collectors.joining(", "));
        return List.of(
                arm.name(),
                arm.delivery().word(),
                Integer.toString(responses.size()),
                Integer.toString(complete),
                ends.isEmpty() ? Table.ABSENT : ends,
                pair(first),
                pair(whole),
                pair(service));
    }

    private static String pair(Quantiles values) {
        return Cells.quantile(values, MEDIAN) + " / " + Cells.quantile(values, TAIL);
    }
}
