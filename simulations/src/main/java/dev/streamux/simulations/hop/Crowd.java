package dev.streamux.simulations.hop;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What became of many streams at once.
 *
 * @param streams how many there were
 * @param refused how many never reached the origin
 * @param waitMillis p95 of the wait of the others before the origin; empty if there were none
 */
public record Crowd(int streams, int refused, OptionalDouble waitMillis) {
    /** Above this, in milliseconds, a wait in front of the origin is a queue. */
    public static final double QUEUE_LIMIT_MILLIS = 250;

    /** The crowd of these streams. */
    static Crowd of(List<CaseResult> results) {
        double[] waits = results.stream()
                .filter(result -> !result.attempts().isEmpty())
                .mapToDouble(result -> (result.attempts().get(0).arrivalNanos()
                                - result.trace().sentNanos())
                        / 1e6)
                .sorted()
                .toArray();
        return new Crowd(
                results.size(),
                results.size() - waits.length,
                waits.length == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(waits[(int) (0.95 * (waits.length - 1))]));
    }

    /** Whether streams had to wait for others. */
    public boolean isQueue() {
        return waitMillis.orElse(0) > QUEUE_LIMIT_MILLIS;
    }

    /** Of two measurements the one with the shorter wait: a queue is there twice, a busy moment is not. */
    Crowd orBetter(Crowd again) {
        return again.waitMillis.orElse(Double.MAX_VALUE) < waitMillis.orElse(Double.MAX_VALUE) ? again : this;
    }
}
