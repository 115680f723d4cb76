package dev.streamux.mockllm.server;

import dev.streamux.mockllm.MockConfig;
import dev.streamux.mockllm.Tls;
import dev.streamux.mockllm.answer.AnswerMaker;
import dev.streamux.mockllm.exchange.Core;
import dev.streamux.mockllm.knob.Knobs;
import dev.streamux.trace.NanoClock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs the whole path of a request a few times before the first real one.
 *
 * <p>The first answers of a cold JVM are late by 100 ms and more, because classes are loaded on the way. A second server
 * on loopback answers requests of ours and is closed again; its counters and emissions are nobody's.
 */
public final class WarmUp {
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int ROUNDS = 12;
    private static final int READ_MILLIS = 2_000;

    private static final List<String> REQUESTS = List.of(
            request(
                    "/v1/chat/completions",
                    "{\"model\":\"mock-ttft0-itl0-len120\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}"),
            request(
                    "/v1/chat/completions",
                    "{\"model\":\"mock-ttft1-itl0.2-len20\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"b\"}]}"),
            request(
                    "/v1/chat/completions",
                    "{\"model\":\"mock-ttft0-itl0-len20\",\"messages\":[{\"role\":\"user\",\"content\":\"c\"}]}"),
            request(
                    "/v1/messages",
                    "{\"model\":\"mock-ttft0-itl0-len20\",\"max_tokens\":99,\"stream\":true,"
                            + "\"messages\":[{\"role\":\"user\",\"content\":\"d\"}]}"),
            request("/v1/responses", "{\"model\":\"mock-ttft0-itl0-len20\",\"stream\":true,\"input\":\"e\"}"));

    private WarmUp() {}

    private static String request(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** Warms up what a server with this configuration will use; gives up silently where it cannot. */
    public static void run(MockConfig config, AnswerMaker maker) {
        MockConfig own = new MockConfig(
                "127.0.0.1",
                0,
                Knobs.NONE,
                config.runSeed(),
                config.bounds(),
                config.engine(),
                Optional.empty(),
                new Tls.Off(),
                config.answers());
        NanoClock clock = NanoClock.startingNow();
        try (Core core = new Core(own, clock, maker, List.of());
                Listener listener = Listener.open(own, core)) {
            for (int round = 0; round < ROUNDS && clock.nanos() < LONGEST_NANOS; round++) {
                for (String request : REQUESTS) {
                    exchange(listener.port(), request);
                }
            }
        } catch (IOException e) {
            System.getLogger(WarmUp.class.getName()).log(System.Logger.Level.DEBUG, "no warm-up: " + e.getMessage());
        }
    }

    private static void exchange(int port, String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), READ_MILLIS);
            socket.setSoTimeout(READ_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.getInputStream().readAllBytes();
        }
    }
}
