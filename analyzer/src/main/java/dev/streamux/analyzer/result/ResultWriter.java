package dev.streamux.analyzer.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streamux.analyzer.delivery.DeliveryVerdict;
import dev.streamux.analyzer.perception.ModelledSlowShare;
import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.run.SelfCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code result.json}: the same result gives the same bytes. What is absent has no key, or its reason. */
public final class ResultWriter {
    // The shortest form of a double, which is not the same in all JDKs unless Jackson writes it.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ResultWriter() {}

    /**
     * Writes the file whole, never half.
     *
     * @throws InvalidInputException if it cannot be written
     */
    public static void write(RunResult result, Path file) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.writeString(temporary, toJson(result));
            Files.move(temporary, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw InvalidInputException.unwritable(file, e);
        }
    }

    /** The file's text, with a newline at its end. */
    public static String toJson(RunResult result) {
        try {
            return new String(MAPPER.writeValueAsBytes(root(result)), StandardCharsets.UTF_8).replace("\r\n", "\n")
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result cannot be written as JSON", e);
        }
    }

    private static Map<String, Object> root(RunResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", RunResult.SCHEMA);
        json.put("options", result.options());
        json.put("phases", result.phases());
        json.put("lostResponses", result.lostResponses());
        json.put("arms", result.arms().stream().map(ResultWriter::arm).toList());
        json.put(
                "comparisons",
                result.comparisons().stream().map(ResultWriter::comparison).toList());
        json.put("selfCheck", selfCheck(result.selfCheck()));
        return json;
    }

    private static Map<String, Object> arm(ArmResult arm) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", arm.name());
        json.put("route", arm.route());
        json.put("delivery", arm.delivery());
        Map<String, Long> outcomes = new LinkedHashMap<>();
        arm.outcomes().forEach((outcome, count) -> outcomes.put(outcome.word(), count));
        json.put("outcomes", outcomes);
        Map<String, Object> metrics = new LinkedHashMap<>();
        arm.metrics().forEach((id, summary) -> metrics.put(id, summary(summary)));
        json.put("metrics", metrics);
        arm.deliveryVerdict().ifPresent(verdict -> json.put("deliveryVerdict", verdict(verdict)));
        arm.modelledSlowShare().ifPresent(share -> json.put("modelledSlowShare", slowShare(share)));
        arm.gainFromStreaming().ifPresent(gain -> json.put("gainFromStreaming", GainJson.of(gain)));
        arm.presentations().ifPresent(shown -> json.put("presentations", PresentationJson.of(shown)));
        return json;
    }

    private static Map<String, Object> summary(MetricSummary summary) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unit", summary.unit().word());
        json.put("n", summary.n());
        json.put("absent", summary.absent());
        summary.distribution().ifPresent(values -> {
            json.put("mean", values.mean());
            json.put("min", values.min());
            json.put("p50", values.p50());
            json.put("p75", values.p75());
            json.put("p90", values.p90());
            json.put("p95", values.p95());
            json.put("p99", values.p99());
            json.put("max", values.max());
        });
        if (!summary.exact()) {
            json.put("exact", false);
        }
        Map<String, Object> intervals = new LinkedHashMap<>();
        Map<String, String> refused = new LinkedHashMap<>();
        summary.ci().forEach((name, bounds) -> {
            if (bounds instanceof Bounds.Interval interval) {
                intervals.put(name, List.of(interval.low(), interval.high()));
            } else if (bounds instanceof Bounds.Refused reason) {
                refused.put(name, reason.reason());
            }
        });
        json.put("ci", intervals);
        json.put("ciAbsent", refused);
        return json;
    }

    private static Map<String, Object> verdict(DeliveryVerdict verdict) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("verdict", verdict.kind().word());
        Map<String, Long> responses = new LinkedHashMap<>();
        verdict.responses().forEach((kind, count) -> responses.put(kind.word(), count));
        json.put("responses", responses);
        json.put("evidence", verdict.evidence());
        json.put("reason", verdict.reason());
        return json;
    }

    private static Map<String, Object> slowShare(ModelledSlowShare share) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("share", share.share());
        json.put("modelId", share.modelId());
        json.put("calibration", share.calibration());
        json.put("assumptions", share.assumptions());
        json.put("interval", List.of(share.interval().low(), share.interval().high()));
        json.put(
                "structuralEnvelope",
                List.of(
                        share.structuralEnvelope().low(),
                        share.structuralEnvelope().high()));
        json.put("kappaSensitivity", share.kappaSensitivity());
        json.put("bufferedShare", share.bufferedShare());
        json.put("gain", share.gain());
        return json;
    }

    private static Map<String, Object> comparison(ComparisonResult comparison) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("baseline", comparison.baseline());
        json.put("candidate", comparison.candidate());
        json.put("metric", comparison.metric());
        json.put("paired", comparison.paired());
        json.put("n", comparison.n());
        json.put("ratio", comparison.ratio());
        putBounds(json, "ratioInterval", comparison.ratioInterval());
        json.put("shift", comparison.shift());
        putBounds(json, "shiftInterval", comparison.shiftInterval());
        json.put("cliffsDelta", comparison.cliffsDelta());
        json.put("verdict", comparison.verdict());
        json.put("sentence", comparison.sentence());
        return json;
    }

    static void putBounds(Map<String, Object> json, String key, Bounds bounds) {
        if (bounds instanceof Bounds.Interval interval) {
            json.put(key, List.of(interval.low(), interval.high()));
        } else if (bounds instanceof Bounds.Refused refused) {
            json.put(key + "Absent", refused.reason());
        }
    }

    private static Map<String, Object> selfCheck(SelfCheck check) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("valid", check.valid());
        json.put("reasons", check.reasons());
        json.put("figures", check.figures());
        return json;
    }
}
