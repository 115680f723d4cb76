package dev.streamux.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.streamux.analyzer.AnalysisOptions;
import dev.streamux.analyzer.RunAnalysis;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.analyzer.result.RunResult;
import dev.streamux.cli.ExitCodes;
import dev.streamux.cli.simulation.ScenarioFileSimulation;
import dev.streamux.simulations.launch.RunLauncher;
import dev.streamux.simulations.scenario.read.Changes;
import dev.streamux.simulations.scenario.read.ScenarioReader;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.run.RunDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario played by {@code ./streamux run}, once, seen from all sides; among them Gatling's own report of the same run. */
class ScenarioRunIT {
    private static final Pattern NAME = Pattern.compile("class=\"ellipsed-name\">([^<]*)<");
    private static final Pattern CELL = Pattern.compile("<td class=\"value [^\"]*\">([^<]*)</td>");

    @TempDir
    private static Path folder;

    private static RunDirectory run;
    private static RunResult result;
    private static String printed;
    private static int code;
    private static Map<String, List<String>> gatling;

    @BeforeAll
    static void play() throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), """
                # Is the cut one seen?
                name: s
                arms: [{name: well}, {name: cut, fault: truncate; after=50%}]
                load: {open: {spacing: constant, rate-per-second: 20}}
                phases: {warmup: 2s, measure: 3s, cooldown: 1s}
                answers: {tokens: 20, ttft: 50ms, itl: 5ms}
                budgets: [time-to-first-visible-text p95 < 10s, failed-share < 1%]
                """);
        run = RunDirectory.create(folder.resolve("run"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        code = new ScenarioRun(
                        ScenarioReader.read(file),
                        run,
                        new RunLauncher.Launch(
                                ScenarioFileSimulation.class.getName(),
                                file,
                                Changes.NONE,
                                "test",
                                List.of("run"),
                                false),
                        new ScenarioRun.Surroundings(
                                0, true, new PrintStream(out, true, StandardCharsets.UTF_8), false))
                .play();
        printed = out.toString(StandardCharsets.UTF_8);
        result = RunAnalysis.analyze(run, AnalysisOptions.DEFAULTS);
        gatling = statistics(Files.readString(run.gatling().resolve("index.html")));
    }

    /** The rows of the statistics table: group and row, cells (total, OK, KO, …, min, three quantiles, p99, max, mean, …). */
    private static Map<String, List<String>> statistics(String page) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        String group = "";
        for (String row : page.split("<tr id=\"", -1)) {
            Matcher name = NAME.matcher(row);
            if (!name.find()) {
                continue;
            }
            if (row.startsWith("group_")) {
                group = name.group(1);
            } else if (row.startsWith("req_")) {
                List<String> cells = new ArrayList<>();
                CELL.matcher(row).results().forEach(cell -> cells.add(cell.group(1)));
                rows.put(group + " / " + name.group(1), cells);
            }
        }
        return rows;
    }

    private static ArmResult arm(String name) {
        return result.arms().stream()
                .filter(arm -> arm.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> row(String name) {
        return gatling.getOrDefault(name, List.of());
    }

    private static List<String> counts(String name) {
        return row(name).subList(0, 3);
    }

    @Test
    void gatlingCountsWhatWeCount() {
        // 20 a second for 3 s, the arms in turn.
        assertThat(counts("well / stream")).containsExactly("30", "30", "0");
        assertThat(counts("well / TTFT")).containsExactly("30", "30", "0");
        // A truncated stream is no success in any row.
        assertThat(gatling.keySet()).filteredOn(row -> row.startsWith("cut /")).containsExactly("cut / stream");
        assertThat(counts("cut / stream")).containsExactly("30", "0", "30");
        assertThat(arm("well").complete()).isEqualTo(30);
        assertThat(arm("cut").outcomes()).containsEntry(Outcome.TRUNCATED, 30L);
        assertThat(gatling).containsKeys("well (warmup) / stream", "well (cooldown) / stream");
    }

    @Test
    void gatlingsTimesAreOursToTheMillisecond() {
        agree("TTFT", "time-to-first-visible-text");
        agree("longest gap", "longest-gap");
        agree("stream", "response-time");
    }

    private static void agree(String row, String metric) {
        List<String> cells = row("well / " + row);
        Map<Integer, String> statistics = Map.of(5, "min", 10, "max", 11, "mean");
        statistics.forEach((cell, statistic) -> assertThat(Double.parseDouble(cells.get(cell)))
                .as("%s %s of %s", row, statistic, cells)
                .isCloseTo(arm("well").statistic(metric, statistic).orElseThrow(), within(1.0)));
    }

    @Test
    void theAnswerAndTheVerdictsAreTheLastThatIsSaid() {
        assertThat(printed)
                .contains("Is the cut one seen?")
                .contains("  Yes: all 30 broken answers ended as what they are, none as a success: 30"
                        + " truncated (cut). Of 30 answers without a fault 30 completed.")
                .contains("BROKEN");
        // On a machine that is too busy the run says so instead.
        assertThat(code).isIn(ExitCodes.GATE_FAILED, ExitCodes.INCONCLUSIVE);
    }

    @Test
    void ourPageLinksGatlings() throws IOException {
        assertThat(Files.readString(run.report())).contains("href=\"gatling/index.html\"");
        assertThat(run.gatling().resolve("index.html")).exists();
    }
}
