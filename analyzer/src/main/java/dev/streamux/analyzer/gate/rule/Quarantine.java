package dev.streamux.analyzer.gate.rule;

import java.time.LocalDate;

/**
 * A rule that is shown but does not count, for a stated reason and until a stated day.
 *
 * @param until the last day on which it holds
 * @param reason for people
 */
public record Quarantine(LocalDate until, String reason) {}
