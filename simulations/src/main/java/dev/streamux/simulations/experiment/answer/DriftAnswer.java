package dev.streamux.simulations.experiment.answer;

import dev.streamux.simulations.experiment.figure.ArmFigures;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.Load;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** Whether a steady load is answered as well at its end as at its beginning. */
final class DriftAnswer {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(60);
    /** The first and the last window must not touch. */
    private static final int PARTS = 3;

    private DriftAnswer() {}

    static List<String> of(Evidence evidence) {
        List<String> sentences = new ArrayList<>();
        if (evidence.scenario().load() instanceof Load.Closed) {
            for (Arm arm : evidence.arms()) {
                List<ResponseTrace> responses = evidence.of(arm);
                if (!responses.isEmpty()) {
                    sentences.add(sentence(arm, responses));
                }
            }
        }
        return sentences;
    }

    private static String sentence(Arm arm, List<ResponseTrace> responses) {
        long from =
                responses.stream().mapToLong(ResponseTrace::intendedNanos).min().orElse(0);
        long to =
                responses.stream().mapToLong(ResponseTrace::intendedNanos).max().orElse(0);
        long window = Math.min(WINDOW_NANOS, (to - from) / PARTS);
        ArmFigures first = figures(responses, start -> start <= from + window);
        ArmFigures last = figures(responses, start -> start >= to - window);
        ArmFigures whole = ArmFigures.of(responses);
        return arm.name() + ": first text p95 " + Words.tail(last.firstText()) + " in the last "
                + Words.time(window / 1e6) + " against " + Words.tail(first.firstText())
                + " in the first, longest gap p95 "
                + Words.tail(last.longestGap()) + " against " + Words.tail(first.longestGap()) + "; "
                + whole.failed() + " of " + whole.responses() + " answers failed.";
    }

    private static ArmFigures figures(List<ResponseTrace> responses, LongPredicate started) {
        return ArmFigures.of(responses.stream()
                .filter(response -> started.test(response.intendedNanos()))
                .collect(Collectors.toList()));
    }
}
