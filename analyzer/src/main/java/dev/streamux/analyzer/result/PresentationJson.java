package dev.streamux.analyzer.result;

import dev.streamux.analyzer.result.PresentationResult.Policy;
import dev.streamux.analyzer.result.PresentationResult.Row;
import dev.streamux.analyzer.result.PresentationResult.Spread;
import java.util.LinkedHashMap;
import java.util.Map;

/** The presentations of an arm as they stand in {@code result.json}. */
final class PresentationJson {
    private PresentationJson() {}

    static Map<String, Object> of(PresentationResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answers", result.answers());
        json.put("of", result.of());
        json.put("tooLong", result.tooLong());
        json.put("sample", result.sample());
        json.put(
                "policies",
                result.policies().stream().map(PresentationJson::policy).toList());
        return json;
    }

    private static Map<String, Object> policy(Policy policy) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        policy.rows().forEach((id, row) -> metrics.put(id, row(row)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("policy", policy.id());
        json.put("label", policy.label());
        json.put("charactersPerSecond", policy.charactersPerSecond());
        json.put("metrics", metrics);
        return json;
    }

    private static Map<String, Object> row(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unit", row.unit().word());
        row.arrival().ifPresent(arrival -> json.put("arrival", spread(arrival)));
        json.put("visible", spread(row.visible()));
        return json;
    }

    private static Map<String, Object> spread(Spread spread) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mean", spread.mean());
        json.put("p50", spread.p50());
        json.put("p90", spread.p90());
        json.put("max", spread.max());
        return json;
    }
}
