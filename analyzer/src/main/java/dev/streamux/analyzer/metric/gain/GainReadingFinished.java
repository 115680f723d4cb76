package dev.streamux.analyzer.metric.gain;

import dev.streamux.analyzer.metric.Direction;
import dev.streamux.analyzer.metric.Metric;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.metric.Unit;

/** How much earlier the reader is done. */
public final class GainReadingFinished implements Metric {
    private static final MetricInfo INFO = MetricInfo.of("gain-reading-finished", "gain: reading finished")
            .unit(Unit.MILLISECONDS, "s")
            .direction(Direction.HIGHER_IS_BETTER)
            .notDelayMonotone(
                    "it is the distance to a buffered answer: what holds back the end makes that one later, and the gain larger")
            .meaning(
                    "How much earlier the answer is read to its end. The same time as the gain in reader wait, but small beside the time that reading itself takes: streaming removes waiting, not reading.")
            .formula("(tau(N) + N / rho) - (W + N / rho)")
            .source("buffered counterfactual: own definition, one step at tau(N)");

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricValue of(ObservedResponse response) {
        return Counterfactual.gain(
                response,
                (observed, reading) ->
                        (Counterfactual.finishedNanos(observed, reading) - reading.waitNanos() - reading.readNanos())
                                / 1e6);
    }
}
