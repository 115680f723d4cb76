package dev.streamux.analyzer.gate.rule;

import dev.streamux.analyzer.comparison.Tolerance;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.trace.Outcome;

/** What a rule asks of an arm. */
public sealed interface Condition {

    /** The arm must not be buffered: the text must not come all at once at the end. */
    record NotBuffered() implements Condition {}

    /** The arm must be streamed: neither buffered nor coalesced into lumps. */
    record Streamed() implements Condition {}

    /**
     * The share of responses that end so.
     *
     * @param outcome how they end
     * @param operator which side of the limit is good
     * @param limit in [0, 1]
     */
    record OutcomeShare(Outcome outcome, Operator operator, double limit) implements Condition {}

    /**
     * A statistic of a metric against a fixed limit.
     *
     * @param metric what is measured
     * @param statistic of the arm's complete responses
     * @param operator which side of the limit is good
     * @param limit in the metric's unit
     */
    record Budget(Metric metric, Statistic statistic, Operator operator, double limit) implements Condition {}

    /**
     * A metric against the baseline: it must not be worse by more than the tolerance.
     *
     * @param metric what is compared; its direction says what worse is
     * @param tolerance how much worse is still good
     */
    record Relative(Metric metric, Tolerance tolerance) implements Condition {}
}
