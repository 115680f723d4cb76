package dev.streamux.analyzer.gate.rule.condition;

import dev.streamux.analyzer.comparison.Tolerance;
import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.trace.Outcome;
import java.util.List;

/** What a rule asks of an arm. */
public sealed interface Condition {

    /** The metrics whose values it asks for, each once; none for a condition on structure. */
    default List<Metric> metrics() {
        return List.of();
    }

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
     * The share of complete answers that came so.
     *
     * @param kind how they came
     * @param operator which side of the limit is good
     * @param limit in [0, 1]
     */
    record DeliveryShare(DeliveryKind kind, Operator operator, double limit) implements Condition {}

    /**
     * The share of good answers, also called goodput: complete, and within every limit.
     *
     * @param needs the limits, at least one
     * @param operator {@link Operator#MORE} or {@link Operator#AT_LEAST}
     * @param limit in (0, 1)
     */
    record GoodShare(List<Need> needs, Operator operator, double limit) implements Condition {
        public GoodShare {
            needs = List.copyOf(needs);
        }

        @Override
        public List<Metric> metrics() {
            return needs.stream().map(Need::metric).distinct().toList();
        }
    }

    /**
     * A statistic of a metric against a fixed limit.
     *
     * @param metric what is measured
     * @param statistic of the arm's complete responses
     * @param operator which side of the limit is good
     * @param limit in the metric's unit
     */
    record Budget(Metric metric, Statistic statistic, Operator operator, double limit) implements Condition {
        @Override
        public List<Metric> metrics() {
            return List.of(metric);
        }
    }

    /**
     * A metric against the baseline: it must not be worse by more than the tolerance.
     *
     * @param metric what is compared; its direction says what worse is
     * @param tolerance how much worse is still good
     */
    record Relative(Metric metric, Tolerance tolerance) implements Condition {
        @Override
        public List<Metric> metrics() {
            return List.of(metric);
        }
    }
}
