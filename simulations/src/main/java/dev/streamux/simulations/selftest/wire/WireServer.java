package dev.streamux.simulations.selftest.wire;

import dev.streamux.trace.NanoClock;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that writes bytes as scripted and notes when it did; it knows of HTTP only where a request ends.
 *
 * <p>The first segment of the path names the script. Every connection has a thread of its own: it serves dozens of
 * streams, not thousands, and shares no code with what it checks.
 */
public final class WireServer implements AutoCloseable {
    private static final int BACKLOG = 200;

    private final ServerSocket listening;
    private final NanoClock clock;
    private final Map<String, List<WireStep>> scripts = new ConcurrentHashMap<>();
    private final Map<String, WireLog> logs = new ConcurrentHashMap<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();

    private WireServer(ServerSocket listening, NanoClock clock) {
        this.listening = listening;
        this.clock = clock;
    }

    /** A server on a free port of the loopback interface. */
    public static WireServer start(NanoClock clock) {
        try {
            return start(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), clock);
        } catch (IOException e) {
            throw new UncheckedIOException("no port of the loopback interface can be opened: " + e.getMessage(), e);
        }
    }

    /** A server on this socket, which may speak TLS; the server closes it. */
    public static WireServer start(ServerSocket listening, NanoClock clock) {
        WireServer server = new WireServer(listening, clock);
        server.startThread("streamux-wire-accept", server::acceptAll);
        return server;
    }

    /** Answers requests whose path begins with {@code /name} with these steps. */
    public void script(String name, List<WireStep> steps) {
        scripts.put(name, List.copyOf(steps));
    }

    /** The base address that selects a script. */
    public String address(String name) {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/" + name;
    }

    /** What was done for the last request of a script; empty before the first. */
    public WireLog log(String name) {
        return logs.getOrDefault(name, WireLog.EMPTY);
    }

    /** How many connections were accepted so far. */
    public int connectionsAccepted() {
        return accepted.get();
    }

    private void acceptAll() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                accepted.incrementAndGet();
                connections.add(socket);
                startThread("streamux-wire", () -> serve(socket));
            } catch (IOException e) {
                // The listening socket was closed: there is nobody left to serve.
                return;
            }
        }
    }

    private void startThread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            WireRequest request = WireRequest.read(in);
            while (request != null && answer(request, in, socket)) {
                request = WireRequest.read(in);
            }
        } catch (IOException e) {
            // The client left, which is its right.
        } finally {
            connections.remove(socket);
        }
    }

    /** Answers one request; false if that was the connection's last. */
    private boolean answer(WireRequest request, InputStream in, Socket socket) throws IOException {
        if (request.target().equals("*")) {
            // HTTP/2 hides the path in compressed headers, so that a server speaks one script.
            int stream = Http2Wire.accept(in, socket.getOutputStream());
            new WirePlayer(socket, clock, logs).playHttp2("http2", stepsOf("http2"), stream);
            return false;
        }
        String name = WireRequest.scriptOf(request.target());
        String key = request.headers().get("sec-websocket-key");
        if (key != null) {
            socket.getOutputStream().write(WebSocketWire.acceptance(key));
            WebSocketWire.skipFrame(in);
        }
        return new WirePlayer(socket, clock, logs).play(name, stepsOf(name)) && key == null;
    }

    private List<WireStep> stepsOf(String name) {
        return scripts.getOrDefault(name, List.of());
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : connections) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
