package dev.streamux.simulations.experiment.figure;

import dev.streamux.simulations.measure.Quantiles;
import dev.streamux.simulations.scenario.RecoveryPolicy;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.List;
import java.util.Map;

/** What a recovery policy costs the readers whose stream broke. */
public final class RecoveryFigures {
    private static final double NANOS_IN_MILLI = 1e6;

    private final Quantiles known = new Quantiles();
    private final Quantiles whole = new Quantiles();
    private final Quantiles lost = new Quantiles();
    private final Quantiles repeated = new Quantiles();
    private final Quantiles requests = new Quantiles();
    private int questions;
    private int broken;

    private RecoveryFigures() {}

    /** The figures of an arm's responses. */
    public static RecoveryFigures of(RecoveryPolicy policy, List<ResponseTrace> responses) {
        Map<String, List<ResponseTrace>> questions =
                Responses.by(responses, response -> Responses.attribute(response, "question"));
        RecoveryFigures figures = new RecoveryFigures();
        questions.values().forEach(attempts -> figures.add(policy, attempts));
        return figures;
    }

    private void add(RecoveryPolicy policy, List<ResponseTrace> attempts) {
        questions++;
        Outcome first = attempts.get(0).outcome();
        if (first == Outcome.COMPLETE || first == Outcome.CANCELLED) {
            return;
        }
        broken++;
        RecoveredQuestion question = RecoveredQuestion.of(policy, attempts);
        known.add(question.breakKnownNanos() / NANOS_IN_MILLI);
        question.wholeNanos().ifPresent(nanos -> whole.add(nanos / NANOS_IN_MILLI));
        lost.add(question.lostCharacters());
        repeated.add(question.repeatedCharacters());
        requests.add(question.requests());
    }

    /** How many questions were asked. */
    public int questions() {
        return questions;
    }

    /** Of how many the first stream broke. */
    public int broken() {
        return broken;
    }

    /** From the last text before the break to the error, ms. */
    public Quantiles known() {
        return known;
    }

    /** From the intended start of the question to its whole answer, ms; of recovered questions. */
    public Quantiles whole() {
        return whole;
    }

    /** Characters that the reader had seen and then no longer. */
    public Quantiles lost() {
        return lost;
    }

    /** Characters that came over the wire twice. */
    public Quantiles repeated() {
        return repeated;
    }

    /** Requests a question. */
    public Quantiles requests() {
        return requests;
    }
}
