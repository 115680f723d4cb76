package dev.streamux.analyzer.gate.verdict;

import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.stats.Bounds;
import java.util.Optional;

/**
 * The numbers behind one outcome.
 *
 * @param quantity what the value is, such as {@code reader-wait.p90} or {@code reader-wait ratio}
 * @param unit of value, bounds and limit
 * @param value what was observed
 * @param bounds where the true value lies, or why nobody can say
 * @param limit what the rule allows
 * @param n values of the judged arm, or pairs
 * @param decidedBy the bound that decided, such as {@code the upper bound of the shift, 12 ms}; empty where none did, because
 *     the rule counts what happened or is undecided
 */
public record Evidence(
        String quantity, Unit unit, double value, Bounds bounds, double limit, long n, Optional<String> decidedBy) {

    /** Numbers that no bound decided about. */
    public static Evidence of(String quantity, Unit unit, double value, Bounds bounds, double limit, long n) {
        return new Evidence(quantity, unit, value, bounds, limit, n, Optional.empty());
    }

    /** The same numbers, decided by this bound. */
    public Evidence decidedBy(Optional<String> bound) {
        return new Evidence(quantity, unit, value, bounds, limit, n, bound);
    }
}
