package dev.streamux.mockllm.check;

import dev.streamux.mockllm.budget.Budget;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Judges the server by its own measurements against declared limits.
 */
public final class SelfWatch {
    private final Limits limits;
    private final List<Lateness> events;
    private final List<Lateness> loops;
    private final List<String> notices;
    private final Collections collections = new Collections();

    /**
     * A watch over these event loops.
     *
     * @param limits beyond which the server cannot be trusted
     * @param events one for each loop: how late events were
     * @param loops one for each loop: how late heartbeats were
     * @param notices what was known at the start
     */
    public SelfWatch(Limits limits, List<Lateness> events, List<Lateness> loops, List<String> notices) {
        this.limits = limits;
        this.events = List.copyOf(events);
        this.loops = List.copyOf(loops);
        this.notices = List.copyOf(notices);
    }

    /** The state now. */
    public MockStats stats(Counters counters, Occupancy occupancy, long emissionsLost) {
        MockStats.Quantiles lateness = MockStats.Quantiles.of(merged(events));
        MockStats.Quantiles loopDelay = MockStats.Quantiles.of(merged(loops));
        List<String> reasons = new ArrayList<>(Judgement.reasons(limits, lateness, loopDelay, collections.share()));
        if (emissionsLost > 0) {
            reasons.add(emissionsLost + " emissions were not recorded; the disk or the consumer is too slow");
        }
        List<String> told = new ArrayList<>(notices);
        Budget.State budget = occupancy.tokens();
        if (budget.refused() > 0) {
            told.add(budget.refused() + " answers were refused as overloaded, because the mock holds at most "
                    + budget.most() + " tokens of answers at a time (bounds.running-tokens)");
        }
        return new MockStats(
                counters.active(),
                budget,
                occupancy.bodyBytes(),
                occupancy.waiting(),
                occupancy.connections(),
                counters.requests(),
                counters.refused(),
                counters.turnedAway(),
                counters.outcomes(),
                counters.tokens(),
                counters.promptTokens(),
                lateness,
                loopDelay,
                collections.millis(),
                emissionsLost,
                limits,
                reasons,
                told);
    }

    private static Histogram merged(List<Lateness> parts) {
        Histogram all = Lateness.empty();
        parts.forEach(part -> part.addTo(all));
        return all;
    }
}
