package dev.streamux.mockllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections that begin with what the port does not speak: each ends soon, in words, is counted, and leaves nothing behind. */
class FirstBytesIT {
    private static final String PREFACE = "PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n";

    private static MockServer plain;
    private static MockServer tls;

    @BeforeAll
    static void start() {
        Bounds bounds = Bounds.DEFAULT
                .withRequestTime(Duration.ofMillis(500))
                .withIdleTime(Duration.ofMillis(700))
                .withAnswerTime(Duration.ofMinutes(1));
        MockConfig config = MockConfig.defaults().withBounds(bounds);
        plain = MockServer.start(config, NanoClock.startingNow());
        tls = MockServer.start(config.withTls(new Tls.SelfSigned()), NanoClock.startingNow());
    }

    @AfterAll
    static void stop() {
        plain.close();
        tls.close();
    }

    /** Bytes of a text in which {@code \\r}, {@code \\n} and {@code \\xHH} stand for themselves. */
    private static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\\') {
                out.write(text.charAt(i));
            } else if (text.charAt(++i) == 'x') {
                out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                out.write(text.charAt(i) == 'r' ? '\r' : '\n');
            }
        }
        return out.toByteArray();
    }

    private static String turnedAway(MockServer server, byte[] first) throws IOException {
        long before = server.stats().turnedAway();
        try (RawExchange exchange = new RawExchange(server.port())) {
            String answer = exchange.send(first).toEnd();
            await(() -> server.stats().turnedAway() == before + 1);
            await(() -> server.stats().connections() == 0);
            return answer;
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 20 s").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET / HTTP/3.0\\r\\nHost: x\\r\\n\\r\\n      | 505 | HTTP/3.0 cannot be spoken
            GET / HTTP/2.0\\r\\nHost: x\\r\\n\\r\\n      | 505 | HTTP/2.0 cannot be spoken
            hello there you\\r\\n\\r\\n                  | 400 | not HTTP
            \\x00\\x01\\x02                             | 400 | not HTTP
            \\x05\\x01\\x00                             | 400 | not HTTP
            \\x04\\x01\\x00\\x50\\x7f\\x00\\x00\\x01user\\x00 | 400 | not HTTP
            \\x16\\x03\\x01\\x02\\x00\\x01                 | 400 | this is TLS
            PRI * HTTP/2.0\\r\\n                      | 408 | not complete
            GET /v1/responses HTTP/1.1\\r\\nHost: x\\r\\nConnection: Upgrade\\r\\nUpgrade: websocket\\r\\n\\r\\n | 400 | Sec-WebSocket-Key
            """)
    void whatIsNoHttpIsToldSo(String first, int status, String words) throws IOException {
        assertThat(turnedAway(plain, bytes(first)))
                .startsWith("HTTP/1.1 " + status)
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource({"PRI * HTTP/2.0\\r\\n\\r\\nXX", PREFACE + "GET / HTTP/1.1\\r\\n\\r\\n"})
    void aBrokenPrefaceOfHttp2GetsAGoAwayInWords(String first) throws IOException {
        String answer = turnedAway(plain, bytes(first));
        // Empty SETTINGS, then the head of a GOAWAY on stream 0.
        assertThat(answer.getBytes(StandardCharsets.UTF_8)).startsWith(0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0);
        assertThat(answer).endsWith("the preface of HTTP/2 must be followed by a SETTINGS frame");
    }

    @Test
    void anHttp2ConnectionWithoutStreamsEndsAfterTheIdleTime() throws IOException {
        try (RawExchange exchange = new RawExchange(plain.port())) {
            String answer = exchange.send(bytes(PREFACE + "\\x00\\x00\\x00\\x04\\x00\\x00\\x00\\x00\\x00"))
                    .toEnd();
            assertThat(answer).endsWith("no request for 700 ms");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /_mock/health HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n | this port speaks TLS
            \\x05\\x01\\x00 | this port speaks TLS
            """)
    void whatIsNoTlsIsToldSo(String first, String words) throws IOException {
        assertThat(turnedAway(tls, bytes(first))).startsWith("HTTP/1.1 400").contains(words);
    }

    @Test
    void aHandshakeThatDoesNotComeToAnEndIsCutOff() throws IOException {
        // The head of a record of 512 bytes with a ClientHello, and nothing of it.
        turnedAway(tls, bytes("\\x16\\x03\\x01\\x02\\x00\\x01"));
    }

    @Test
    void aHostThatIsNoAddressIsToldSo() {
        MockConfig config = MockConfig.defaults().withHost("256.1.1.1");
        assertThatThrownBy(() -> MockServer.start(config, NanoClock.startingNow()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("256.1.1.1 is no address of this machine");
    }

    @Test
    void aWholeAddressIsTakenForItsPath() throws IOException {
        try (RawExchange exchange = new RawExchange(plain.port())) {
            assertThat(exchange.send("GET http://localhost/v1/models HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .until("]}"))
                    .startsWith("HTTP/1.1 200");
        }
    }
}
