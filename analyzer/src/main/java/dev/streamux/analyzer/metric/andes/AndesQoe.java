package dev.streamux.analyzer.metric.andes;

import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;
import java.util.Optional;

/** Andes QoE in its continuous form. */
public final class AndesQoe implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("andes-qoe", "Andes QoE")
            .unit(Unit.RATIO, "")
            .direction(Direction.HIGHER_IS_BETTER)
            .notDelayMonotone(
                    "the score is taken over the time to the end of reading: a last character held back makes that time longer and the delay of the rest weigh less (1/3 becomes 67/136)")
            .meaning("One minus the share of delay in the area under the ideal curve. Holding text back can "
                    + "raise it, so it is for comparison with other work and not for a gate.")
            .formula("QoE = 1 - S_delay / S_whole, S_whole = N (T_end - D) - N^2 / (2 rho)")
            .source("Andes, arXiv 2404.16283 v2, on characters instead of tokens");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        Optional<String> absence = response.wholeTextAbsence();
        return absence.isPresent()
                ? MetricValue.absent(absence.get())
                : MetricValue.of(response.reading().orElseThrow().andesQoe());
    }
}
