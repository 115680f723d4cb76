package dev.streamux.analyzer.metric.andes;

import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** Andes QoE by token. */
public final class AndesQoeTokens implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("andes-qoe-tokens", "Andes QoE by token")
            .unit(Unit.RATIO, "")
            .direction(Direction.HIGHER_IS_BETTER)
            .notDelayMonotone(
                    "the score is taken over the time to the end of reading, which a text held back makes longer")
            .meaning("Andes QoE on virtual tokens of 4 characters, read one by one, as the paper defines it. "
                    + "Holding text back can raise it.")
            .formula("1 - S_delay / S_whole over virtual tokens i at tau(4 i), d = 4 / rho")
            .source("Andes, arXiv 2404.16283 v2, definition");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return AndesTokens.value(
                response,
                (tokens, options) -> tokens.qoe(
                        options.targetNanos(), options.readingSpeed().nanosToRead(options.fluidityCharacters())));
    }
}
