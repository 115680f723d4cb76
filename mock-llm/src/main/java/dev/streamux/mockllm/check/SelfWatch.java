package dev.streamux.mockllm.check;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Judges the server by its own measurements against a declared limit.
 *
 * <p>The limit holds for p99 of the lateness once there are enough events to speak of a p99.
 */
public final class SelfWatch {
    /** Below it a p99 is the largest value or next to it. */
    private static final int LEAST_EVENTS = 200;

    private final double limitMillis;
    private final List<Lateness> events;
    private final List<Lateness> loops;
    private final List<String> notices;
    private final long collectedAtStart = collectionMillis();

    /**
     * A watch over these event loops.
     *
     * @param limitMillis p99 of the lateness above which the server cannot be trusted
     * @param events one for each loop: how late events were
     * @param loops one for each loop: how late heartbeats were
     * @param notices what was known at the start
     */
    public SelfWatch(double limitMillis, List<Lateness> events, List<Lateness> loops, List<String> notices) {
        this.limitMillis = limitMillis;
        this.events = List.copyOf(events);
        this.loops = List.copyOf(loops);
        this.notices = List.copyOf(notices);
    }

    /** The state now. */
    public MockStats stats(Counters counters, int waiting, int connections, long emissionsLost) {
        MockStats.Quantiles lateness = MockStats.Quantiles.of(merged(events));
        List<String> reasons = new ArrayList<>();
        if (lateness.count() >= LEAST_EVENTS && lateness.p99() > limitMillis) {
            reasons.add(String.format(
                    java.util.Locale.ROOT,
                    "events left %.1f ms late at p99; the limit is %.1f ms: fewer streams or more cores are needed",
                    lateness.p99(),
                    limitMillis));
        }
        if (emissionsLost > 0) {
            reasons.add(emissionsLost + " emissions were not recorded; the disk or the consumer is too slow");
        }
        return new MockStats(
                counters.active(),
                waiting,
                connections,
                counters.requests(),
                counters.refused(),
                counters.outcomes(),
                counters.tokens(),
                counters.promptTokens(),
                lateness,
                MockStats.Quantiles.of(merged(loops)),
                collectionMillis() - collectedAtStart,
                emissionsLost,
                reasons,
                notices);
    }

    private static Histogram merged(List<Lateness> parts) {
        Histogram all = Lateness.empty();
        parts.forEach(part -> part.addTo(all));
        return all;
    }

    private static long collectionMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .filter(millis -> millis > 0)
                .sum();
    }
}
