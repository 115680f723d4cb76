package dev.streamux.simulations.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.simulations.proxy.policy.Policy;
import dev.streamux.trace.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ImpairmentProxyIT {
    private static final String END = "\r\n0\r\n\r\n";

    private static ImpairmentProxy proxy(RawOrigin origin, String policy) {
        return ImpairmentProxy.start(ProxyConfig.to(origin.uri(), Policy.parse(policy)));
    }

    /** An origin that sends head, one event, and the rest only when the latch is open. */
    private static RawOrigin twoEvents(CountDownLatch gate) {
        return new RawOrigin(connection -> {
            connection.streamHead();
            connection.chunk("data: one\n\n");
            gate.await();
            connection.chunk("data: two\n\n");
            connection.send("0\r\n\r\n");
        });
    }

    @Test
    void passLetsAnEventThroughBeforeTheNextOneIsSent() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (RawOrigin origin = twoEvents(gate);
                ImpairmentProxy proxy = proxy(origin, "pass");
                RawClient client = new RawClient(proxy.port())) {
            client.send(RawClient.GET).readUntil("data: one\n\n");
            gate.countDown();
            assertThat(client.readUntil(END)).contains("data: two\n\n").contains("text/event-stream");
        }
    }

    @Test
    void theBodyOfARequestAndItsHeadersReachTheOrigin() throws Exception {
        try (RawOrigin origin = new RawOrigin(c -> c.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
                ImpairmentProxy proxy = proxy(origin, "pass");
                RawClient client = new RawClient(proxy.port())) {
            client.send(String.join(
                    "\r\n",
                    List.of(
                            "POST /v1/chat?x=1 HTTP/1.1",
                            "Host: a",
                            "X-Streamux-Id: 7",
                            "Transfer-Encoding: chunked",
                            "",
                            "3\r\n{\"a",
                            "4\r\n\":1}",
                            "0\r\n\r\n")));
            client.readUntil("ok");
            // The same connection serves a second request.
            client.send("GET /second HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(client.readToEnd()).isEqualTo("end");
            assertThat(origin.requests().get(0))
                    .startsWith("POST /v1/chat?x=1 HTTP/1.1")
                    .contains("X-Streamux-Id: 7")
                    .endsWith("{\"a\":1}");
            assertThat(origin.requests().get(1)).startsWith("GET /second");
        }
    }

    @Test
    void anOldClientGetsTheBodyWithoutChunksAndThenTheEnd() throws Exception {
        CountDownLatch gate = new CountDownLatch(0);
        try (RawOrigin origin = twoEvents(gate);
                ImpairmentProxy proxy = proxy(origin, "pass");
                RawClient client = new RawClient(proxy.port())) {
            client.send("GET / HTTP/1.0\r\n\r\n");
            assertThat(client.readToEnd()).isEqualTo("end");
            assertThat(client.received()).endsWith("\r\n\r\ndata: one\n\ndata: two\n\n");
        }
    }

    @Test
    void aResetStaysAResetAndACutStaysACut() throws Exception {
        try (RawOrigin origin = new RawOrigin(connection -> {
                    connection.streamHead();
                    connection.chunk("data: one\n\n");
                    connection.read(1);
                });
                RawOrigin resetting = new RawOrigin(connection -> {
                    connection.streamHead();
                    connection.chunk("data: one\n\n");
                    TimeUnit.MILLISECONDS.sleep(100);
                    connection.reset();
                });
                RawOrigin cutting = new RawOrigin(connection -> {
                    connection.streamHead();
                    connection.chunk("data: one\n\n");
                });
                ImpairmentProxy reset = proxy(resetting, "pass");
                ImpairmentProxy cut = proxy(cutting, "pass");
                RawClient first = new RawClient(reset.port());
                RawClient second = new RawClient(cut.port())) {
            assertThat(first.send(RawClient.GET).readToEnd()).isEqualTo("reset");
            assertThat(second.send(RawClient.GET).readToEnd()).isEqualTo("end");
            assertThat(second.received()).contains("data: one").doesNotEndWith(END);
            assertThat(origin.requests()).isEmpty();
        }
    }

    @Test
    void truncateCleanTurnsAResetIntoAFinishedAnswer() throws Exception {
        try (RawOrigin origin = new RawOrigin(connection -> {
                    connection.streamHead();
                    connection.chunk("data: one\n\n");
                });
                ImpairmentProxy proxy = proxy(origin, "truncate-clean");
                RawClient client = new RawClient(proxy.port())) {
            assertThat(client.send(RawClient.GET).readUntil(END)).contains("data: one");
        }
    }

    @Test
    void hangOnResetNeverEnds() throws Exception {
        try (RawOrigin origin = new RawOrigin(connection -> {
                    connection.streamHead();
                    connection.chunk("data: one\n\n");
                });
                ImpairmentProxy proxy = proxy(origin, "hang-on-reset");
                RawClient client = new RawClient(proxy.port())) {
            client.send(RawClient.GET).readUntil("data: one\n\n\r\n");
            assertThat(client.isSilentFor(300)).isTrue();
        }
    }

    @Test
    void theOriginIsClosedWhenTheClientLeavesInPrefillAndMidStream() throws Exception {
        CountDownLatch closed = new CountDownLatch(2);
        CountDownLatch asked = new CountDownLatch(1);
        try (RawOrigin prefill = new RawOrigin(connection -> {
                    asked.countDown();
                    if (connection.peerCloses()) {
                        closed.countDown();
                    }
                });
                RawOrigin midStream = new RawOrigin(connection -> {
                    connection.streamHead();
                    connection.chunk("data: one\n\n");
                    if (connection.peerCloses()) {
                        closed.countDown();
                    }
                });
                ImpairmentProxy first = proxy(prefill, "pass");
                ImpairmentProxy second = proxy(midStream, "full")) {
            try (RawClient client = new RawClient(first.port())) {
                client.send(RawClient.GET);
                asked.await();
            }
            try (RawClient client = new RawClient(second.port())) {
                client.send(RawClient.GET);
                assertThat(client.isSilentFor(200)).isTrue();
            }
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void neverCancelLetsTheOriginFinish() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(1);
        try (RawOrigin origin = new RawOrigin(connection -> {
                    connection.streamHead();
                    connection.chunk("data: one\n\n");
                    gate.await();
                    for (int i = 0; i < 100; i++) {
                        connection.chunk("data: more\n\n");
                    }
                    connection.send("0\r\n\r\n");
                    finished.countDown();
                });
                ImpairmentProxy proxy = proxy(origin, "never-cancel")) {
            try (RawClient client = new RawClient(proxy.port())) {
                client.send(RawClient.GET).readUntil("data: one");
            }
            gate.countDown();
            assertThat(finished.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void sizeHoldsTextUntilABlockIsFullAndFullHoldsAllOfIt() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (RawOrigin origin = twoEvents(gate);
                ImpairmentProxy sized = proxy(origin, "size:15");
                ImpairmentProxy full = proxy(origin, "full-length");
                RawClient first = new RawClient(sized.port());
                RawClient second = new RawClient(full.port())) {
            // 11 bytes of 15: nothing but the headers.
            first.send(RawClient.GET).readUntil("\r\n\r\n");
            second.send(RawClient.GET);
            assertThat(first.isSilentFor(200)).isTrue();
            assertThat(second.isSilentFor(100)).isTrue();
            gate.countDown();
            // 22 bytes: a block of 15 and the rest of 7.
            assertThat(first.readUntil(END)).contains("\r\nf\r\ndata: one\n\ndata\r\n7\r\n: two\n\n\r\n");
            assertThat(second.readUntil("two\n\n"))
                    .contains("content-length: 22")
                    .doesNotContain("chunked");
        }
    }

    @Test
    void holdOneIsOneEventBehind() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (RawOrigin origin = new RawOrigin(connection -> {
                    connection.streamHead();
                    connection.chunk("data: one\n\n");
                    connection.chunk("data: two\r\n\r\nda");
                    gate.await();
                    connection.chunk("ta: three\n\n");
                    connection.send("0\r\n\r\n");
                });
                ImpairmentProxy proxy = proxy(origin, "hold-one");
                RawClient client = new RawClient(proxy.port())) {
            client.send(RawClient.GET).readUntil("one\n\n\r\n");
            assertThat(client.isSilentFor(200)).isTrue();
            gate.countDown();
            assertThat(client.readUntil(END)).contains("two").contains("three");
        }
    }

    @Test
    void headersLateAndOneShotHoldTheHeaders() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (RawOrigin origin = new RawOrigin(connection -> {
                    connection.streamHead();
                    gate.await();
                    connection.chunk("data: one\n\n");
                    connection.send("0\r\n\r\n");
                });
                ImpairmentProxy late = proxy(origin, "headers-late");
                ImpairmentProxy cork = proxy(origin, "one-shot:300ms");
                RawClient first = new RawClient(late.port());
                RawClient second = new RawClient(cork.port())) {
            first.send(RawClient.GET);
            second.send(RawClient.GET);
            assertThat(second.isSilentFor(100)).isTrue();
            // The timer lets the headers go without the body.
            second.readUntil("\r\n\r\n");
            assertThat(first.isSilentFor(100)).isTrue();
            gate.countDown();
            first.readUntil(END);
            second.readUntil(END);
        }
    }

    @Test
    void gzipHidesAnEventInItsWindowAndGzipFlushDoesNot() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        String request = "GET / HTTP/1.0\r\nAccept-Encoding: br, gzip\r\n\r\n";
        try (RawOrigin origin = twoEvents(gate);
                ImpairmentProxy hiding = proxy(origin, "gzip");
                ImpairmentProxy flushing = proxy(origin, "gzip-flush");
                RawClient plain = new RawClient(hiding.port());
                RawClient first = new RawClient(hiding.port());
                RawClient second = new RawClient(flushing.port())) {
            plain.send(RawClient.GET).readUntil("data: one");
            first.send(request).readUntil("\r\n\r\n");
            second.send(request).readUntil("\r\n\r\n");
            assertThat(second.isSilentFor(2000)).isFalse();
            assertThat(first.isSilentFor(200)).isTrue();
            gate.countDown();
            for (RawClient client : new RawClient[] {first, second}) {
                assertThat(client.readToEnd()).isEqualTo("end");
                assertThat(gunzip(client)).isEqualTo("data: one\n\ndata: two\n\n");
            }
        }
    }

    private static String gunzip(RawClient client) throws IOException {
        byte[] all = client.receivedBytes();
        int body = client.received().indexOf("\r\n\r\n") + 4;
        return new String(
                new GZIPInputStream(new ByteArrayInputStream(all, body, all.length - body)).readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void retryDoublesTheGeneration() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        try (RawOrigin origin = new RawOrigin(connection -> {
                    connection.streamHead();
                    connection.chunk("data: " + attempts.incrementAndGet() + "\n\n");
                    TimeUnit.MILLISECONDS.sleep(50);
                    connection.reset();
                });
                ImpairmentProxy proxy = proxy(origin, "retry");
                RawClient client = new RawClient(proxy.port())) {
            assertThat(client.send(RawClient.GET).readToEnd()).isEqualTo("reset");
            assertThat(client.received()).contains("data: 1").contains("data: 2");
            assertThat(attempts).hasValue(2);
        }
    }

    @Test
    void queueLetsTheSecondWaitForTheFirst() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (RawOrigin origin = twoEvents(gate);
                ImpairmentProxy proxy = proxy(origin, "queue:1");
                RawClient first = new RawClient(proxy.port());
                RawClient second = new RawClient(proxy.port())) {
            first.send(RawClient.GET).readUntil("one");
            second.send(RawClient.GET);
            assertThat(second.isSilentFor(200)).isTrue();
            assertThat(origin.requests()).hasSize(1);
            gate.countDown();
            first.readUntil(END);
            second.readUntil(END);
        }
    }

    @Test
    void idleCutEndsASilentStreamAndAnswersForASilentOrigin() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (RawOrigin streaming = twoEvents(never);
                RawOrigin silent = new RawOrigin(connection -> never.await());
                ImpairmentProxy first = proxy(streaming, "idle-cut:200ms");
                ImpairmentProxy second = proxy(silent, "idle-cut:200ms");
                RawClient cut = new RawClient(first.port());
                RawClient refused = new RawClient(second.port())) {
            assertThat(cut.send(RawClient.GET).readToEnd()).isEqualTo("end");
            assertThat(cut.received()).contains("data: one").doesNotEndWith(END);
            assertThat(refused.send(RawClient.GET).readUntil("too long")).contains(" 504 ");
            never.countDown();
        }
    }

    @Test
    void theNetworkKeepsTheOrderAndTheText() throws Exception {
        try (RawOrigin origin = new RawOrigin(connection -> {
                    connection.streamHead();
                    for (int i = 0; i < 50; i++) {
                        connection.chunk("data: " + i + "\n\n");
                    }
                    connection.send("0\r\n\r\n");
                });
                ImpairmentProxy proxy = proxy(origin, "network:delay=20ms,jitter=30ms,bandwidth=1mbit,stall=5%/20ms");
                RawClient client = new RawClient(proxy.port())) {
            String all = client.send("GET / HTTP/1.0\r\n\r\n").readUntil("data: 49\n\n");
            StringBuilder expected = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                expected.append("data: ").append(i).append("\n\n");
            }
            assertThat(all).endsWith(expected);
        }
    }

    @Test
    void aWebSocketPassesAsItIsEvenUnderABufferingPolicy() throws Exception {
        try (RawOrigin origin = new RawOrigin(connection -> {
                    connection.send(String.join(
                            "\r\n",
                            List.of(
                                    "HTTP/1.1 101 Switching Protocols",
                                    "Upgrade: websocket",
                                    "Connection: Upgrade",
                                    "Sec-WebSocket-Accept: x",
                                    "\r\nfirst")));
                    connection.send("<" + connection.read(4) + ">");
                });
                ImpairmentProxy proxy = proxy(origin, "full");
                RawClient client = new RawClient(proxy.port())) {
            client.send(String.join(
                            "\r\n",
                            List.of(
                                    "GET /ws HTTP/1.1",
                                    "Host: a",
                                    "Upgrade: websocket",
                                    "Connection: Upgrade",
                                    "Sec-WebSocket-Key: k",
                                    "\r\n")))
                    .readUntil("first");
            client.send("ping");
            assertThat(client.readUntil("<ping>")).contains("101 Switching Protocols");
            assertThat(client.readToEnd()).isEqualTo("end");
        }
    }

    @Test
    void anOriginThatIsNotThereIsABadGateway() throws Exception {
        int closedPort;
        try (RawOrigin origin = new RawOrigin(connection -> {})) {
            closedPort = origin.uri().getPort();
        }
        ProxyConfig config = ProxyConfig.to(java.net.URI.create("http://127.0.0.1:" + closedPort), new Policy.Pass());
        try (ImpairmentProxy proxy = ImpairmentProxy.start(config);
                RawClient client = new RawClient(proxy.port())) {
            assertThat(client.send(RawClient.GET).readUntil("cannot be reached"))
                    .contains(" 502 ");
        }
    }

    @Test
    void aPortInUseIsTheUsersMistake() throws Exception {
        try (RawOrigin origin = new RawOrigin(connection -> {})) {
            ProxyConfig config = ProxyConfig.to(origin.uri(), new Policy.Pass())
                    .withPort(origin.uri().getPort());
            assertThatThrownBy(() -> ImpairmentProxy.start(config))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("port " + config.port());
        }
    }
}
