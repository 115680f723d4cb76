package dev.streamux.trace.run;

import java.util.Collections;
import java.util.LinkedHashMap;
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

    /** The worst of each figure and all reasons: what is put together is as valid as its weakest part. */
    public static SelfCheck worstOf(List<SelfCheck> parts) {
        Map<String, Double> figures = new LinkedHashMap<>();
        parts.forEach(part -> part.figures().forEach((name, value) -> figures.merge(name, value, Math::max)));
        List<String> reasons =
                parts.stream().flatMap(part -> part.reasons().stream()).toList();
        return new SelfCheck(figures, parts.stream().allMatch(SelfCheck::valid), reasons);
    }

    public SelfCheck {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        reasons = List.copyOf(reasons);
    }

    /** What this and another check of the same run say together; see {@link #worstOf}. */
    public SelfCheck and(SelfCheck other) {
        return worstOf(List.of(this, other));
    }
}
