package dev.streamux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceWriter;
import dev.streamux.trace.run.RunDirectory;
import dev.streamux.trace.run.RunManifest;
import dev.streamux.trace.run.SelfCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code report} and {@code open} as a user calls them. */
class ReportCommandTest {
    private static final long MS = 1_000_000;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutAFormatThePageLiesInTheRunDirectory() throws IOException {
        Path run = run("a", 25);
        assertThat(call("report", run.toString())).isZero();
        assertThat(out).hasToString(run.resolve("report.html") + "\n");
        assertThat(Files.readString(run.resolve("report.html"))).startsWith("<!DOCTYPE html>");
    }

    @Test
    void textMarkdownAndCsvGoToStandardOutput() throws IOException {
        String run = run("a", 25).toString();
        call("report", run, "--format", "text");
        assertThat(out.toString()).startsWith("arm ").contains("chat streams the answer as it is written");
        out.getBuffer().setLength(0);
        call("report", run, "--format", "markdown");
        assertThat(out.toString())
                .startsWith("### chat streams the answer as it is written")
                .contains("| --- |");
        out.getBuffer().setLength(0);
        call("report", run, "--format", "csv");
        assertThat(out.toString()).startsWith("arm,route,delivery,verdict,metric,unit,n,mean,");
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("chat,direct,sse,streamed,reader-wait,ms,3,"));
    }

    @Test
    void outNamesAFileForAnyFormat() throws IOException {
        Path run = run("a", 25);
        Path file = folder.resolve("summary.md");
        assertThat(call("report", run.toString(), "--format", "markdown", "--out", file.toString()))
                .isZero();
        assertThat(out).hasToString(file + "\n");
        assertThat(Files.readString(file)).startsWith("###");
    }

    @Test
    void picturesArePngFiles() throws IOException {
        Path run = run("a", 25);
        assertThat(call("report", run.toString(), "--format", "png")).isZero();
        List<String> files = out.toString().lines().toList();
        assertThat(files).hasSize(3);
        for (String file : files) {
            assertThat(new String(Files.readAllBytes(Path.of(file)), 0, 4, StandardCharsets.ISO_8859_1))
                    .isEqualTo("\u0089PNG");
        }
    }

    @Test
    void twoRunsAreOneComparisonBesideTheLater() throws IOException {
        Path before = run("a", 25);
        Path after = run("b", 60);
        assertThat(call("report", before.toString(), after.toString())).isZero();
        assertThat(out).hasToString(after.resolve("comparison.html") + "\n");
        assertThat(Files.readString(after.resolve("comparison.html")))
                .contains("chat (before)")
                .contains("chat (after)");
    }

    @Test
    void aRunThatEndedEarlyIsShownAndSaysSo() throws IOException {
        Path run = run("a", 25);
        new RunManifest(
                        RunManifest.SCHEMA,
                        "0.1.0",
                        List.of("compare"),
                        "2026-11-21T06:00:00Z",
                        0,
                        false,
                        1,
                        Map.of(),
                        List.of("chat"),
                        Map.of(),
                        SelfCheck.NONE)
                .write(run.resolve("run.json"));
        assertThat(call("report", run.toString())).isZero();
        assertThat(Files.readString(run.resolve("report.html"))).contains("stopped before its planned end");
    }

    @Test
    void whatIsNoRunDirectoryIsRefusedInOneSentence() throws IOException {
        for (String command : List.of("report", "open")) {
            assertThat(refused(command, folder.resolve("nowhere").toString())).contains("is not a run directory");
            Path foreign = Files.createTempDirectory(folder, "foreign");
            Files.writeString(foreign.resolve("notes.txt"), "hello");
            assertThat(refused(command, foreign.toString())).contains("holds neither responses.jsonl nor");
            Path half = run("half-" + command, 25);
            String trace = Files.readString(half.resolve("responses.jsonl"));
            Files.writeString(half.resolve("responses.jsonl"), trace.substring(0, trace.length() - 40));
            assertThat(refused(command, half.toString())).contains("responses.jsonl:3:");
        }
        Path manifest = run("m", 25);
        Files.writeString(manifest.resolve("run.json"), "{\"schema\":\"streamux-run/1\",");
        assertThat(refused("report", manifest.toString())).contains("run.json");
    }

    @Test
    void anUnknownFormatIsAnsweredWithTheKnownOnes() throws IOException {
        assertThat(call("report", run("a", 25).toString(), "--format", "pdf")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("pdf").contains("HTML");
    }

    @Test
    void openWritesThePageThatIsMissingAndStartsTheProgram() throws IOException {
        Path run = run("a", 25);
        assertThat(call("open", run.toString(), "--with", "true")).isZero();
        assertThat(out).hasToString(run.resolve("report.html") + System.lineSeparator());
        assertThat(run.resolve("report.html")).isRegularFile();
    }

    @Test
    void openWritesThePageAnewWhenTheGateSpokeAfterIt() throws IOException {
        Path run = run("a", 25);
        Path page = Files.writeString(run.resolve("report.html"), "old");
        call("open", run.toString(), "--with", "true");
        assertThat(page).as("nothing is newer than the page").hasContent("old");
        Path gate = Files.writeString(
                run.resolve("gate.json"), "{\"schema\":\"streamux-gate/1\",\"verdict\":\"pass\",\"outcomes\":[]}");
        Files.setLastModifiedTime(
                gate, FileTime.fromMillis(Files.getLastModifiedTime(page).toMillis() + 2_000));
        call("open", run.toString(), "--with", "true");
        assertThat(Files.readString(page)).contains("What the gate says: ✓ pass");
    }

    @Test
    void aProgramThatIsNotThereIsNamed() throws IOException {
        assertThat(refused("open", run("a", 25).toString(), "--with", "no-such-browser-at-all"))
                .contains("\"no-such-browser-at-all\" cannot be started");
    }

    private int call(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }

    private String refused(String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(call(arguments)).as("exit code; standard error was %s", err).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).startsWith("streamux: ").doesNotContain("\tat ");
        assertThat(err.toString().strip().lines()).as("one message").hasSize(1);
        return err.toString();
    }

    /** Three answers of 40 pieces, the first after 100 ms. */
    private Path run(String name, int gapMillis) throws IOException {
        RunDirectory run = RunDirectory.create(folder.resolve(name));
        try (TraceWriter writer = TraceWriter.create(run.responses())) {
            for (int i = 0; i < 3; i++) {
                long start = i * 5_000L * MS;
                Chunks.Builder chunks = Chunks.builder();
                for (int k = 0; k < 40; k++) {
                    chunks.add(start + (100L + (long) k * gapMillis) * MS, 5, 60);
                }
                writer.write(ResponseTrace.builder("r" + i)
                        .arm("chat")
                        .intendedNanos(start)
                        .sentNanos(start)
                        .endNanos(start + (100L + 40L * gapMillis) * MS)
                        .chunks(chunks.build())
                        .text("word ".repeat(40))
                        .build());
            }
        }
        return run.path();
    }
}
