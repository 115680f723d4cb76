package dev.streamux.mockllm.faultwire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.mockllm.fault.FaultText;
import dev.streamux.mockllm.knob.Knob;
import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.ask.EndpointPath;
import dev.streamux.protocol.chat.ask.Question;
import dev.streamux.protocol.chat.ask.QuestionEncoder;
import dev.streamux.protocol.chat.ask.Turn;
import dev.streamux.trace.NanoClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every fault on every transport, by raw sockets; what they see is what the table in {@code docs/mock.md} says. */
class FaultsOnTheWireIT {
    private static final Path DOCS = Path.of("../docs/mock.md");
    private static final String TABLE_HEAD =
            "| fault | HTTP/1.1 stream | HTTP/1.1 one body | HTTP/2 stream | WebSocket |";

    /** The faults as the table's first column has them, and what a test adds so that it does not take long. */
    private static final Map<String, String> SHORTER = Map.of(
            "status", "; code=429",
            "stall", "; for=200ms",
            "stall-burst", "; for=200ms",
            "drip", "; bytes=" + Seen.DRIP_BYTES + "; every=3ms");

    private final ExecutorService threads = Executors.newFixedThreadPool(12);
    private MockServer server;
    private Http2Probe http2;

    @BeforeEach
    void start() {
        MockConfig config = MockConfig.defaults()
                .withKnob(Knob.SEED, "7")
                .withKnob(Knob.TOKENS, Integer.toString(Seen.TOKENS))
                .withKnob(Knob.TTFT, "5")
                .withKnob(Knob.ITL, "1");
        server = MockServer.start(config, NanoClock.startingNow());
        http2 = new Http2Probe();
    }

    @AfterEach
    void stop() {
        http2.close();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (server.stats().budget().running() > 0) {
            assertThat(System.nanoTime()).as("tokens of answers that are over").isLessThan(end);
            Thread.onSpinWait();
        }
        server.close();
        threads.shutdownNow();
    }

    private static String fault(String column) {
        String word = column.contains(";") ? column.substring(0, column.indexOf(';')) : column;
        String keepAlive = word.equals("keepalive-only") ? "\r\nX-Streamux-Keepalive-Every: 50ms" : "";
        return column + "; after=3" + SHORTER.getOrDefault(word, "") + keepAlive;
    }

    private Seen http1(Dialect dialect, Delivery delivery, String headers) throws IOException {
        String model = "mock";
        Question question = new Question(model, List.of(Turn.user("hi")), OptionalInt.empty(), false, Map.of());
        return Http1Probe.ask(
                server.port(),
                dialect,
                EndpointPath.pathAndQuery(URI.create(server.baseUrl()), dialect, delivery, model),
                new String(QuestionEncoder.body(dialect, delivery, question), StandardCharsets.UTF_8),
                headers);
    }

    private static String header(String fault) {
        return fault.isEmpty() ? "" : "X-Streamux-Fault: " + fault(fault) + "\r\n";
    }

    private Seen socket(String fault) throws IOException {
        return SocketProbe.ask(
                server.port(), "{\"type\":\"response.create\",\"model\":\"mock\",\"input\":\"hi\"}", header(fault));
    }

    private Seen http2(String fault) throws InterruptedException {
        String[] headers = fault.isEmpty()
                ? new String[0]
                : ("x-streamux-fault\n"
                                + fault(fault)
                                        .replace("\r\nX-Streamux-Keepalive-Every: ", "\nx-streamux-keepalive-every\n"))
                        .split("\n");
        return http2.ask(
                server.port(),
                "/v1/chat/completions",
                "{\"model\":\"mock\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}",
                headers);
    }

    /** The cells of the table by fault, as they stand in the docs. */
    private static Map<String, String> documented() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        boolean inTable = false;
        for (String line : Files.readAllLines(DOCS)) {
            if (inTable && !line.startsWith("|")) {
                break;
            }
            if (inTable && !line.startsWith("|---")) {
                String[] cells = line.split("\\|", -1);
                String cellsText = String.join(
                        " | ",
                        Arrays.stream(cells, 2, cells.length - 1)
                                .map(String::trim)
                                .toList());
                rows.put(cells[1].trim().replace("`", ""), cellsText);
            }
            inTable |= line.equals(TABLE_HEAD);
        }
        return rows;
    }

    private String row(String fault, List<String> whole) throws Exception {
        List<Callable<Seen>> probes = List.of(
                () -> http1(Dialect.OPENAI_CHAT, Delivery.SSE, header(fault)),
                () -> http1(Dialect.OPENAI_CHAT, Delivery.JSON, header(fault)),
                () -> http2(fault),
                () -> socket(fault));
        List<String> cells = new ArrayList<>();
        for (Future<Seen> seen : threads.invokeAll(probes)) {
            cells.add(seen.get(30, TimeUnit.SECONDS).words(whole));
        }
        return String.join(" | ", cells);
    }

    @Test
    void theTableInTheDocsIsWhatClientsSee() throws Exception {
        List<String> whole = http1(Dialect.OPENAI_CHAT, Delivery.SSE, "").deltas();
        Map<String, String> documented = documented();
        Map<String, String> seen = new LinkedHashMap<>();
        for (String fault : documented.keySet()) {
            // How a connection ends is a race between two kernels now and then; a wrong row is wrong every time.
            for (int attempt = 0; attempt < 3 && !documented.get(fault).equals(seen.get(fault)); attempt++) {
                seen.put(fault, row(fault, whole));
            }
        }
        assertThat(whole).hasSize(Seen.TOKENS);
        assertThat(String.join("\n", lines(seen))).isEqualTo(String.join("\n", lines(documented)));
        assertThat(documented.keySet().stream()
                        .map(fault -> fault.contains(";") ? fault.substring(0, fault.indexOf(';')) : fault))
                .as("rows of the table")
                .containsAll(new TreeSet<>(FaultText.words()));
    }

    private static List<String> lines(Map<String, String> rows) {
        return rows.entrySet().stream()
                .map(row -> "| `" + row.getKey() + "` | " + row.getValue() + " |")
                .toList();
    }

    @Test
    void aFaultIsTheSameInEveryDialect() throws Exception {
        List<String> whole = http1(Dialect.OPENAI_CHAT, Delivery.SSE, "").deltas();
        Map<String, Future<Seen>> seen = new LinkedHashMap<>();
        List<String> faults = FaultText.words().stream()
                .filter(word -> !word.equals("go-away"))
                .toList();
        for (Dialect dialect : Dialect.values()) {
            for (String fault : faults) {
                seen.put(dialect + " " + fault, threads.submit(() -> http1(dialect, Delivery.SSE, header(fault))));
            }
        }
        for (String fault : faults) {
            String chat = seen.get(Dialect.OPENAI_CHAT + " " + fault)
                    .get(60, TimeUnit.SECONDS)
                    .words(whole);
            for (Dialect dialect : Dialect.values()) {
                assertThat(seen.get(dialect + " " + fault)
                                .get(60, TimeUnit.SECONDS)
                                .words(whole))
                        .as("%s in %s", fault, dialect)
                        .isEqualTo(chat);
            }
        }
    }
}
