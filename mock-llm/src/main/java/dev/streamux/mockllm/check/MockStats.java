package dev.streamux.mockllm.check;

import dev.streamux.mockllm.budget.Budget;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.run.SelfCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a mock server has done so far and how far it can be trusted.
 *
 * @param active answers on their way
 * @param budget tokens of those that run or wait, how many there may be, and the answers refused for want of them
 * @param bodyBytes bytes of requests that come in or are being answered
 * @param waiting answers that wait for their turn
 * @param connections open connections
 * @param requests answers begun
 * @param refused wrong requests, answered with an error of the dialect
 * @param turnedAway connections and requests refused below the dialects: no HTTP, too large, too slow, too many, no such path
 * @param outcomes answers ended, by outcome
 * @param tokens output tokens handed to sockets
 * @param promptTokens tokens of all prompts
 * @param lateness from due to the return of the flush, over all events with tokens
 * @param loopDelay how late the event loops ran a heartbeat
 * @param gcPauseMillis total time of garbage collections since the start
 * @param emissionsLost emissions that were not recorded because disk or consumer was too slow
 * @param limits the declared limits
 * @param reasons one sentence for each limit that is broken; empty if the server can be trusted
 * @param notices one sentence for each thing that does not fit this machine
 */
public record MockStats(
        int active,
        Budget.State budget,
        long bodyBytes,
        int waiting,
        int connections,
        long requests,
        long refused,
        long turnedAway,
        Map<Outcome, Long> outcomes,
        long tokens,
        long promptTokens,
        Quantiles lateness,
        Quantiles loopDelay,
        double gcPauseMillis,
        long emissionsLost,
        Limits limits,
        List<String> reasons,
        List<String> notices) {
    public MockStats {
        outcomes = Map.copyOf(outcomes);
        reasons = List.copyOf(reasons);
        notices = List.copyOf(notices);
    }

    /** Whether no declared limit is broken. */
    public boolean healthy() {
        return reasons.isEmpty();
    }

    /** The same for a run's manifest. What was not measured is not there. */
    public SelfCheck selfCheck() {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (loopDelay.count() > 0) {
            figures.put("mock-event-loop-delay-p99-ms", loopDelay.p99());
        }
        figures.put("mock-gc-pause-total-ms", gcPauseMillis);
        return new SelfCheck(figures, healthy(), reasons);
    }

    /** Answers that ended so. */
    public long ended(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /**
     * A distribution in a few numbers, in milliseconds. All are 0 if nothing was measured; see {@code count}.
     *
     * @param count how many values
     * @param p50 median
     * @param p90 90th percentile
     * @param p99 99th percentile
     * @param max largest
     */
    public record Quantiles(long count, double p50, double p90, double p99, double max) {
        /** Of a histogram in nanoseconds. */
        static Quantiles of(org.HdrHistogram.Histogram nanos) {
            return new Quantiles(
                    nanos.getTotalCount(),
                    nanos.getValueAtPercentile(50) / 1e6,
                    nanos.getValueAtPercentile(90) / 1e6,
                    nanos.getValueAtPercentile(99) / 1e6,
                    nanos.getMaxValue() / 1e6);
        }
    }
}
