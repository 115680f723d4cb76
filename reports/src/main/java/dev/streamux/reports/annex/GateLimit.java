package dev.streamux.reports.annex;

/**
 * A limit that a rule of the gate holds against a time.
 *
 * @param statistic which value of the metric must keep it, such as {@code p90}
 * @param millis the limit
 */
public record GateLimit(String statistic, double millis) {}
