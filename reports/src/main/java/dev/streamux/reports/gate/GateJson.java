package dev.streamux.reports.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streamux.analyzer.gate.run.Proof;
import dev.streamux.analyzer.gate.verdict.BaselineRun;
import dev.streamux.analyzer.gate.verdict.Evidence;
import dev.streamux.analyzer.gate.verdict.GateResult;
import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.Look;
import dev.streamux.analyzer.gate.verdict.NoiseFloor;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.analyzer.stats.Bounds;
import dev.streamux.analyzer.stats.Bounds.Interval;
import dev.streamux.analyzer.stats.Bounds.Refused;
import dev.streamux.reports.words.Escape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code gate.json}, schema {@value #SCHEMA}: the same result gives the same bytes. */
public final class GateJson {
    /** The schema that this version writes. */
    public static final String SCHEMA = "streamux-gate/1";

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private GateJson() {}

    /** The text of the file, with a line break at its end. */
    public static String of(GateReport report) {
        GateResult result = report.result();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", SCHEMA);
        root.put("run", report.run());
        result.baseline().ifPresent(baseline -> {
            root.put("baseline", baseline.path());
            root.put("baselineRun", baseline(baseline));
        });
        root.put("verdict", result.verdict().word());
        root.put("exitCode", report.exitCode());
        root.put("confidence", result.confidence());
        result.look().ifPresent(look -> root.put("look", look(look, result)));
        Map<String, Object> counts = new LinkedHashMap<>();
        for (GateVerdict verdict : GateVerdict.values()) {
            counts.put(verdict.word(), result.with(verdict).size());
        }
        root.put("counts", counts);
        root.put("outcomes", result.outcomes().stream().map(GateJson::outcome).toList());
        root.put("controls", result.controls().stream().map(GateJson::control).toList());
        Map<String, Object> selfCheck = new LinkedHashMap<>();
        selfCheck.put("valid", result.selfCheck().valid());
        selfCheck.put("reasons", result.selfCheck().reasons());
        selfCheck.put("figures", result.selfCheck().figures());
        root.put("selfCheck", selfCheck);
        root.put("notes", result.notes());
        if (!report.proofs().isEmpty()) {
            root.put("proofs", report.proofs().stream().map(GateJson::proof).toList());
        }
        try {
            return Escape.json(MAPPER.writeValueAsString(root)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain maps were not written", e);
        }
    }

    private static Map<String, Object> baseline(BaselineRun baseline) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", baseline.path());
        baseline.startedAt().ifPresent(time -> json.put("startedAt", time));
        json.put("comparable", baseline.objections().isEmpty());
        json.put("differences", baseline.differences());
        json.put("distrust", baseline.distrust());
        json.put("text", baseline.text());
        return json;
    }

    private static Map<String, Object> look(Look look, GateResult result) {
        boolean early = GateWords.isEarly(look, result);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", look.number());
        json.put("most", look.most());
        json.put("early", early);
        json.put("decidedBy", early ? GateWords.decisive(result) : List.of());
        json.put("text", GateWords.look(look, result));
        return json;
    }

    private static Map<String, Object> outcome(RuleOutcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", outcome.rule().id());
        json.put("text", outcome.rule().text());
        json.put("origin", outcome.rule().origin());
        json.put("arm", outcome.arm());
        json.put("severity", outcome.rule().severity().word());
        outcome.rule().quarantine().ifPresent(quarantine -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("until", quarantine.until().toString());
            entry.put("reason", quarantine.reason());
            json.put("quarantine", entry);
        });
        json.put("counts", outcome.rule().counts());
        json.put("verdict", outcome.verdict().word());
        json.put("message", outcome.explanation());
        outcome.evidence().ifPresent(evidence -> json.put("evidence", evidence(evidence)));
        return json;
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("quantity", evidence.quantity());
        json.put("unit", evidence.unit().word());
        json.put("value", evidence.value());
        putBounds(json, evidence.bounds());
        json.put("limit", evidence.limit());
        json.put("n", evidence.n());
        evidence.decidedBy().ifPresent(bound -> json.put("decidedBy", bound));
        return json;
    }

    private static Map<String, Object> control(NoiseFloor floor) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("metric", floor.metric());
        json.put("how", floor.how());
        json.put("ratio", floor.ratio().value());
        putBounds(json, floor.ratio().bounds());
        json.put("observed", floor.observed());
        json.put("proven", floor.proven());
        return json;
    }

    private static void putBounds(Map<String, Object> json, Bounds bounds) {
        if (bounds instanceof Interval interval) {
            json.put("bounds", List.of(interval.low(), interval.high()));
        } else {
            json.put("boundsAbsent", ((Refused) bounds).reason());
        }
    }

    private static Map<String, Object> proof(Proof proof) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", proof.rule());
        json.put("arm", proof.arm());
        json.put("harm", proof.harm());
        json.put("fires", proof.fires());
        json.put("message", proof.message());
        return json;
    }
}
