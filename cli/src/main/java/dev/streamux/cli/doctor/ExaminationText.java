package dev.streamux.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streamux.simulations.diagnosis.Advice;
import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.doctor.Examination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An examination for people and for programs. */
public final class ExaminationText {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ExaminationText() {}

    /** Plain text, the answer first. */
    public static String plain(Examination examination) {
        List<String> lines = new ArrayList<>();
        lines.add(examination.target() + ": " + sentence(examination));
        lines.add("(" + examination.certainty().text() + "; "
                + examination.sureness().level().word() + ": "
                + examination.sureness().reason() + ")");
        examination.delivery().forEach(finding -> add(lines, examination, finding));
        if (!examination.further().isEmpty()) {
            lines.add("");
            lines.add("Also found:");
            examination.further().forEach(finding -> add(lines, examination, finding));
        }
        lines.add("");
        examination.facts().forEach((name, value) -> lines.add("  " + name + ": " + value));
        return String.join("\n", lines) + "\n";
    }

    private static String sentence(Examination examination) {
        return switch (examination.verdict()) {
            case STREAMED -> "text reaches the reader as it is written.";
            case HELD_BACK ->
                examination.delivery().get(0).kind().isDeliveredLive()
                        ? "text is held back once the client offers gzip, as every browser does."
                        : "text is held back on its way to the reader.";
            case INCONCLUSIVE -> "no verdict.";
            case UNREACHABLE -> "nobody answers.";
        };
    }

    private static void add(List<String> lines, Examination examination, Finding finding) {
        Advice advice = examination.advice(finding);
        lines.add("");
        String when = finding.condition().text();
        lines.add("- " + finding.title() + (when.isEmpty() ? "" : ", " + when) + " (rule " + finding.rule() + ")");
        lines.add("  evidence: " + finding.evidence());
        if (!finding.kind().isInconclusive() && !"-".equals(advice.likely())) {
            lines.add("  likely:   " + advice.likely());
            lines.add("  fix:      " + advice.fix());
        }
    }

    /** One JSON object with the same content. */
    public static String json(Examination examination) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("schema", "streamux-doctor/1");
        root.put("target", examination.target());
        root.putAll(ExaminationFacts.of(examination));
        root.put("facts", examination.facts());
        try {
            return MAPPER.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings can always be written", e);
        }
    }
}
