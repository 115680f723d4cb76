package dev.streamux.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streamux.simulations.diagnosis.Advice;
import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.doctor.Examination;
import dev.streamux.simulations.doctor.Examination.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        lines.add("(" + examination.certainty().text() + ")");
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
        lines.add("- " + finding.title() + " (rule " + finding.rule() + ")");
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
        root.put("verdict", word(examination.verdict()));
        root.put("certainty", examination.certainty().name().toLowerCase(Locale.ROOT));
        root.put("delivery", findings(examination, examination.delivery()));
        root.put("further", findings(examination, examination.further()));
        root.put("facts", examination.facts());
        root.put("server", examination.server());
        try {
            return MAPPER.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of strings can always be written", e);
        }
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Map<String, Object>> findings(Examination examination, List<Finding> findings) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Finding finding : findings) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", finding.kind().word());
            one.put("title", finding.title());
            one.put("rule", finding.rule());
            finding.sizeBytes().ifPresent(bytes -> one.put("sizeBytes", bytes));
            finding.timerNanos().ifPresent(nanos -> one.put("timerMillis", nanos / 1e6));
            one.put("evidence", finding.evidence());
            one.put("likely", examination.advice(finding).likely());
            one.put("fix", examination.advice(finding).fix());
            all.add(one);
        }
        return all;
    }
}
