package dev.streamux.analyzer.result;

import dev.streamux.analyzer.delivery.DeliveryVerdict;
import dev.streamux.analyzer.perception.ModelledSlowShare;
import dev.streamux.trace.Outcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One condition of a run. Only responses of the phase {@code measure} are in it.
 *
 * @param name the arm
 * @param route the way of its responses; several are joined by a comma
 * @param delivery {@code sse}, {@code json} or {@code websocket}
 * @param outcomes how many responses ended in each way; every outcome is a key
 * @param metrics metric id to summary over complete responses, in catalogue order; every id is a key
 * @param deliveryVerdict how the answers came; empty without a complete answer
 * @param modelledSlowShare the modelled share of slow ratings; empty without a complete answer
 * @param gainFromStreaming what streaming gained against the same answers shown whole; empty without a complete answer
 * @param presentations what pages and screen readers make of a sample of the answers; empty if none has its text
 */
public record ArmResult(
        String name,
        String route,
        String delivery,
        Map<Outcome, Long> outcomes,
        Map<String, MetricSummary> metrics,
        Optional<DeliveryVerdict> deliveryVerdict,
        Optional<ModelledSlowShare> modelledSlowShare,
        Optional<StreamingGain> gainFromStreaming,
        Optional<PresentationResult> presentations) {
    public ArmResult {
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** The same arm under another name. */
    public ArmResult named(String other) {
        return new ArmResult(
                other,
                route,
                delivery,
                outcomes,
                metrics,
                deliveryVerdict,
                modelledSlowShare,
                gainFromStreaming,
                presentations);
    }

    /** All responses of the arm, however they ended. */
    public long responses() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Responses that completed. */
    public long complete() {
        return outcomes.getOrDefault(Outcome.COMPLETE, 0L);
    }

    /**
     * The summary of a metric.
     *
     * @throws IllegalArgumentException if the catalogue had no such metric when the result was made
     */
    public MetricSummary metric(String id) {
        MetricSummary summary = metrics.get(id);
        if (summary == null) {
            throw new IllegalArgumentException("arm \"" + name + "\" has no metric \"" + id + "\"");
        }
        return summary;
    }

    /** A statistic of a metric, such as {@code reader-wait} and {@code p50}; empty if there is none. */
    public java.util.OptionalDouble statistic(String metric, String statistic) {
        MetricSummary summary = metrics.get(metric);
        return summary == null || summary.distribution().isEmpty()
                ? java.util.OptionalDouble.empty()
                : summary.distribution().get().statistic(statistic);
    }
}
