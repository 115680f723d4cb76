package dev.streamux.analyzer.metric.flow;

import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** The share of token deadlines that were met. */
public final class FluidityIndex implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("fluidity-index", "fluidity index")
            .unit(Unit.RATIO, "")
            .direction(Direction.HIGHER_IS_BETTER)
            .notDelayMonotone(
                    "after a miss the deadlines start anew from the late arrival: two tokens held back together miss fewer of them")
            .meaning("Deadlines of virtual tokens of a fixed number of characters, so that chunking does not "
                    + "matter. Every deadline that passes in a stall counts as missed. Deadlines restart after "
                    + "a late token, so holding text back can raise it.")
            .formula("1 - missed / total over virtual tokens i at tau(4 i), deadlines Dp then Dd, slack " + "carried")
            .source("Etalon, arXiv 2407.07000: the code, not the prose formula");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return response.wholeTextAbsence()
                .map(MetricValue::absent)
                .orElseGet(() -> compute(response.curve(), response.options()));
    }

    private static MetricValue compute(TextCurve curve, MetricOptions options) {
        Fluidity fluidity = Fluidity.of(
                curve, options.fluidityCharacters(), options.fluidityFirstNanos(), options.fluidityNextNanos());
        return MetricValue.of(fluidity.index());
    }
}
