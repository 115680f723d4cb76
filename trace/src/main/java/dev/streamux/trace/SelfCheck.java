package dev.streamux.trace;

import java.util.List;
import java.util.Map;

/**
 * How far the harness itself can be trusted in this run.
 *
 * @param figures name to value, such as {@code mock-lateness-p99-ms}, {@code client-stamp-lag-p50-ms},
 *     {@code schedule-lag-p99-ms}, {@code gc-pause-total-ms}, {@code cpu-share}, {@code event-loop-delay-p99-ms};
 *     milliseconds and shares, as the name says; what was not measured is not there
 * @param valid whether every figure is within its declared limit
 * @param reasons one sentence for each figure that is not; empty if valid
 */
public record SelfCheck(Map<String, Double> figures, boolean valid, List<String> reasons) {
    /** Nothing was measured, nothing speaks against the run. */
    public static final SelfCheck NONE = new SelfCheck(Map.of(), true, List.of());

    public SelfCheck {
        figures = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(figures));
        reasons = List.copyOf(reasons);
    }
}
