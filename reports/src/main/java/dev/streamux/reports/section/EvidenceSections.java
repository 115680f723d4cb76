package dev.streamux.reports.section;

import dev.streamux.analyzer.catalog.AgreedMetrics;
import dev.streamux.analyzer.catalog.MetricCatalog;
import dev.streamux.analyzer.metric.MetricInfo;
import dev.streamux.reports.annex.SelfTestEvidence;
import dev.streamux.reports.page.Section;
import dev.streamux.reports.page.Table;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.words.Amounts;
import dev.streamux.reports.words.Escape;
import dev.streamux.reports.words.Sentence;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.SelfCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of the page that say how far to believe the others. */
public final class EvidenceSections {
    private static final int LONGEST_VALUE = 400;
    private static final Map<String, String> VERDICTS = verdicts();

    private static Map<String, String> verdicts() {
        Map<String, String> verdicts = new LinkedHashMap<>();
        verdicts.put("streamed", "The text comes as it is written: small pieces, evenly over the whole answer.");
        verdicts.put(
                "coalesced",
                "The text comes in lumps: something on the way collects several pieces, in a buffer or by a timer, and"
                        + " passes them on together.");
        verdicts.put("buffered", "The text comes all at once at the end: something on the way kept it back.");
        return verdicts;
    }

    private EvidenceSections() {}

    /** Self-check and self-test, environment, method and glossary. */
    public static List<Section> of(RunReport report) {
        List<Section> sections = new ArrayList<>();
        sections.add(selfCheck(report));
        report.manifest().ifPresent(manifest -> sections.add(environment(manifest)));
        sections.add(method(report));
        sections.add(glossary());
        return sections;
    }

    private static Section selfCheck(RunReport report) {
        SelfCheck check = report.result().selfCheck();
        List<List<String>> rows = check.figures().entrySet().stream()
                .map(entry -> List.of(entry.getKey(), Amounts.trimmed(entry.getValue(), 3)))
                .toList();
        String words = rows.isEmpty()
                ? "The harness did not measure itself in this run, so nothing speaks for its clock or against it."
                : check.valid()
                        ? "Every figure of the harness itself is within its limit."
                        : "A figure of the harness itself is beyond its limit: " + String.join("; ", check.reasons())
                                + ". Do not draw conclusions from this run.";
        List<String> paragraphs = new ArrayList<>(List.of(words));
        report.annex().selfTest().ifPresent(selfTest -> paragraphs.add(selfTest(selfTest)));
        List<Table> tables = rows.isEmpty()
                ? List.of()
                : List.of(Table.prose(
                        "What the harness measured of itself; the name says the unit",
                        List.of("figure", "value"),
                        rows));
        return new Section(
                "self-check",
                "Can this run be trusted?",
                paragraphs.stream().map(Escape::line).toList(),
                List.of(),
                tables);
    }

    private static String selfTest(SelfTestEvidence selfTest) {
        String worst = selfTest.worstMillis().isPresent()
                ? " The largest error of a time was " + Amounts.time(selfTest.worstMillis()) + "; "
                        + Amounts.time(selfTest.limitMillis()) + " is allowed."
                : "";
        String head = "Just before the run the client read " + Amounts.count(selfTest.shapes())
                + " streams whose truth is known";
        return selfTest.faults().isEmpty()
                ? head + ", all of them right." + worst
                : head + ". " + selfTest.verdict() + ": " + String.join("; ", selfTest.faults()) + "." + worst;
    }

    private static Section environment(RunManifest manifest) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("streamux", manifest.toolVersion()));
        rows.add(List.of("command", String.join(" ", manifest.command())));
        rows.add(List.of("started at", manifest.startedAt()));
        rows.add(List.of("seed", String.valueOf(manifest.seed())));
        rows.add(List.of("went to its end", manifest.complete() ? "yes" : "no"));
        flatten("machine", manifest.machine(), rows);
        flatten("scenario", manifest.scenario(), rows);
        return Section.of(
                "environment",
                "What was run, and where",
                "Enough to run it again.",
                Table.prose("From run.json", List.of("what", "value"), rows));
    }

    private static void flatten(String name, Object value, List<List<String>> rows) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(name + "." + key, inner, rows));
        } else {
            String text = String.valueOf(value);
            rows.add(List.of(name, Sentence.shortened(text, LONGEST_VALUE)));
        }
    }

    private static Section method(RunReport report) {
        List<List<String>> rows = report.result().options().entrySet().stream()
                .map(entry -> List.of(entry.getKey(), String.valueOf(entry.getValue())))
                .toList();
        List<String> paragraphs = List.of(
                "Every time counts from the moment the question was meant to be sent, so a harness that is late cannot"
                        + " flatter the system under test. Only complete answers of the measured phase enter the"
                        + " distributions; the others are counted. Percentiles are R-7; an interval that the sample"
                        + " cannot carry is refused, not guessed.",
                "The typical answer of an arm is the one with the median reader wait, or where all arms answered the"
                        + " same questions, the one to a question whose answers are nearest to it in all of them. Long answers, long runs and many"
                        + " arms are thinned for the pictures, never for the numbers: at most "
                        + Amounts.count(RunReport.MOST_REPLAYED_CHARACTERS) + " characters and "
                        + Amounts.count(RunReport.MOST_REPLAYED_STEPS) + " steps of an answer are replayed.");
        return new Section(
                "method",
                "How it was computed",
                paragraphs,
                List.of(),
                List.of(Table.prose("Constants that the numbers depend on", List.of("constant", "value"), rows)));
    }

    private static Section glossary() {
        List<List<String>> rows = new ArrayList<>();
        VERDICTS.forEach((word, meaning) -> rows.add(List.of(word, meaning, "", "")));
        // With all metrics it would be the longest section of the page.
        AgreedMetrics.IDS.forEach(id -> {
            MetricInfo info = MetricCatalog.require(id).info();
            rows.add(List.of(
                    info.label(),
                    info.meaning(),
                    info.formula(),
                    info.direction().words()));
        });
        return Section.of(
                "glossary",
                "Glossary",
                "What the main numbers mean. streamux explain has every metric.",
                Table.prose("Verdicts and metrics", List.of("word", "meaning", "formula", "direction"), rows));
    }
}
