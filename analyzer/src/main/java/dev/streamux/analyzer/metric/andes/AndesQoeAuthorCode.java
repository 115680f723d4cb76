package dev.streamux.analyzer.metric.andes;

import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** Andes QoE by its code. */
public final class AndesQoeAuthorCode implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("andes-qoe-author-code", "Andes QoE by its code")
            .unit(Unit.RATIO, "")
            .direction(Direction.HIGHER_IS_BETTER)
            .notDelayMonotone(
                    "the score is taken over the time to the end of reading, which a text held back makes longer")
            .meaning("Andes QoE on virtual tokens of 4 characters as the authors' code computes it, to be held "
                    + "against numbers made with that code: it charges lateness one token late and lets the "
                    + "reader start before D.")
            .formula("1 - S_delay / S_whole over virtual tokens i at tau(4 i), d = 4 / rho")
            .source("AmberLJC/vllm-0.6.1, qoe_tracker");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return AndesTokens.value(
                response,
                (tokens, options) -> tokens.qoeOfAuthorsCode(
                        options.targetNanos(), options.readingSpeed().nanosToRead(options.fluidityCharacters())));
    }
}
