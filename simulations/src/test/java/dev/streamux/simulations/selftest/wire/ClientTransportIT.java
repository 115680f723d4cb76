package dev.streamux.simulations.selftest.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.simulations.client.ClientConfig;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.client.exchange.ResponseObserver;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.request.HttpVersion;
import dev.streamux.simulations.client.request.RequestBuilder;
import dev.streamux.simulations.client.transport.socket.Trust;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientTransportIT {
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
    private static final String HELLO = token("Hel") + token("lo") + "data: [DONE]\n\n";

    private final NanoClock clock = NanoClock.startingNow();
    private final WireServer server = WireServer.start(clock);
    private final StreamingClient client =
            new StreamingClient(ClientConfig.defaults().withTrust(Trust.ANYBODY), clock);

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void http2WithPriorKnowledge() {
        server.script(
                "http2",
                List.of(new WireStep.Write(0, token("Hel")), new WireStep.Write(50, token("lo") + "data: [DONE]\n\n")));
        ResponseTrace trace =
                await(client.send(request("any").httpVersion(HttpVersion.HTTP_2).build()));
        assertThat(trace.outcome()).as("%s", trace.error()).isEqualTo(Outcome.COMPLETE);
        assertThat(trace.text()).hasValue("Hello");
        assertThat(trace.status()).isEqualTo(200);
        assertThat(trace.attributes()).containsEntry("http", "2");
        assertThat(trace.chunks().timeNanos(1) - trace.chunks().timeNanos(0)).isGreaterThan(20_000_000L);
    }

    @Test
    void tlsCarriesTheStreamAndChecksTheCertificate() throws Exception {
        try (WireServer secure = WireServer.start(tlsSocket(List.of()), clock);
                StreamingClient strict = new StreamingClient(clock)) {
            secure.script("case", List.of(new WireStep.Write(0, HEAD + chunk(HELLO) + "0\r\n\r\n")));
            URI target = URI.create(secure.address("case").replace("http:", "https:"));
            ResponseTrace trace =
                    await(client.send(ClientRequest.builder("r", target).build()));
            assertThat(trace.outcome()).as("%s", trace.error()).isEqualTo(Outcome.COMPLETE);
            ResponseTrace refused =
                    await(strict.send(ClientRequest.builder("r", target).build()));
            assertThat(refused.outcome()).isEqualTo(Outcome.UNREACHABLE);
            assertThat(refused.error())
                    .hasValueSatisfying(error -> assertThat(error).containsIgnoringCase("certif"));
        }
    }

    @Test
    void http2OverTlsIsAgreedOnByAlpn() throws Exception {
        try (WireServer secure = WireServer.start(tlsSocket(List.of("h2")), clock)) {
            secure.script("http2", List.of(new WireStep.Write(0, HELLO)));
            URI target = URI.create(secure.address("x").replace("http:", "https:"));
            ResponseTrace trace = await(client.send(ClientRequest.builder("r", target)
                    .httpVersion(HttpVersion.HTTP_2)
                    .build()));
            assertThat(trace.outcome()).as("%s", trace.error()).isEqualTo(Outcome.COMPLETE);
            assertThat(trace.text()).hasValue("Hello");
        }
    }

    @Test
    void aTlsServerWithoutHttp2IsUnreachableOverHttp2() throws Exception {
        try (WireServer secure = WireServer.start(tlsSocket(List.of()), clock)) {
            URI target = URI.create(secure.address("x").replace("http:", "https:"));
            ResponseTrace trace = await(client.send(ClientRequest.builder("r", target)
                    .httpVersion(HttpVersion.HTTP_2)
                    .build()));
            assertThat(trace.outcome()).isEqualTo(Outcome.UNREACHABLE);
            assertThat(trace.error())
                    .hasValueSatisfying(error -> assertThat(error).contains("ALPN"));
        }
    }

    @Test
    void gzipIsReadAsItArrives() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        GZIPOutputStream gzip = new GZIPOutputStream(packed, true);
        gzip.write(token("Hel").getBytes(StandardCharsets.UTF_8));
        gzip.flush();
        byte[] first = packed.toByteArray();
        packed.reset();
        gzip.write((token("lo") + "data: [DONE]\n\n").getBytes(StandardCharsets.UTF_8));
        gzip.close();
        byte[] second = packed.toByteArray();
        String head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-encoding: gzip\r\ncontent-length: "
                + (first.length + second.length) + "\r\n\r\n";
        server.script(
                "case",
                List.of(new WireStep.Write(0, head), new WireStep.Write(20, first), new WireStep.Write(1000, second)));
        ResponseTrace trace = await(client.send(request("case").acceptGzip(true).build()));
        assertThat(trace.outcome()).as("%s", trace.error()).isEqualTo(Outcome.COMPLETE);
        assertThat(trace.text()).hasValue("Hello");
        assertThat(trace.attributes()).containsEntry("contentEncoding", "gzip");
        assertThat(trace.chunks().timeNanos(1) - trace.chunks().timeNanos(0)).isGreaterThan(50_000_000L);
    }

    @Test
    void anEncodingThatWasNotOfferedIsAnError() {
        server.script(
                "case",
                List.of(new WireStep.Write(
                        0,
                        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
                                + "content-encoding: br\r\ncontent-length: 3\r\n\r\nabc")));
        ResponseTrace trace = await(client.send(request("case").build()));
        assertThat(trace.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(trace.error()).hasValueSatisfying(error -> assertThat(error).contains("br"));
    }

    @Test
    void aWebSocketCarriesOneJsonAFrame() {
        server.script(
                "ws",
                List.of(
                        new WireStep.Write(
                                0, WebSocketWire.text("{\"type\":\"response.created\",\"response\":{\"id\":\"r1\"}}")),
                        new WireStep.Write(
                                20, WebSocketWire.text("{\"type\":\"response.output_text.delta\",\"delta\":\"Hel\"}")),
                        new WireStep.Write(
                                60, WebSocketWire.text("{\"type\":\"response.output_text.delta\",\"delta\":\"lo\"}")),
                        new WireStep.Write(
                                80,
                                WebSocketWire.text(
                                        "{\"type\":\"response.completed\",\"response\":{\"status\":\"completed\","
                                                + "\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}}"))));
        ResponseTrace trace = await(client.send(webSocket("ws")));
        assertThat(trace.outcome()).as("%s", trace.error()).isEqualTo(Outcome.COMPLETE);
        assertThat(trace.text()).hasValue("Hello");
        assertThat(trace.status()).isEqualTo(101);
        // {"type":"response.output_text.delta","delta":"Hel"} is 51 bytes; a short frame has a header of 2
        assertThat(trace.chunks().bytes(0)).isEqualTo(53);
        assertThat(trace.usage()).isPresent();
    }

    @Test
    void aWebSocketThatIsRefusedIsRejected() {
        ResponseTrace trace = await(client.send(webSocketAt(refusingPort())));
        assertThat(trace.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(trace.status()).isEqualTo(426);
        assertThat(trace.error()).hasValue("status 426: no sockets here");
    }

    @Test
    void aWebSocketThatBreaksIsAReset() {
        server.script(
                "ws",
                List.of(
                        new WireStep.Write(
                                0, WebSocketWire.text("{\"type\":\"response.output_text.delta\",\"delta\":\"Hel\"}")),
                        new WireStep.Reset(40)));
        ResponseTrace trace = await(client.send(webSocket("ws")));
        assertThat(trace.outcome()).isEqualTo(Outcome.RESET);
        assertThat(trace.text()).hasValue("Hel");
    }

    @Test
    void aProxyIsAskedForATunnel() throws IOException {
        server.script("case", List.of(new WireStep.Write(0, HEAD + chunk(HELLO) + "0\r\n\r\n")));
        try (ServerSocket proxy = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> asked = new CompletableFuture<>();
            Thread thread = new Thread(() -> tunnel(proxy, asked), "test-proxy");
            thread.setDaemon(true);
            thread.start();
            ResponseTrace trace = await(client.send(request("case")
                    .connectProxy(URI.create("http://127.0.0.1:" + proxy.getLocalPort()))
                    .build()));
            assertThat(trace.outcome()).as("%s", trace.error()).isEqualTo(Outcome.COMPLETE);
            assertThat(asked.join()).startsWith("CONNECT 127.0.0.1:");
        }
    }

    @Test
    void aGivenEventLoopIsUsedAndTheFutureCompletesOnIt() throws InterruptedException {
        server.script("case", List.of(new WireStep.Write(0, HEAD + chunk(HELLO) + "0\r\n\r\n")));
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try (StreamingClient bare = new StreamingClient(ClientConfig.defaults().withEventLoops(0), clock)) {
            EventLoop loop = group.next();
            CompletableFuture<Boolean> onLoop = bare.send(request("case").build(), ResponseObserver.NONE, loop)
                    .thenApply(trace -> loop.inEventLoop() && trace.outcome() == Outcome.COMPLETE);
            assertThat(onLoop.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
        } finally {
            group.shutdownGracefully(0, 2, TimeUnit.SECONDS).await();
        }
    }

    @Test
    void anObserverSeesHeadersReadsAndEvents() {
        server.script(
                "case",
                List.of(
                        new WireStep.Write(0, HEAD),
                        new WireStep.Write(30, chunk(": ping\n\n" + token("Hi"))),
                        new WireStep.Write(60, chunk("data: [DONE]\n\n") + "0\r\n\r\n")));
        List<String> seen = new ArrayList<>();
        long[] raw = new long[1];
        ResponseTrace trace = await(client.send(request("case").build(), new ResponseObserver() {
            @Override
            public void onHeaders(long nanos, int status, Map<String, List<String>> headers) {
                seen.add(status + " " + headers.get("content-type"));
            }

            @Override
            public void onRead(long nanos, ByteBuf bytes) {
                raw[0] += bytes.readableBytes();
            }

            @Override
            public void onEvent(long nanos, String type, String data, int wireBytes) {
                seen.add(wireBytes + " " + type);
            }

            @Override
            public void onComment(long nanos, String comment) {
                seen.add("comment" + comment);
            }
        }));
        assertThat(trace.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(seen)
                .containsExactly(
                        "200 [text/event-stream]", "comment ping", token("Hi").length() + " message", "14 message");
        assertThat(raw[0]).isGreaterThan(HEAD.length() + token("Hi").length());
    }

    private RequestBuilder request(String script) {
        return ClientRequest.builder("r1", URI.create(server.address(script)));
    }

    private ClientRequest webSocket(String script) {
        return request(script)
                .dialect(Dialect.OPENAI_RESPONSES)
                .delivery(Delivery.WEBSOCKET)
                .build();
    }

    private static ClientRequest webSocketAt(int port) {
        return ClientRequest.builder("r1", URI.create("http://127.0.0.1:" + port))
                .dialect(Dialect.OPENAI_RESPONSES)
                .delivery(Delivery.WEBSOCKET)
                .build();
    }

    private static ResponseTrace await(CompletableFuture<ResponseTrace> future) {
        return future.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** A server that answers every handshake with 426. */
    private static int refusingPort() {
        try {
            ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(() -> refuse(socket), "test-refuser");
            thread.setDaemon(true);
            thread.start();
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void refuse(ServerSocket listening) {
        try (listening;
                Socket socket = listening.accept()) {
            WireRequest.read(socket.getInputStream());
            String body = "{\"message\":\"no sockets here\"}";
            socket.getOutputStream()
                    .write(("HTTP/1.1 426 Upgrade\r\ncontent-length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The test has ended.
        }
    }

    /** Accepts one CONNECT and then copies both ways. */
    private static void tunnel(ServerSocket proxy, CompletableFuture<String> asked) {
        try (Socket client = proxy.accept()) {
            WireRequest request = requireNonNull(WireRequest.read(client.getInputStream()));
            asked.complete("CONNECT " + request.target());
            int port =
                    Integer.parseInt(request.target().substring(request.target().indexOf(':') + 1));
            try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                Thread back = new Thread(() -> copy(target, client), "test-proxy-back");
                back.setDaemon(true);
                back.start();
                copy(client, target);
            }
        } catch (IOException e) {
            asked.completeExceptionally(e);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has closed, so the tunnel is over.
        }
    }

    static ServerSocket tlsSocket(List<String> protocols) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        char[] password = "streamux".toCharArray();
        try (InputStream file = requireNonNull(ClientTransportIT.class.getResourceAsStream("localhost.p12"))) {
            keys.load(file, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(protocols.toArray(String[]::new));
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static String token(String text) {
        return "data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }
}
