package dev.streamux.simulations.selftest;

import dev.streamux.trace.NanoClock;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A server that writes bytes as scripted and notes when it did; it knows of HTTP only where a request ends.
 *
 * <p>The first segment of the path names the script. Every connection has a thread of its own: it serves dozens of
 * streams, not thousands, and shares no code with what it checks.
 */
final class WireServer implements AutoCloseable {
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
    static WireServer start(NanoClock clock) {
        try {
            WireServer server = new WireServer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), clock);
            server.startThread("streamux-wire-accept", server::acceptAll);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("no port of the loopback interface can be opened: " + e.getMessage(), e);
        }
    }

    /** Answers requests whose path begins with {@code /name} with these steps. */
    void script(String name, List<WireStep> steps) {
        scripts.put(name, List.copyOf(steps));
    }

    /** The base address that selects a script. */
    String address(String name) {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/" + name;
    }

    /** What was done for the last request of a script; empty before the first. */
    WireLog log(String name) {
        return logs.getOrDefault(name, WireLog.EMPTY);
    }

    /** How many connections were accepted so far. */
    int connectionsAccepted() {
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
            String path = readRequest(in);
            while (path != null) {
                String name = firstSegment(path);
                if (!play(name, socket)) {
                    return;
                }
                path = readRequest(in);
            }
        } catch (IOException e) {
            // The client left, which is its right.
        } finally {
            connections.remove(socket);
        }
    }

    /** Plays a script; false if it ended the connection. */
    private boolean play(String name, Socket socket) throws IOException {
        List<WireStep> steps = scripts.getOrDefault(name, List.of());
        OutputStream out = socket.getOutputStream();
        WireLog.Builder log = new WireLog.Builder(clock.nanos());
        for (WireStep step : steps) {
            waitUntil(log.arrivalNanos() + step.atMillis() * 1_000_000L);
            log.add(clock.nanos());
            logs.put(name, log.build());
            if (step instanceof WireStep.Write write) {
                out.write(write.bytes());
                out.flush();
            } else if (step instanceof WireStep.Reset) {
                socket.setSoLinger(true, 0);
                socket.close();
                return false;
            } else if (step instanceof WireStep.Close) {
                socket.shutdownOutput();
                return false;
            }
        }
        return true;
    }

    private void waitUntil(long deadline) {
        long left = deadline - clock.nanos();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = deadline - clock.nanos();
        }
    }

    /** Reads one request and its body; gives its path, or null at the end of the connection. */
    private static @Nullable String readRequest(InputStream in) throws IOException {
        String first = readLine(in);
        if (first.isEmpty()) {
            return null;
        }
        int length = 0;
        String line = readLine(in);
        while (!line.isEmpty()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).strip());
            }
            line = readLine(in);
        }
        in.skipNBytes(length);
        return first.substring(first.indexOf(' ') + 1, first.lastIndexOf(' '));
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int value = in.read();
        while (value >= 0 && value != '\n') {
            line.append((char) value);
            value = in.read();
        }
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
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
