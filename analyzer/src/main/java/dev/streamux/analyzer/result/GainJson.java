package dev.streamux.analyzer.result;

import dev.streamux.analyzer.result.StreamingGain.Centre;
import dev.streamux.analyzer.result.StreamingGain.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/** The gain from streaming as it stands in {@code result.json}. */
final class GainJson {
    private GainJson() {}

    static Map<String, Object> of(StreamingGain gain) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        gain.rows().forEach((id, row) -> metrics.put(id, row(row)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("n", gain.n());
        json.put("against", "the same answers, each shown whole when its last character was there");
        json.put("metrics", metrics);
        return json;
    }

    private static Map<String, Object> row(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unit", row.unit().word());
        json.put("streamed", centre(row.streamed()));
        json.put("atOnce", centre(row.atOnce()));
        json.put("gain", centre(row.gain()));
        ResultWriter.putBounds(json, "gainInterval", row.gainInterval());
        row.share().ifPresent(share -> json.put("share", share));
        return json;
    }

    private static Map<String, Object> centre(Centre centre) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mean", centre.mean());
        json.put("p50", centre.p50());
        return json;
    }
}
