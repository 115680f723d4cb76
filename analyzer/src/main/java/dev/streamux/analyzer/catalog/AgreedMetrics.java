package dev.streamux.analyzer.catalog;

import java.util.List;

/** The metrics that others rely on by their id, and that a report explains; the catalogue holds more. */
public final class AgreedMetrics {
    /** Their ids, in the order of a response's life. */
    public static final List<String> IDS = List.of(
            "time-to-first-byte",
            "time-to-first-token",
            "time-to-first-visible-text",
            "time-to-first-word",
            "time-to-first-sentence",
            "time-to-first-block",
            "time-to-last-token",
            "inter-chunk-latency",
            "time-per-output-token",
            "reader-wait",
            "reader-idle",
            "mean-reading-delay",
            "text-speed-index",
            "andes-qoe",
            "fluidity-index",
            "longest-gap",
            "stall-count",
            "stall-ratio",
            "smoothness",
            "largest-burst-share",
            "markdown-churn",
            "schedule-lag",
            "response-time",
            "service-time",
            "goodput");

    private AgreedMetrics() {}
}
