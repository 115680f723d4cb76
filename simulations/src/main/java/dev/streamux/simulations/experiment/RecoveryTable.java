package dev.streamux.simulations.experiment;

import dev.streamux.simulations.run.Quantiles;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.RecoveryPolicy;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each recovery policy costs the reader whose stream broke. */
final class RecoveryTable {
    private static final double MEDIAN = 0.5;

    private RecoveryTable() {}

    static Table of(List<Arm> arms, List<ResponseTrace> measured) {
        List<List<String>> rows = new ArrayList<>();
        for (Arm arm : arms) {
            Optional<RecoveryPolicy> policy = arm.recovery();
            if (policy.isPresent()) {
                rows.add(row(arm, policy.get(), measured));
            }
        }
        return new Table(
                "recovery",
                "When a stream breaks",
                "medians over broken questions; break known: ms from the last text to the error; whole answer: ms from the"
                        + " intended start; characters seen and then gone, characters received twice",
                List.of(
                        "arm",
                        "questions",
                        "broken",
                        "recovered",
                        "break known",
                        "whole answer",
                        "text lost",
                        "text repeated",
                        "requests"),
                rows);
    }

    private static List<String> row(Arm arm, RecoveryPolicy policy, List<ResponseTrace> measured) {
        Map<String, List<ResponseTrace>> questions = Responses.by(
                measured,
                response -> response.arm().equals(arm.name())
                        ? Responses.attribute(response, "question")
                        : Optional.empty());
        Quantiles known = new Quantiles();
        Quantiles whole = new Quantiles();
        Quantiles lost = new Quantiles();
        Quantiles repeated = new Quantiles();
        Quantiles requests = new Quantiles();
        int broken = 0;
        for (List<ResponseTrace> attempts : questions.values()) {
            if (isBroken(attempts.get(0))) {
                broken++;
                RecoveredQuestion question = RecoveredQuestion.of(policy, attempts);
                known.add(Cells.millis(question.breakKnownNanos()));
                question.wholeNanos().ifPresent(nanos -> whole.add(Cells.millis(nanos)));
                lost.add(question.lostCharacters());
                repeated.add(question.repeatedCharacters());
                requests.add(question.requests());
            }
        }
        return List.of(
                arm.name(),
                Integer.toString(questions.size()),
                Integer.toString(broken),
                Cells.percent(whole.size(), broken),
                Cells.quantile(known, MEDIAN),
                Cells.quantile(whole, MEDIAN),
                Cells.quantile(lost, MEDIAN),
                Cells.quantile(repeated, MEDIAN),
                Cells.quantile(requests, MEDIAN));
    }

    private static boolean isBroken(ResponseTrace first) {
        return first.outcome() != Outcome.COMPLETE && first.outcome() != Outcome.CANCELLED;
    }
}
