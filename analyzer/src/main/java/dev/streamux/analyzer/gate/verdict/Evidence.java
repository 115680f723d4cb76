package dev.streamux.analyzer.gate.verdict;

import dev.streamux.analyzer.metric.Unit;
import dev.streamux.analyzer.stats.Bounds;

/**
 * The numbers behind one outcome.
 *
 * @param quantity what the value is, such as {@code reader-wait.p90} or {@code reader-wait ratio}
 * @param unit of value, bounds and limit
 * @param value what was observed
 * @param bounds where the true value lies, or why nobody can say
 * @param limit what the rule allows
 * @param n values of the judged arm, or pairs
 */
public record Evidence(String quantity, Unit unit, double value, Bounds bounds, double limit, long n) {}
