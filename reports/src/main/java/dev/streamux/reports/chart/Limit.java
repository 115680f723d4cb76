package dev.streamux.reports.chart;

/**
 * A line to hold curves against.
 *
 * @param millis where it stands
 * @param words what it means
 */
public record Limit(double millis, String words) {}
