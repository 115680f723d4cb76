package dev.streamux.simulations.experiment.figure;

import dev.streamux.simulations.measure.BudgetSample;
import dev.streamux.simulations.measure.Quantiles;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How some responses ended, and when their readers saw something. Times in milliseconds, of complete responses only. */
public final class ArmFigures {
    private static final double NANOS_IN_MILLI = 1e6;

    private final Quantiles firstText = new Quantiles();
    private final Quantiles response = new Quantiles();
    private final Quantiles service = new Quantiles();
    private final Quantiles longestGap = new Quantiles();
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final int responses;

    private ArmFigures(List<ResponseTrace> traces) {
        responses = traces.size();
        for (ResponseTrace trace : traces) {
            outcomes.merge(trace.outcome(), 1, Integer::sum);
            if (trace.outcome() == Outcome.COMPLETE) {
                add(trace);
            }
        }
    }

    private void add(ResponseTrace trace) {
        response.add((trace.endNanos() - trace.intendedNanos()) / NANOS_IN_MILLI);
        service.add((trace.endNanos() - trace.sentNanos()) / NANOS_IN_MILLI);
        if (!trace.chunks().isEmpty()) {
            firstText.add((trace.chunks().timeNanos(0) - trace.intendedNanos()) / NANOS_IN_MILLI);
        }
        if (trace.chunks().size() > 1) {
            longestGap.add(BudgetSample.longestGapNanos(trace.chunks()) / NANOS_IN_MILLI);
        }
    }

    /** The figures of these responses. */
    public static ArmFigures of(List<ResponseTrace> responses) {
        return new ArmFigures(responses);
    }

    /** How many there were. */
    public int responses() {
        return responses;
    }

    /** How many ended so. */
    public int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** How many ended in each way that occurred. */
    public Map<Outcome, Integer> outcomes() {
        return Collections.unmodifiableMap(outcomes);
    }

    /** How many neither completed nor were stopped by us. */
    public int failed() {
        return responses - count(Outcome.COMPLETE) - count(Outcome.CANCELLED);
    }

    /** From the intended start to the first visible text. */
    public Quantiles firstText() {
        return firstText;
    }

    /** From the intended start to the end. */
    public Quantiles response() {
        return response;
    }

    /** From sent to the end. */
    public Quantiles service() {
        return service;
    }

    /** The longest wait between two chunks of an answer; an answer of one chunk has none. */
    public Quantiles longestGap() {
        return longestGap;
    }
}
