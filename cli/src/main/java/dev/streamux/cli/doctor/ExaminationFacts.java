package dev.streamux.cli.doctor;

import dev.streamux.simulations.diagnosis.Advice;
import dev.streamux.simulations.diagnosis.Finding;
import dev.streamux.simulations.doctor.Examination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An examination as names and values for JSON. */
public final class ExaminationFacts {
    private ExaminationFacts() {}

    /** Verdict, how sure it is, and every finding with its evidence and the line that fixes it. */
    public static Map<String, Object> of(Examination examination) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("verdict", examination.verdict().word());
        root.put("certainty", examination.certainty().name().toLowerCase(Locale.ROOT));
        root.put("sureness", examination.sureness().level().word());
        root.put("surenessReason", examination.sureness().reason());
        root.put("delivery", findings(examination, examination.delivery()));
        root.put("further", findings(examination, examination.further()));
        root.put("server", examination.server());
        return root;
    }

    private static List<Map<String, Object>> findings(Examination examination, List<Finding> findings) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Finding finding : findings) {
            Advice advice = examination.advice(finding);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", finding.kind().word());
            one.put("title", finding.title());
            one.put("when", finding.condition().word());
            one.put("rule", finding.rule());
            finding.sizeBytes().ifPresent(bytes -> one.put("sizeBytes", bytes));
            finding.timerNanos().ifPresent(nanos -> one.put("timerMillis", nanos / 1e6));
            one.put("evidence", finding.evidence());
            one.put("likely", advice.likely());
            one.put("fix", advice.fix());
            all.add(one);
        }
        return all;
    }
}
