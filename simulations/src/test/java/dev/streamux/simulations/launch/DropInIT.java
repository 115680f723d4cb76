package dev.streamux.simulations.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.mockllm.knob.Knob;
import dev.streamux.simulations.sample.ReadersSimulation;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceReader;
import io.gatling.core.config.GatlingConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The action in a Gatling project of somebody else's, and whom such a run calls: nobody but the target. */
class DropInIT {
    @TempDir
    private Path folder;

    private MockServer mock;

    @BeforeEach
    void startMock() {
        mock = MockServer.start(
                MockConfig.defaults()
                        .withKnob(Knob.TOKENS, "30")
                        .withKnob(Knob.TTFT, "20")
                        .withKnob(Knob.ITL, "2"),
                NanoClock.startingNow());
    }

    @AfterEach
    void stopMock() {
        mock.close();
    }

    private ForkedGatling.End play(UnaryOperator<List<String>> edit) throws IOException, InterruptedException {
        return ForkedGatling.play(
                ReadersSimulation.class,
                folder,
                Map.of(
                        "sample.url", mock.baseUrl(),
                        "sample.recording", folder.resolve("responses.jsonl").toString()),
                edit);
    }

    @Test
    void aSimulationOfSomebodyElsesAssertsOnOurRows() throws IOException, InterruptedException {
        ForkedGatling.End end = play(command -> command);
        // The assertions of the sample name the rows of all four actions; Gatling ends with 2 if one fails.
        assertThat(end.code()).as(end.output()).isZero();
        assertThat(end.output()).contains("truncated: ");

        List<ResponseTrace> responses = TraceReader.responses(folder.resolve("responses.jsonl"));
        // 6 users with 4 questions each, every one asked once.
        assertThat(responses).hasSize(24);
        assertThat(mock.emissions()).hasSize(24);
        assertThat(responses)
                .filteredOn(response -> response.outcome() == Outcome.TRUNCATED)
                .hasSize(6)
                .allSatisfy(response -> assertThat(response.arm()).isEqualTo("broken"));
        assertThat(responses)
                .filteredOn(response -> response.outcome() == Outcome.COMPLETE)
                .hasSize(12);
    }

    @Test
    void onlyTheVersionLookUpIsTriedAndItEndsAtTheDeadPort() throws IOException, InterruptedException {
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
        List<String> heard = new CopyOnWriteArrayList<>();
        try (ServerSocket trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread listener = new Thread(() -> listen(trap, heard));
            listener.setDaemon(true);
            listener.start();
            // The dead port of a real run becomes a port with ears, and no name can be looked up past it.
            ForkedGatling.End end = play(command -> withTrap(command, trap.getLocalPort(), hosts));
            assertThat(end.code()).as(end.output()).isZero();
        }
        assertThat(heard)
                .allSatisfy(line -> assertThat(line).startsWith("CONNECT ").contains("maven"));
    }

    private static List<String> withTrap(List<String> command, int port, Path hosts) {
        List<String> trapped = command.stream()
                .map(argument -> argument.replace("proxyPort=9", "proxyPort=" + port))
                .collect(Collectors.toCollection(ArrayList::new));
        trapped.add(1, "-Djdk.net.hosts.file=" + hosts);
        return trapped;
    }

    private static void listen(ServerSocket trap, List<String> heard) {
        while (!trap.isClosed()) {
            try (Socket caller = trap.accept()) {
                byte[] first = new byte[256];
                int length = caller.getInputStream().read(first);
                heard.add(
                        length < 0
                                ? "nothing"
                                : new String(first, 0, length, java.nio.charset.StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The trap was closed.
            }
        }
    }

    @Test
    void everySwitchOfGatlingIsOff() {
        GatlingCommand.HERMETIC.forEach(argument -> {
            String[] pair = argument.substring("-D".length()).split("=", 2);
            if (pair[0].startsWith("gatling.")) {
                System.setProperty(pair[0], pair[1]);
            }
        });
        try {
            com.typesafe.config.ConfigFactory.invalidateCaches();
            GatlingConfiguration configuration = GatlingConfiguration.load();
            assertThat(configuration.data().enableAnalytics()).isFalse();
            assertThat(configuration.http().warmUpUrl().isEmpty()).isTrue();
        } finally {
            System.clearProperty("gatling.data.enableAnalytics");
            System.clearProperty("gatling.http.warmUpUrl");
            com.typesafe.config.ConfigFactory.invalidateCaches();
        }
    }

    /** The strongest evidence, where the tool is there: every connect of every thread. The tests above need no tool. */
    @Test
    void theKernelSeesOnlyConnectionsToThisMachine() throws IOException, InterruptedException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/strace")))
                .as("strace is installed")
                .isTrue();
        Path log = folder.resolve("connects.txt");
        ForkedGatling.End end = play(command -> {
            List<String> traced = new ArrayList<>(
                    List.of("/usr/bin/strace", "-f", "-qq", "-e", "trace=connect", "-o", log.toString()));
            traced.addAll(command);
            return traced;
        });
        assumeThat(Files.exists(log) && Files.size(log) > 0)
                .as("strace may trace here")
                .isTrue();
        assertThat(end.code()).as(end.output()).isZero();
        List<String> outside = Files.readAllLines(log).stream()
                .filter(line -> line.contains("AF_INET"))
                .filter(line -> !line.contains("127.0.0.1") && !line.contains("\"::1\""))
                .collect(Collectors.toList());
        assertThat(outside).isEmpty();
    }
}
