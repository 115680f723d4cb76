package dev.streamux.reports.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Serves one page under the policy with which Jenkins serves files: no script, and no style of its own. */
public final class SandboxServer implements AutoCloseable {
    private static final String POLICY = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'";

    private final HttpServer server;

    private SandboxServer(HttpServer server) {
        this.server = server;
    }

    /** A server of this page on a port that the system chooses. */
    public static SandboxServer of(String page) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
                exchange.sendResponseHeaders(200, body.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(body);
                }
            });
            server.start();
            return new SandboxServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the page is. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/report.html";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
