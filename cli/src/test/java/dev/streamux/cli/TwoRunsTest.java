package dev.streamux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands that take two runs or make some, from their command line: a good case, runs that do not fit, bad arguments. */
class TwoRunsTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path base = Path.of("");
    private Path slower = Path.of("");

    @BeforeEach
    void makeRuns() {
        base = PaperRuns.run(folder.resolve("base"), 2, Map.of("only", 300));
        slower = PaperRuns.run(folder.resolve("slower"), 2, Map.of("only", 450));
    }

    @Test
    void compareRunsSaysWhatIsSlower() {
        assertThat(execute("compare-runs", base, slower, "--metric", "reader-wait"))
                .isZero();
        assertThat(out.toString())
                .startsWith("SLOWER  reader-wait: only of " + slower + " is slower than only of " + base + ", +150 ms")
                .contains("40 pairs");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void compareRunsTellsWhatElseDiffersAndRefusesWhatCannotBe() {
        Path elsewhere = PaperRuns.run(folder.resolve("elsewhere"), 8, Map.of("only", 300));
        assertThat(execute("compare-runs", base, elsewhere)).isZero();
        assertThat(err.toString()).contains("the runs differ in more than their arms: cores was 2 and is 8");
        Path others = PaperRuns.run(folder.resolve("others"), 2, Map.of("nginx", 300));
        assertThat(execute("compare-runs", base, others)).isEqualTo(2);
        assertThat(err.toString()).contains("the runs share no arm");
        assertThat(execute("compare-runs", base)).isEqualTo(2);
        assertThat(execute("compare-runs", base, slower, "--metric", "ttft")).isEqualTo(2);
        assertThat(execute("compare-runs", base, slower, "--confidence", "95")).isEqualTo(2);
        assertThat(execute("compare-runs")).isEqualTo(2);
    }

    @Test
    void twoArmsOfOneRunAreCompared() {
        Path both = PaperRuns.run(folder.resolve("both"), 2, Map.of("direct", 300, "proxy", 302));
        assertThat(execute("compare-runs", both, "--arms", "direct,proxy", "--metric", "reader-wait"))
                .isZero();
        assertThat(out.toString()).startsWith("SAME  reader-wait: proxy is the same as direct");
    }

    @Test
    void aSlowerRunFailsAgainstItsBaselineAndAnEqualOnePasses() throws IOException {
        String rules = rules("reader-wait < baseline + 10%");
        assertThat(execute("gate", slower, "--baseline", base, "--rules", rules))
                .isEqualTo(99);
        assertThat(execute("gate", base, "--baseline", slower, "--rules", rules))
                .isZero();
        assertThat(Files.readString(slower.resolve("gate.json"))).contains("\"baseline\" : \"" + base + "\"");
    }

    @Test
    void aBaselineOfAnotherMachineIsInconclusiveAndNoBaselineIsAMistake() throws IOException {
        String rules = rules("reader-wait < baseline + 10%");
        Path elsewhere = PaperRuns.run(folder.resolve("elsewhere"), 8, Map.of("only", 300));
        assertThat(execute("gate", base, "--baseline", elsewhere, "--rules", rules))
                .isEqualTo(3);
        assertThat(out.toString()).contains("cores was 8 and is 2");
        assertThat(execute("gate", base, "--rules", rules)).isEqualTo(2);
        assertThat(execute("gate", base, "--baseline", folder.resolve("nowhere"), "--rules", rules))
                .isEqualTo(2);
    }

    @Test
    void aRunIsNoBaselineOfItselfNorIsItsCopy() throws IOException {
        String rules = rules("reader-wait < baseline + 10%");
        assertThat(execute("gate", base, "--baseline", base, "--rules", rules)).isEqualTo(2);
        assertThat(err.toString()).contains("is the judged run itself, which never differs from itself");
        Path copy = folder.resolve("copy");
        Files.createDirectory(copy);
        String manifest = Files.readString(base.resolve("run.json"));
        String started = manifest.replace("\"startedAt\" : \"\"", "\"startedAt\" : \"2026-11-21T10:00:00Z\"");
        assertThat(started).isNotEqualTo(manifest);
        Files.writeString(base.resolve("run.json"), started);
        Files.writeString(copy.resolve("run.json"), started);
        Files.copy(base.resolve("responses.jsonl"), copy.resolve("responses.jsonl"));
        assertThat(execute("gate", base, "--baseline", copy, "--rules", rules)).isEqualTo(2);
        assertThat(err.toString()).contains("or a copy of it");
    }

    @Test
    void armsThatAreSwappedAreRemarkedOn() throws IOException {
        Path both = PaperRuns.run(folder.resolve("both"), 2, Map.of("old", 450, "new", 300));
        assertThat(execute("gate", both, "--baseline-arm", "old", "--rules", rules("reader-wait < baseline + 10%")))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "new is better than its baseline old in reader-wait; if old is the newer one, the arms are swapped");
    }

    @Test
    void theBaselineIsNoControlOfItself() throws IOException {
        Path both = PaperRuns.run(folder.resolve("both"), 2, Map.of("old", 300, "new", 300));
        Path rules = Files.writeString(
                folder.resolve("control.yaml"),
                "baseline: old\ncontrol: old\nrules: [\"reader-wait < baseline + 10%\"]\n");
        assertThat(execute("gate", both, "--rules", rules)).isEqualTo(2);
        assertThat(err.toString()).contains("control is \"old\", which is the baseline itself");
    }

    @Test
    void runsThatCannotBeReadAreNoPass() throws IOException {
        String rules = rules("streamed");
        Path responses = base.resolve("responses.jsonl");
        String good = Files.readString(responses);
        Files.writeString(responses, good.replaceFirst("\"v\":1", "\"v\":9"));
        assertThat(execute("gate", base, "--rules", rules)).isEqualTo(2);
        assertThat(err.toString()).contains("v is 9; this streamux reads version 1");
        Files.writeString(responses, "{nonsense");
        assertThat(execute("gate", base, "--rules", rules)).isEqualTo(2);
        Files.delete(responses);
        assertThat(execute("gate", base, "--rules", rules)).isEqualTo(2);
        assertThat(err.toString()).contains("holds neither responses.jsonl nor responses.sux");
    }

    @Test
    void roundsAreNotPlayedForWhatCannotBePlayedAgain() throws IOException {
        String rules = rules("reader-wait.p99 < 1s");
        assertThat(execute("gate", base, "--rules", rules, "--rounds", "auto")).isEqualTo(2);
        assertThat(err.toString()).contains("--rounds auto plays a run of streamux compare or streamux run on");
        assertThat(execute("gate", base, "--baseline", slower, "--rules", rules, "--rounds", "auto"))
                .isEqualTo(2);
        assertThat(execute("gate", base, "--rules", rules, "--max-rounds", "3")).isEqualTo(2);
        assertThat(execute("gate", base, "--rules", rules, "--rounds", "7")).isEqualTo(2);
        assertThat(base.resolve("rounds.json")).doesNotExist();
    }

    @Test
    void aFailureThatWouldEndWithZeroIsRefused() throws IOException {
        assertThat(execute("gate", base, "--rules", rules("streamed"), "--fail-exit-code", "0"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("it must be 1 to 255");
    }

    @Test
    void mergeMakesOneRunAndRefusesAnother() {
        Path again = PaperRuns.run(folder.resolve("again"), 2, Map.of("only", 300));
        Path both = folder.resolve("both");
        assertThat(execute("merge", base, again, "--out", both)).isZero();
        assertThat(out.toString()).isEqualTo(String.format("80 responses of 2 runs in %s%n", both));
        assertThat(execute("merge", base, again, "--out", both)).isEqualTo(2);
        Path others = PaperRuns.run(folder.resolve("others"), 2, Map.of("nginx", 300));
        assertThat(execute("merge", base, others, "--out", folder.resolve("mixed")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("arms was [only] and is [nginx]; only runs of one experiment are merged");
        assertThat(execute("merge", base, "--out", folder.resolve("one"))).isEqualTo(2);
    }

    @Test
    void runsWithOtherSeedsAreMergedAndAnotherScenarioIsNamed() {
        Path again = PaperRuns.run(folder.resolve("again"), 2, Map.of("only", 300));
        Map<String, Object> answers = Map.of("tokens", 20);
        PaperRuns.noteScenario(base, Map.of("seed", 1, "answers", answers));
        PaperRuns.noteScenario(again, Map.of("seed", 1_000_001, "answers", answers));
        assertThat(execute("merge", base, again, "--out", folder.resolve("both")))
                .as(err.toString())
                .isZero();
        PaperRuns.noteScenario(again, Map.of("seed", 1, "answers", Map.of("tokens", 40)));
        assertThat(execute("merge", base, again, "--out", folder.resolve("mixed")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("scenario answers.tokens was 20 and is 40");
        assertThat(folder.resolve("mixed")).doesNotExist();
    }

    @Test
    void rehearseRefusesWhatIsNoRehearsal() {
        assertThat(execute("rehearse", "--gates", "0")).isEqualTo(2);
        assertThat(execute("rehearse", "--added", "-5")).isEqualTo(2);
        assertThat(err.toString()).contains("all must be above 0");
    }

    private int execute(String command, Object... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        String[] words = new String[arguments.length + 1];
        words[0] = command;
        for (int i = 0; i < arguments.length; i++) {
            words[i + 1] = String.valueOf(arguments[i]);
        }
        return commandLine.execute(words);
    }

    private String rules(String rule) throws IOException {
        return Files.writeString(folder.resolve("rules.yaml"), "rules:\n  - " + rule + "\n")
                .toString();
    }
}
