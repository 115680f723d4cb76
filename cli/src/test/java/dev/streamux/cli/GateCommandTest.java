package dev.streamux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceWriter;
import dev.streamux.trace.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GateCommandTest {
    private static final long MS = 1_000_000;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aGoodRunEndsWith0AndLeavesItsFiles() throws IOException {
        Path run = run(40, 40);
        assertThat(gate(run, "--rules", rules("reader-wait.p90 < 800ms"))).isEqualTo(0);
        assertThat(out.toString()).endsWith("gate         PASS\n");
        assertThat(run.resolve("gate.json")).isRegularFile();
        assertThat(run.resolve("junit.xml")).isRegularFile();
        assertThat(run.resolve("summary.md")).isRegularFile();
    }

    @Test
    void aBrokenRuleEndsWith99OrTheCodeOfTheUser() throws IOException {
        Path run = run(40, 40);
        String rules = rules("reader-wait.p90 < 100ms");
        assertThat(gate(run, "--rules", rules)).isEqualTo(99);
        assertThat(gate(run, "--rules", rules, "--fail-exit-code", "1")).isEqualTo(1);
    }

    @Test
    void tooFewSamplesEndWith3OrAsTheUserSays() throws IOException {
        Path run = run(10, 40);
        String rules = rules("reader-wait.p90 < 800ms");
        assertThat(gate(run, "--rules", rules)).isEqualTo(3);
        assertThat(gate(run, "--rules", rules, "--inconclusive", "fail")).isEqualTo(99);
        assertThat(gate(run, "--rules", rules, "--inconclusive", "warn")).isEqualTo(0);
        assertThat(err.toString()).contains("WARNING: the gate is INCONCLUSIVE");
        assertThat(gate(run, "--rules", rules, "--allow-small-n")).isEqualTo(0);
    }

    @Test
    void whatTheUserGotWrongEndsWith2() throws IOException {
        Path run = run(40, 40);
        assertThat(gate(run)).isEqualTo(2);
        assertThat(gate(run, "--rules", rules("ttft.p90 < 1s"))).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean \"time-to-first-token\"");
        assertThat(gate(run, "--rules", rules("time-per-output-token.p50 < 1s")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("has no value of time-per-output-token");
        assertThat(gate(run, "--preset", "chatter")).isEqualTo(2);
        assertThat(gate(run, "--preset", "chat", "--arms", "nginx")).isEqualTo(2);
        assertThat(gate(folder.resolve("nowhere"), "--preset", "chat")).isEqualTo(2);
    }

    @Test
    void aBufferedStreamEndsWith99AndTheWordBuffered() throws IOException {
        assertThat(gate(run(40, 0), "--rules", rules("time-to-last-token.p50 < 5s")))
                .isEqualTo(99);
        assertThat(out.toString()).contains("the stream was buffered");
    }

    @Test
    void aTargetThatNobodyReachedEndsWith4() throws IOException {
        RunDirectory run = RunDirectory.create(folder.resolve("dead"));
        try (TraceWriter writer = TraceWriter.create(run.responses())) {
            writer.write(ResponseTrace.builder("r")
                    .outcome(Outcome.UNREACHABLE)
                    .status(0)
                    .build());
        }
        assertThat(gate(run.path(), "--preset", "chat")).isEqualTo(4);
        assertThat(err.toString()).contains("no request reached its target");
    }

    private int gate(Path run, String... options) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(err));
        String[] args = new String[options.length + 2];
        args[0] = "gate";
        args[1] = run.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return commandLine.execute(args);
    }

    private String rules(String rule) throws IOException {
        return Files.writeString(folder.resolve("rules.yaml"), "rules:\n  - " + rule + "\n")
                .toString();
    }

    /** One arm of {@code n} answers, 50 pieces each, the first after 300 ms and then one every {@code gapMillis}. */
    private Path run(int n, int gapMillis) throws IOException {
        RunDirectory run = RunDirectory.create(Files.createTempDirectory(folder, "run"));
        try (TraceWriter writer = TraceWriter.create(run.responses())) {
            for (int i = 0; i < n; i++) {
                long start = i * 1000L * MS;
                long first = start + (gapMillis == 0 ? 2000L : 300L) * MS;
                Chunks.Builder chunks = Chunks.builder();
                for (int k = 0; k < 50; k++) {
                    chunks.add(first + (long) k * gapMillis * MS, 10, 60);
                }
                writer.write(ResponseTrace.builder("r" + i)
                        .intendedNanos(start)
                        .sentNanos(start)
                        .firstByteNanos(first)
                        .endNanos(first + 50L * gapMillis * MS)
                        .chunks(chunks.build())
                        .text("word five ".repeat(50))
                        .build());
            }
        }
        return run.path();
    }
}
