package dev.streamux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceReader;
import dev.streamux.trace.file.TraceWriter;
import dev.streamux.trace.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands over traces, as a newcomer types them. */
class AnalysisCommandsTest {
    private static final long MS = 1_000_000;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        return commandLine.execute(arguments);
    }

    /** A streamed answer, one of a tool call only, one of reasoning only, one cut, one rejected, one without a target. */
    private List<ResponseTrace> everyKind() {
        ResponseTrace streamed = answer("streamed", "**Hi** there", 100, 200, 300);
        return List.of(
                streamed,
                ResponseTrace.builder("tool-call").endNanos(300 * MS).text("").build(),
                ResponseTrace.builder("reasoning")
                        .endNanos(300 * MS)
                        .text("")
                        .reasoning("Hm")
                        .reasoningChunks(Chunks.builder().add(50 * MS, 2, 90).build())
                        .build(),
                streamed.toBuilder().outcome(Outcome.TRUNCATED).error("cut").build(),
                ResponseTrace.builder("rejected")
                        .outcome(Outcome.REJECTED)
                        .status(429)
                        .error("too many requests")
                        .build(),
                ResponseTrace.builder("nobody")
                        .outcome(Outcome.UNREACHABLE)
                        .status(0)
                        .error("connection refused")
                        .build());
    }

    private static ResponseTrace answer(String id, String text, long... millis) {
        Chunks.Builder chunks = Chunks.builder();
        int share = text.length() / millis.length;
        for (int i = 0; i < millis.length; i++) {
            chunks.add(millis[i] * MS, i + 1 < millis.length ? share : text.length() - i * share, 60);
        }
        return ResponseTrace.builder(id)
                .endNanos(millis[millis.length - 1] * MS)
                .text(text)
                .chunks(chunks.build())
                .build();
    }

    private Path trace(String name, List<ResponseTrace> responses) {
        Path file = folder.resolve(name);
        try (TraceWriter writer = TraceWriter.create(file)) {
            responses.forEach(writer::write);
        }
        return file;
    }

    @Test
    void everyAbsentValueHasItsReasonInTableCsvAndJson() throws IOException {
        Path file = trace("responses.jsonl", everyKind());
        Path csv = folder.resolve("out.csv");
        Path json = folder.resolve("result.json");
        assertThat(run("analyze", file.toString(), "--per-response", csv.toString(), "--result", json.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("3 complete, 1 truncated, 1 rejected, 1 unreachable")
                .containsPattern("reader-wait \\(ms\\) +1 .*absent 2: no-visible-text")
                .containsPattern("time-to-first-token \\(ms\\) +2 .*absent 1: no-text")
                .contains("no interval: ")
                .contains("n = 1, p50 needs 6")
                .contains("gain from streaming, against the same 1 answers shown whole when complete");
        List<String> rows = Files.readAllLines(csv);
        int columns = rows.get(0).split(",", -1).length;
        assertThat(rows).hasSize(7).allSatisfy(row -> {
            List<String> cells = List.of(row.split(",", -1));
            assertThat(cells).hasSize(columns);
            long empty = cells.subList(6, columns - 1).stream()
                    .filter(String::isEmpty)
                    .count();
            if (!row.startsWith("id,")) {
                assertThat(cells.get(columns - 1).split(" ")).as(row).hasSize((int) empty);
            }
        });
        assertThat(rows.get(6)).contains("reader-wait:not-complete");
        assertThat(Files.readString(json)).contains("\"no-visible-text\" : 2").contains("\"presentations\"");
    }

    @Test
    void aTraceOfFailuresOnlyIsAnalysedAndInventsNothing() {
        Path file = trace("failed.jsonl", everyKind().subList(3, 6));
        assertThat(run("analyze", file.toString(), "--presentations")).isZero();
        assertThat(out.toString())
                .contains("1 truncated, 1 rejected, 1 unreachable")
                .contains("as shown: no complete answer has its text recorded")
                .doesNotContain("NaN")
                .doesNotContain("delivery: ");
        assertThat(run("analyze", file.toString(), "--json")).isZero();
        assertThat(out.toString()).doesNotContain("NaN").doesNotContain("modelledSlowShare\"");
    }

    @Test
    void anEmptyTraceSaysThatNothingWasMeasured() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.jsonl"));
        assertThat(run("analyze", file.toString())).isZero();
        assertThat(out.toString()).contains("no response of the phase measure");
    }

    @Test
    void whatBlocksCostIsPrintedBesideTheArrival() {
        Path file = trace("blocks.jsonl", List.of(answer("a", "one long paragraph of text", 100, 2000, 4000)));
        assertThat(run("analyze", file.toString(), "--presentations")).isZero();
        assertThat(out.toString())
                .contains("arm default, as shown, medians of 1 of 1 answers")
                .containsPattern("on arrival +100\\.0")
                .containsPattern("markdown-by-block +4000\\.0");
    }

    @Test
    void exportThereAndBackLosesNothing() throws IOException {
        Path lines = trace("responses.jsonl", everyKind());
        Path compact = folder.resolve("responses.sux");
        Path back = folder.resolve("back.jsonl");
        assertThat(run("export", lines.toString(), compact.toString())).isZero();
        assertThat(run("export", compact.toString(), back.toString())).isZero();
        assertThat(back).hasSameTextualContentAs(lines);
        assertThat(run("export", lines.toString(), folder.resolve("x.txt").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("ends in neither .jsonl nor .sux");
        assertThat(run("export", lines.toString(), lines.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is the file that is read");
        assertThat(run(
                        "export",
                        lines.toString(),
                        folder.resolve("no/such/x.sux").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("its folder does not exist").doesNotContain("\tat ");
    }

    @Test
    void exportWithoutTextMakesMetricsOfTheTextAbsentAndNotZero() {
        Path lines = trace("responses.jsonl", everyKind());
        Path bare = folder.resolve("bare.jsonl");
        assertThat(run("export", lines.toString(), bare.toString(), "--no-text"))
                .isZero();
        assertThat(run("analyze", bare.toString())).isZero();
        assertThat(out.toString()).containsPattern("markdown-churn +0 .*absent 1: text-not-recorded");
    }

    @Test
    void mergeKeepsAllResponsesAndRefusesADirectoryThatHoldsARun() {
        Path one = runDirectory("one");
        Path two = runDirectory("two");
        Path both = folder.resolve("both");
        assertThat(run("merge", one.toString(), two.toString(), "--out", both.toString()))
                .isZero();
        assertThat(out.toString()).contains("12 responses of 2 runs");
        assertThat(TraceReader.responses(new RunDirectory(both).responses())).hasSize(12);
        assertThat(run("merge", one.toString(), two.toString(), "--out", both.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("holds a run already");
        assertThat(run("merge", one.toString(), folder.resolve("none").toString(), "--out", "x"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("is not a run directory");
        assertThat(run(
                        "merge",
                        one.toString(),
                        one.toString(),
                        "--out",
                        folder.resolve("twice").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("is named twice");
    }

    private Path runDirectory(String name) {
        RunDirectory run = RunDirectory.create(folder.resolve(name));
        try (TraceWriter writer = TraceWriter.create(run.responses())) {
            everyKind().forEach(writer::write);
        }
        return run.path();
    }

    @Test
    void ratingsThatNameTheirRatersHaveIntervalsByRater() throws IOException {
        // 12 raters: the even ones call everything slow from 0.5 s on, the odd ones from 4 s on.
        StringBuilder csv = new StringBuilder("rater,wait-ms,slow\n");
        for (int rater = 0; rater < 12; rater++) {
            for (int wait : new int[] {250, 500, 1000, 2000, 4000, 8000}) {
                boolean slow = wait >= (rater % 2 == 0 ? 500 : 4000);
                csv.append("r" + rater + "," + wait + "," + (slow ? "yes" : "no") + "\n");
            }
        }
        Path ratings = Files.writeString(folder.resolve("raters.csv"), csv);
        Path constants = folder.resolve("by-rater.json");
        assertThat(run("calibrate", ratings.toString(), "--out", constants.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("ratings     72 by 12 raters, of waits from 0.25 to 8.0 s")
                .contains("as if each rating came from another person: T50 from ")
                .contains("a guide, no proof");
        assertThat(constants).content().contains("\"raters\" : 12");
        Path trace = trace("rated.jsonl", everyKind());
        assertThat(run("analyze", trace.toString(), "--calibration", constants.toString(), "--json"))
                .isZero();
        assertThat(out.toString())
                .contains("72 ratings by 12 raters of waits")
                .contains("raters are independent of one");
        Files.writeString(ratings, csv + ",1000,yes\n");
        assertThat(run("calibrate", ratings.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("raters.csv:74: the rater is blank").doesNotContain("\tat ");
    }

    @Test
    void aCalibrationIsWrittenAndReadBackAndNamedInTheResult() throws IOException {
        Path ratings = Files.writeString(
                folder.resolve("ratings.csv"),
                "wait-seconds,ratings,slow\n0.18,100,22\n0.5,100,37\n1,100,48\n2,100,60\n3.2,100,68\n8,100,81\n");
        Path constants = folder.resolve("calibration.json");
        assertThat(run("calibrate", ratings.toString(), "--out", constants.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("T50         1.09038 s")
                .contains("beta        0.70829, standard error 0.0")
                .contains("G = ")
                .contains("no sign of a misfit");
        Path file = trace("responses.jsonl", everyKind());
        assertThat(run("analyze", file.toString(), "--json", "--calibration", constants.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("\"modelId\" : \"loglogistic-ratings-v1\"")
                .contains("600 ratings of waits from 0.18 to 8.0 s")
                .contains("\"slowShareModel\" : \"loglogistic-ratings-v1\"");
    }

    @Test
    void whatIsNoCalibrationIsRefusedWithTheWayOut() throws IOException {
        String trace = trace("responses.jsonl", everyKind()).toString();
        Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"t50Seconds\":1}");
        assertThat(run("analyze", trace, "--calibration", wrong.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("schema is \"\"").contains("streamux calibrate --out");
        Path half = Files.writeString(
                folder.resolve("half.json"), "{\"schema\":\"streamux-calibration/1\",\"t50Seconds\":1}");
        assertThat(run("analyze", trace, "--calibration", half.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("the key \"beta\" is missing");
        assertThat(run("analyze", trace, "--calibration", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("none does not exist; name a file of streamux calibrate --out");
    }

    @Test
    void ratingsThatCannotCarryACurveAreRefused() throws IOException {
        Path none = Files.writeString(folder.resolve("none.csv"), "wait-seconds,slow\n");
        assertThat(run("calibrate", none.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("two are needed");
        Path words = Files.writeString(folder.resolve("words.csv"), "wait-seconds,slow\n1,perhaps\n");
        assertThat(run("calibrate", words.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("words.csv:2").contains("it must be yes or no");
        assertThat(run("calibrate", folder.resolve("gone.csv").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("gone.csv does not exist");
    }

    @Test
    void explainHasEveryMetricAndAllOfIt() {
        assertThat(run("explain")).isZero();
        assertThat(out.toString()).contains("gain-reader-wait").contains("stall-count-200");
        for (String line : out.toString().lines().toList()) {
            String id = line.split(" ", 2)[0];
            assertThat(run("explain", id)).as(id).isZero();
            assertThat(out.toString()).contains("formula ", "unit ", "gate ", "source ");
        }
    }
}
