package dev.streamux.simulations.route;

import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A real proxy that runs, from a folder of its own, on a port of its own, without needing root.
 *
 * <p>It is ready when a request through it was answered by the origin: some accept connections before they can forward.
 */
public final class RealRoute implements AutoCloseable {
    /** The slowest starter measured, a Java gateway, needs 5 s; on a busy machine that may be several times more. */
    private static final long LONGEST_START_SECONDS = 60;

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private final Supervised program;
    private final int port;
    private final Optional<URI> http2;
    private final Path log;

    private RealRoute(Supervised program, int port, Optional<URI> http2, Path log) {
        this.program = program;
        this.port = port;
        this.http2 = http2;
        this.log = log;
    }

    /**
     * Starts a proxy to an origin on this host that answers {@code GET /ready}, and waits until it forwards.
     *
     * @see #start(Configuration, int, String, Path)
     */
    public static RealRoute start(Configuration configuration, int originPort, Path folder) {
        return start(configuration, originPort, "/ready", folder);
    }

    /**
     * Starts a proxy to an origin on this host and waits until it forwards.
     *
     * @param originPort the origin
     * @param readyPath what the origin answers with 200 to a {@code GET}
     * @param folder where the proxy may write; made if it is not there, and kept with the logs
     * @throws InvalidInputException if the program is absent or does not come up; the message names the package or the log
     */
    public static RealRoute start(Configuration configuration, int originPort, String readyPath, Path folder) {
        Path executable = configuration
                .product()
                .executable()
                .orElseThrow(
                        () -> new InvalidInputException(configuration.product().howToInstall()));
        int port = freePort();
        int ownHttp2Port = freePort();
        Optional<Path> packages = configuration.product().packages().map(Packages::folder);
        Map<String, String> values = Map.of(
                "@RUN@", folder.toAbsolutePath().toString(),
                "@PORT@", Integer.toString(port),
                "@HTTP2@", Integer.toString(ownHttp2Port),
                "@ORIGIN@", Integer.toString(originPort),
                "@PACKAGES@", packages.map(Path::toString).orElse(""),
                "@MODULES@", "/usr/lib/apache2/modules",
                "@LIB@", "/usr/lib/trafficserver");
        prepare(configuration, folder, values);
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        configuration.product().arguments().forEach(argument -> command.add(filled(argument, values)));
        Path log = folder.resolve("output.log");
        Map<String, String> environment = packages.map(modules ->
                        Map.of("NODE_PATH", modules.resolve("node_modules").toString()))
                .orElse(Map.of());
        Supervised program = Supervised.start(command, folder, log, environment);
        Optional<URI> http2 = configuration.http2().port(port, ownHttp2Port).map(RealRoute::address);
        RealRoute route = new RealRoute(program, port, http2, log);
        try {
            route.awaitReady(configuration, readyPath);
        } catch (RuntimeException e) {
            route.close();
            throw e;
        }
        return route;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void prepare(Configuration configuration, Path folder, Map<String, String> values) {
        try {
            for (String name : List.of("", "etc", "run", "log", "cache", "var", "share")) {
                makeWritable(folder.resolve(name));
            }
            for (Map.Entry<String, String> file : configuration.files().entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), filled(configuration.text(file.getValue()), values));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be prepared: " + e.getMessage(), e);
        }
    }

    /** Proxies that are started by root go on as another user, who must be able to write too. */
    private static void makeWritable(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    private void awaitReady(Configuration configuration, String readyPath) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
        long next = System.nanoTime();
        while (System.nanoTime() < deadline) {
            if (answersReady(readyPath)) {
                return;
            }
            if (program.hasEnded() && !answersReady(readyPath)) {
                throw new InvalidInputException(
                        configuration.route() + " ended before it was ready; its log is " + log + LastLines.of(log));
            }
            next += POLL_NANOS;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        throw new InvalidInputException(configuration.route() + " did not forward within " + LONGEST_START_SECONDS
                + " s; its log is " + log + LastLines.of(log));
    }

    private boolean answersReady(String readyPath) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) baseUrl().resolve(readyPath).toURL().openConnection(java.net.Proxy.NO_PROXY);
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(2000);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The address to put in place of the origin's. */
    public URI baseUrl() {
        return address(port);
    }

    /** The address for HTTP/2 without TLS, often the same; empty if this configuration takes none. */
    public Optional<URI> http2Url() {
        return http2;
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What the program printed; its own logs lie beside it. */
    public Path log() {
        return log;
    }

    /** Ends the proxy and every process it made. */
    @Override
    public void close() {
        program.close();
    }
}
