package dev.streamux.mockllm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.NanoClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1 byte by byte: what must work, and what must be refused in words. */
class HttpLayerIT {
    private static final String FAST = "mock-len4-ttft5-itl1";
    private static MockServer server;

    @BeforeAll
    static void start() {
        MockConfig config = MockConfig.defaults()
                .withBounds(Bounds.DEFAULT.withBodyBytes(2 << 20).withRequestTime(Duration.ofMillis(500)));
        server = MockServer.start(config, NanoClock.startingNow());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RawExchange open() throws IOException {
        return new RawExchange(server.port());
    }

    @Test
    void anHttp10AnswerHasNoChunksAndEndsWithTheConnection() throws IOException {
        try (RawExchange exchange = open()) {
            String all =
                    exchange.send(RawExchange.chat("HTTP/1.0", FAST, true, "")).toEnd();

            assertThat(all).doesNotContainIgnoringCase("transfer-encoding").endsWith("data: [DONE]\n\n");
        }
    }

    @Test
    void aConnectionServesTheNextRequestAfterAStream() throws IOException {
        try (RawExchange exchange = open()) {
            for (int i = 0; i < 3; i++) {
                exchange.send(RawExchange.chat("HTTP/1.1", FAST, true, ""));
                assertThat(exchange.until("\r\n0\r\n\r\n"))
                        .startsWith("HTTP/1.1 200")
                        .contains("[DONE]");
            }
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        try (RawExchange exchange = open()) {
            exchange.send(RawExchange.chat("HTTP/1.1", FAST + "-seed1", true, "X-Streamux-Id: one\r\n")
                    + RawExchange.chat("HTTP/1.1", FAST + "-seed2", false, "X-Streamux-Id: two\r\n"));
            String all = exchange.until("\"streamux\":{\"id\":\"two\"}}");

            assertThat(all.indexOf("[DONE]")).isPositive().isLessThan(all.indexOf("\"id\":\"two\""));
        }
    }

    @Test
    void aChunkedRequestIsRead() throws IOException {
        String whole = RawExchange.chat("HTTP/1.1", FAST, false, "");
        String body = whole.substring(whole.indexOf("\r\n\r\n") + 4);
        String head = "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (RawExchange exchange = open()) {
            exchange.send(head + "5\r\n" + body.substring(0, 5) + "\r\n");
            exchange.send(Integer.toHexString(body.length() - 5) + "\r\n" + body.substring(5) + "\r\n0\r\n\r\n");

            assertThat(exchange.until("}}")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void theClientMayAskFirst() throws IOException {
        String whole = RawExchange.chat("HTTP/1.1", FAST, false, "Expect: 100-continue\r\n");
        int body = whole.indexOf("\r\n\r\n") + 4;
        try (RawExchange exchange = open()) {
            assertThat(exchange.send(whole.substring(0, body)).until("\r\n\r\n"))
                    .startsWith("HTTP/1.1 100");
            assertThat(exchange.send(whole.substring(body)).until("}}")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void anOfferToUpgradeToHttp2IsIgnored() throws IOException {
        try (RawExchange exchange = open()) {
            exchange.send(RawExchange.chat(
                    "HTTP/1.1",
                    FAST,
                    true,
                    "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n"));

            assertThat(exchange.until("0\r\n\r\n")).startsWith("HTTP/1.1 200").contains("[DONE]");
        }
    }

    @Test
    void aPromptOfOneMebibyteIsAnswered() throws IOException {
        String words = "word ".repeat(210_000);
        String body = "{\"model\":\"" + FAST + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + words + "\"}]}";
        try (RawExchange exchange = open()) {
            exchange.send("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body);

            assertThat(exchange.until("}}")).contains("\"completion_tokens\":4");
        }
    }

    @Test
    void bytesThatAreNoHttpAreRefusedInWords() throws IOException {
        try (RawExchange exchange = open()) {
            assertThat(exchange.send("\u0000\u0001 what is this\r\n\r\n").toEnd())
                    .startsWith("HTTP/1.1 400")
                    .contains("\"error\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Transfer-Encoding: gzip, 501",
        "'Transfer-Encoding: gzip, chunked', 501",
        "Content-Encoding: gzip, 415",
        "Content-Encoding: br, 415"
    })
    void codingsThatAreNotUnderstoodAreRefusedInWords(String header, int status) throws IOException {
        boolean chunked = header.endsWith("chunked");
        try (RawExchange exchange = open()) {
            assertThat(exchange.send("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\n" + header + "\r\n"
                                    + (chunked ? "\r\n0\r\n\r\n" : "Content-Length: 0\r\n\r\n"))
                            .toEnd())
                    .startsWith("HTTP/1.1 " + status)
                    .containsIgnoringCase("connection: close")
                    .contains("is not understood here");
        }
    }

    @Test
    void headersAndBodiesOverTheLimitAreRefusedInWords() throws IOException {
        try (RawExchange exchange = open()) {
            String filler = "X-Filler: " + "a".repeat(100_000) + "\r\n";
            assertThat(exchange.send(RawExchange.chat("HTTP/1.1", FAST, true, filler))
                            .until("}}"))
                    .startsWith("HTTP/1.1 431")
                    .contains("too large");
        }
        try (RawExchange exchange = open()) {
            assertThat(exchange.send("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\n\r\n")
                            .toEnd())
                    .startsWith("HTTP/1.1 413")
                    .contains("2097152 bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /v1/chat", "POST /v1/chat/completions HTTP/1.1\r\nContent-Length: 50\r\n\r\n{\"mod"})
    void aRequestThatTricklesIsRefusedInWords(String beginning) throws IOException {
        try (RawExchange exchange = open()) {
            assertThat(exchange.send(beginning).toEnd())
                    .startsWith("HTTP/1.1 408")
                    .contains("not complete");
        }
    }

    @Test
    void piecesMayEndInsideACharacterAndTheTextIsWhole() throws IOException {
        String headers = "X-Streamux-Content: world\r\nX-Streamux-Seed: 3\r\n";
        String whole;
        String pieces;
        try (RawExchange exchange = open()) {
            whole = exchange.send(RawExchange.chat("HTTP/1.0", "mock-len60-ttft1-itl0", true, headers))
                    .toEnd();
        }
        try (RawExchange exchange = open()) {
            pieces = exchange.send(RawExchange.chat(
                            "HTTP/1.0", "mock-len60-ttft1-itl0", true, headers + "X-Streamux-Fragment-Bytes: 1\r\n"))
                    .toEnd();
        }
        assertThat(deltas(pieces)).isEqualTo(deltas(whole));
        assertThat(deltas(whole).getBytes(StandardCharsets.UTF_8).length)
                .as("there is more than ASCII in it")
                .isGreaterThan(deltas(whole).length());
    }

    /** The deltas' JSON without what differs from request to request. */
    private static String deltas(String response) {
        StringBuilder deltas = new StringBuilder();
        Arrays.stream(response.split("\n"))
                .filter(line -> line.contains("\"delta\":{\"content\""))
                .forEach(line -> deltas.append(line, line.indexOf("\"delta\""), line.indexOf(",\"logprobs\"")));
        return deltas.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crlf", "cr"})
    void linesEndAsAskedFor(String eol) throws IOException {
        String end = eol.equals("cr") ? "\r" : "\r\n";
        try (RawExchange exchange = open()) {
            String all = exchange.send(RawExchange.chat("HTTP/1.0", FAST, true, "X-Streamux-Eol: " + eol + "\r\n"))
                    .toEnd();

            assertThat(all).endsWith("data: [DONE]" + end + end);
        }
    }

    @Test
    void aCommentComesBeforeEveryNthEvent() throws IOException {
        try (RawExchange exchange = open()) {
            String all = exchange.send(RawExchange.chat("HTTP/1.0", FAST, true, "X-Streamux-Keepalive-Every: 2\r\n"))
                    .toEnd();

            // Role, four deltas, finish, [DONE]: seven events, comments before events 0, 2, 4 and 6.
            assertThat(all.split(": keepalive\n\n", -1)).hasSize(5);
        }
    }
}
