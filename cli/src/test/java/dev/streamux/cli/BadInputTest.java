package dev.streamux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a newcomer gets wrong: one clear message, exit code 2, no stack trace. */
class BadInputTest {
    private static final String GOOD_LINE = line("[[1000,2,50],[2000,1,50]]");

    @TempDir
    private Path folder;

    @Test
    void anUnknownArmIsAnsweredWithTheKnownOnes() {
        assertThat(refused("compare", "--arms", "direct,cloudflare"))
                .contains("--arms names \"cloudflare\"")
                .contains("the arms are direct, buffered-json");
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(refused("compare", "--mock-port", port, "--out", out())).contains(port);
            assertThat(refused("mock", "--port", port)).contains(port);
            assertThat(refused("proxy", "--to", "http://127.0.0.1:1", "--policy", "pass", "--port", port))
                    .contains(port);
        }
    }

    @Test
    void decodeRefusesWhatIsNoWebAddressAndNoHeader() {
        assertThat(refused("decode", "ftp://127.0.0.1/x")).contains("must begin with http:// or https://");
        assertThat(refused("decode", "http://127.0.0.1:1/", "--header", "nocolon"))
                .contains("--header is \"nocolon\"");
        assertThat(refused("decode", "http://127.0.0.1:1/", "--data", "@" + folder.resolve("absent")))
                .contains("absent");
    }

    @Test
    void selftestRefusesALimitOfNothing() {
        assertThat(refused("selftest", "--limit-ms", "0")).contains("--limit-ms is 0.0; it must be > 0");
    }

    @Test
    void aPortThatDoesNotExistIsRefused() {
        assertThat(refused("mock", "--port", "70000")).contains("70000").contains("65535");
    }

    @Test
    void aFileThatIsNotATraceIsNamedWithItsLine() throws IOException {
        Path file = write("# Read me\n");
        assertThat(refused("analyze", file.toString()))
                .contains(file + ":1: the line is not valid JSON")
                .contains("name a trace file");
    }

    @Test
    void decreasingTimesAreNamedWithLineAndChunk() throws IOException {
        Path file = write(GOOD_LINE + "\n" + line("[[2000,2,50],[1000,1,50]]") + "\n");
        assertThat(refused("analyze", file.toString()))
                .contains(file + ":2: chunk 1 is at 1000 ns, before the chunk before it at 2000;")
                .contains("must not decrease")
                .contains("correct or delete this line");
    }

    @Test
    void aTruncatedLastLineIsNamedWithTheRemedy() throws IOException {
        Path file = write(GOOD_LINE + "\n" + GOOD_LINE.substring(0, 60));
        assertThat(refused("analyze", file.toString()))
                .contains(file + ":2:")
                .contains("delete the last line to keep the others");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(refused("analyze", folder.resolve("none.jsonl").toString())).contains("does not exist");
    }

    @Test
    void anUnknownMetricGetsTheNearestOne() {
        assertThat(refused("explain", "time-to-first-tokn")).contains("time-to-first-token");
    }

    private String refused(String... arguments) {
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine();
        commandLine.setErr(new PrintWriter(err, true));
        commandLine.setOut(new PrintWriter(new StringWriter(), true));
        int code = commandLine.execute(arguments);
        assertThat(code).as("exit code; standard error was %s", err).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).startsWith("streamux: ").doesNotContain("\tat ");
        assertThat(err.toString().strip().lines()).as("one message").hasSize(1);
        return err.toString();
    }

    private String out() {
        return folder.resolve("run").toString();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("responses.jsonl"), text);
    }

    private static String line(String chunks) {
        return "{\"v\":1,\"id\":\"a\",\"arm\":\"x\",\"phase\":\"measure\",\"sentNanos\":0,\"endNanos\":3000,"
                + "\"outcome\":\"complete\",\"text\":\"abc\",\"chunks\":" + chunks + "}";
    }
}
