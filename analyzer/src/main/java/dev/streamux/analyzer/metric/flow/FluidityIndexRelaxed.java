package dev.streamux.analyzer.metric.flow;

import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;
import java.util.Optional;

/** The share of generous token deadlines that were met. */
public final class FluidityIndexRelaxed implements Metric {
    private static final long FIRST_NANOS = 1_000_000_000L;
    private static final long NEXT_NANOS = 200_000_000L;

    private static final MetricInfo INFO = MetricInfo.of("fluidity-index-relaxed", "fluidity index, relaxed")
            .unit(Unit.RATIO, "")
            .direction(Direction.HIGHER_IS_BETTER)
            .notDelayMonotone(
                    "after a miss the deadlines start anew from the late arrival: two tokens held back together miss fewer of them")
            .meaning("The fluidity index with deadlines that a reader would set: 1 s for the first virtual "
                    + "token of 4 characters and 200 ms for each further one. Holding text back can raise it.")
            .formula("1 - missed / total with Dp = 1000 ms, Dd = 200 ms, slack carried")
            .source("Etalon, arXiv 2407.07000, with wider deadlines");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        Optional<String> absence = response.wholeTextAbsence();
        if (absence.isPresent()) {
            return MetricValue.absent(absence.get());
        }
        int characters = response.options().fluidityCharacters();
        return MetricValue.of(Fluidity.of(response.curve(), characters, FIRST_NANOS, NEXT_NANOS)
                .index());
    }
}
