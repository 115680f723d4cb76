package dev.streamux.mockllm.faultwire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.mockllm.Bounds;
import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.MockServer;
import dev.streamux.mockllm.knob.Knob;
import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.ask.EndpointPath;
import dev.streamux.protocol.chat.ask.Question;
import dev.streamux.protocol.chat.ask.QuestionEncoder;
import dev.streamux.protocol.chat.ask.Turn;
import dev.streamux.trace.NanoClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mock that has no memory for another answer says so in the vendor's form, and answers again afterwards. */
class MemoryBoundIT {
    /** An answer of 99,900 tokens fits, and beside it none of 100. */
    private static final int MOST_TOKENS = 100_000;

    /** A body of a million bytes fits, and beside it none of another. */
    private static final long MOST_BODY_BYTES = 1_500_000;

    private static final String WAITING = "X-Streamux-Ttft-Ms: 60000\nX-Streamux-Tokens: 99900";

    private final HttpClient client = HttpClient.newHttpClient();
    private MockServer server;

    @BeforeEach
    void start() {
        server = MockServer.start(
                MockConfig.defaults()
                        .withBounds(Bounds.DEFAULT.withMemory(new Bounds.Memory(MOST_TOKENS, MOST_BODY_BYTES)))
                        .withKnob(Knob.TTFT, "0")
                        .withKnob(Knob.ITL, "0"),
                NanoClock.startingNow());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> ask(Dialect dialect, Delivery delivery, int tokens)
            throws IOException, InterruptedException {
        Question question = new Question("mock", List.of(Turn.user("hi")), OptionalInt.empty(), false, Map.of());
        URI base = URI.create(server.baseUrl());
        return client.send(
                HttpRequest.newBuilder(base.resolve(EndpointPath.pathAndQuery(base, dialect, delivery, "mock")))
                        .header("X-Streamux-Tokens", Integer.toString(tokens))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(QuestionEncoder.body(dialect, delivery, question)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 20 s").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI_CHAT, 503, service_unavailable_error",
        "OPENAI_RESPONSES, 503, service_unavailable_error",
        "ANTHROPIC, 529, overloaded_error",
        "GEMINI, 503, UNAVAILABLE"
    })
    void whatDoesNotFitIsRefusedInTheVendorsFormAndFitsLater(Dialect dialect, int status, String type)
            throws IOException, InterruptedException {
        try (Leaver running = new Leaver(Leaver.Way.STREAM_RST, server.port(), WAITING)) {
            await(() -> server.stats().active() == 1);
            for (Delivery delivery : List.of(Delivery.SSE, Delivery.JSON)) {
                HttpResponse<String> refused = ask(dialect, delivery, 100);
                assertThat(refused.statusCode()).isEqualTo(status);
                assertThat(refused.headers().firstValue("retry-after")).hasValue("1");
                assertThat(refused.body()).contains(type, "at most 100000 tokens", "try again later");
            }
            running.leave();
        }
        await(() -> server.stats().budget().running() == 0);
        assertThat(ask(dialect, Delivery.SSE, 100).statusCode()).isEqualTo(200);
        assertThat(server.stats().budget().refused()).isEqualTo(2);
        assertThat(server.stats().notices()).anyMatch(notice -> notice.startsWith("2 answers were refused"));
        assertThat(server.stats().healthy()).isTrue();
    }

    @Test
    void whatCanNeverFitIsNotAskedToComeBack() throws IOException, InterruptedException {
        HttpResponse<String> refused = ask(Dialect.OPENAI_CHAT, Delivery.SSE, 99_999);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).isEmpty();
        assertThat(refused.body()).contains("ask for a shorter one").doesNotContain("try again");
    }

    @Test
    void aSocketSaysItInAFrameAndStaysOpen() throws IOException {
        try (Leaver running = new Leaver(Leaver.Way.STREAM_RST, server.port(), WAITING)) {
            await(() -> server.stats().active() == 1);
            String frame = "{\"type\":\"response.create\",\"model\":\"mock\",\"input\":\"hi\"}";
            Seen seen = SocketProbe.ask(server.port(), frame, "X-Streamux-Tokens: 100\r\n");
            assertThat(seen.words(List.of())).isEqualTo("error frame 503, stays open");
            running.leave();
        }
    }

    @Test
    void whatIsTooMuchBesideOtherRequestsIsRefusedInWordsAndFitsLater() throws IOException, InterruptedException {
        String head = "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n";
        byte[] most = " ".repeat(999_999).getBytes(StandardCharsets.US_ASCII);
        try (Socket first = new Socket(InetAddress.getLoopbackAddress(), server.port());
                Socket second = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            first.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            first.getOutputStream().write(most);
            await(() -> server.stats().bodyBytes() == most.length);
            second.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            second.getOutputStream().write(most);
            second.getOutputStream().write(' ');
            String refused = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(refused)
                    .startsWith("HTTP/1.1 503 Service Unavailable")
                    .contains("retry-after: 1", "at most 1500000 bytes of requests");
            assertThat(server.stats().turnedAway()).isEqualTo(1);
        }
        await(() -> server.stats().bodyBytes() == 0);
        assertThat(ask(Dialect.OPENAI_CHAT, Delivery.JSON, 1).statusCode()).isEqualTo(200);
        await(() -> server.stats().bodyBytes() == 0);
    }

    @Test
    void whoLeavesWhileALongPromptIsReadLeavesNothingBehind() throws IOException, InterruptedException {
        // Half a megabyte is read beside the event loops, one after the other. It counts for 26 thousand tokens.
        String body = "{\"model\":\"mock-len200\",\"messages\":[{\"role\":\"user\",\"content\":\""
                + "a b ".repeat(128 << 10) + "\"}]}";
        for (int i = 0; i < 5; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                socket.getOutputStream()
                        .write(("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                                        + body.length() + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.US_ASCII));
            }
        }
        // Who left holds tokens until its prompt was read and its leaving seen; only then there is room for one that
        // stays.
        await(() -> statusOf(body) == 200);
        await(() -> server.stats().connections() <= 1 && server.stats().budget().running() == 0);
        assertThat(server.stats().active()).isZero();
    }

    private int statusOf(String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/v1/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
    }
}
