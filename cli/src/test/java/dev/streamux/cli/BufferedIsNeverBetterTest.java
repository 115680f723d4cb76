package dev.streamux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.RunAnalysis;
import dev.streamux.analyzer.comparison.Comparison;
import dev.streamux.analyzer.comparison.PlainWords;
import dev.streamux.analyzer.comparison.RunPair;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.reports.finding.Headline;
import dev.streamux.reports.html.HtmlReport;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.text.MarkdownReport;
import dev.streamux.reports.text.TextReport;
import dev.streamux.simulations.experiment.BudgetJudge;
import dev.streamux.simulations.experiment.Experiment;
import dev.streamux.simulations.scenario.read.ScenarioReader;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceWriter;
import dev.streamux.trace.run.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run in which a buffered arm has the better figures of a load tool: whole after 3.0 s instead of 3.3 s, and no gap at all
 * instead of 25 ms. No summary may say that it is the better one.
 */
class BufferedIsNeverBetterTest {
    private static final long MS = 1_000_000;
    private static final int TOKENS = 121;
    /** Words that praise, near the name of the arm. */
    private static final Pattern PRAISE = Pattern.compile(
            "(held|Held|json)[^|\\n.]{0,60}(is faster|is better|sooner|improves|wins|gains|costs least)");

    @TempDir
    private Path folder;

    private RunDirectory run;

    @BeforeEach
    void write() {
        run = RunDirectory.create(folder.resolve("run"));
        try (TraceWriter writer = TraceWriter.create(run.responses())) {
            for (int round = 0; round < 40; round++) {
                writer.write(answer("streamed", "sse", round, token -> 300 + 25L * token));
                writer.write(answer("held", "sse", round, token -> 3000));
                writer.write(answer("json", "json", round, token -> 3000));
            }
        }
    }

    private interface Arrival {
        long millis(int token);
    }

    private static ResponseTrace answer(String arm, String delivery, int round, Arrival arrival) {
        long start = round * 1000L * MS;
        Chunks.Builder chunks = Chunks.builder();
        int pieces = delivery.equals("json") ? 1 : TOKENS;
        for (int token = 0; token < pieces; token++) {
            chunks.add(start + (arrival.millis(token) + round % 3) * MS, 5 * TOKENS / pieces, 160);
        }
        return ResponseTrace.builder(arm + "-" + round)
                .arm(arm)
                .delivery(delivery)
                .route(arm.equals("held") ? "proxy/full" : "direct")
                .intendedNanos(start)
                .sentNanos(start)
                .headersNanos(start + MS)
                .endNanos(start + (arrival.millis(TOKENS - 1) + round % 3) * MS)
                .status(200)
                .text("word ".repeat(TOKENS))
                .chunks(chunks.build())
                .attribute("seed", Integer.toString(round))
                .attribute("round", Integer.toString(round))
                .build();
    }

    @Test
    void noComparisonPrefersIt() {
        RunResult result = RunAnalysis.analyze(run, AnalysisOptions.DEFAULTS);
        assertThat(result.comparisons())
                .hasSizeGreaterThan(8)
                .allSatisfy(one -> assertThat(one.verdict())
                        .as("%s of %s", one.metric(), one.candidate())
                        .isNotIn("faster", "better"));
        // The figures are there all the same, with the reason why they decide nothing.
        assertThat(result.comparisons())
                .filteredOn(one -> one.metric().equals("time-to-last-token"))
                .allSatisfy(one -> {
                    assertThat(one.shift()).isEqualTo(-300);
                    assertThat(one.verdict()).isEqualTo("incomparable");
                    assertThat(one.sentence()).contains("holds its text back");
                });
    }

    @Test
    void theOtherWayRoundTheStreamedArmIsNotWorse() {
        List<Comparison> comparisons = new RunPair(
                        List.of("longest-gap", "time-per-output-token", "time-to-last-token"), 0.95)
                .arms(run, List.of("held", "streamed"));
        assertThat(comparisons)
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(PlainWords.of(one)).doesNotContain("slower").doesNotContain("worse"));
    }

    @Test
    void noSummaryPraisesIt() throws java.io.IOException {
        RunResult result = RunAnalysis.analyze(run, AnalysisOptions.DEFAULTS);
        RunReport report = RunReport.of(run, result, AnalysisOptions.DEFAULTS);
        HtmlReport.write(report, run.report());
        Map<String, String> summaries = Map.of(
                "headline", Headline.of(result),
                "text", TextReport.of(report),
                "Markdown", MarkdownReport.of(report),
                "page", Files.readString(run.report()).replaceAll("<[^>]*>", " "),
                "answer", String.join("\n", experiment().answer()));
        assertThat(summaries).allSatisfy((name, summary) -> {
            assertThat(summary).as(name).contains("held");
            assertThat(PRAISE.matcher(summary).results().map(match -> match.group()))
                    .as(name)
                    .isEmpty();
        });
        // Its row has no gap to be proud of, and its verdict.
        assertThat(TextReport.table(result).lines().filter(line -> line.startsWith("held")))
                .singleElement()
                .asString()
                .doesNotContain(" 0 ms")
                .endsWith("buffered");
    }

    private Experiment experiment() {
        return Experiment.of(ScenarioReader.parse("""
                        name: x
                        arms: [{name: streamed}, {name: held, route: proxy/full}, {name: json, delivery: json}]
                        load: {open: {rate-per-second: 1}}
                        """, Path.of("x.yaml")), run, BudgetJudge.AS_OBSERVED);
    }
}
