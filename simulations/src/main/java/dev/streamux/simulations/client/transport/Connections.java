package dev.streamux.simulations.client.transport;

import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.NanoClock;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The connections of a client, kept apart by event loop so that none needs a lock. Thread-safe. */
public final class Connections {
    private static final int FIRST_JAVA_WITH_FOREIGN_MEMORY = 22;

    private final Names names = new Names();
    private final ConnectionOpener opener;
    private final NanoClock clock;
    private final boolean kernelStamps;
    private final Duration keepAliveIdle;
    private final Map<EventLoop, LoopPool> pools = new ConcurrentHashMap<>();

    /**
     * No connection yet.
     *
     * @param clock stamps reads
     * @param keepAliveIdle how long an unused connection is kept
     * @param trust whose TLS certificates are accepted
     * @param kernelStamps whether to take the kernel's receive stamps where they can be had
     */
    public Connections(NanoClock clock, Duration keepAliveIdle, Trust trust, boolean kernelStamps) {
        this.clock = clock;
        this.kernelStamps = kernelStamps;
        this.opener = new ConnectionOpener(clock, new SocketOpener(new TlsContexts(trust), names));
        this.keepAliveIdle = keepAliveIdle;
    }

    /**
     * A connection of this event loop that rests, or a new one. To be called on the loop.
     *
     * @param timeout for opening, TLS included
     */
    public Future<Lease> acquire(EventLoop loop, Origin origin, Duration timeout) {
        return poolOf(loop).acquire(origin, timeout);
    }

    /**
     * A new WebSocket. To be called on the loop. Fails with {@link HandshakeRefusedException} if the server refuses.
     *
     * @param timeout for opening, and again for the handshake
     */
    public Future<Lease> acquireWebSocket(EventLoop loop, Origin origin, WebSocketUpgrade upgrade, Duration timeout) {
        return poolOf(loop).acquireWebSocket(origin, upgrade, timeout);
    }

    private LoopPool poolOf(EventLoop loop) {
        return pools.computeIfAbsent(loop, key -> new LoopPool(key, opener, keepAliveIdle, kernelParts(key)));
    }

    private Optional<KernelWire.Parts> kernelParts(EventLoop loop) {
        boolean possible = kernelStamps && loop instanceof IoEventLoop io && io.isCompatible(KernelWire.class);
        return possible
                ? KernelStamps.open()
                        .map(reads -> new KernelWire.Parts((IoEventLoop) loop, reads, new KernelClock(clock, reads)))
                : Optional.empty();
    }

    /** Whether this platform has kernel receive stamps: Linux with 64 bits, Java 22 or newer, run from the jar. */
    public static boolean kernelStampsAvailable() {
        return KernelStamps.open().isPresent();
    }

    /**
     * Does nothing where kernel receive stamps can be had.
     *
     * @throws InvalidInputException if they cannot, which says why
     */
    public static void requireKernelStamps() {
        if (!kernelStampsAvailable()) {
            boolean newer = Runtime.version().feature() >= FIRST_JAVA_WITH_FOREIGN_MEMORY;
            throw new InvalidInputException("kernel receive stamps cannot be had on Java "
                    + Runtime.version().feature() + ", " + System.getProperty("os.name") + ", "
                    + System.getProperty("os.arch") + "; they need Java 22 or newer and Linux on amd64 or aarch64"
                    + (newer
                            ? ", and a streamux that was built with such a Java: delete cli/target/launcher.stamp and start again"
                            : "; set JAVA_HOME to one, or go without"));
        }
    }

    /** Closes every connection that rests. */
    public void close() {
        pools.values().forEach(LoopPool::close);
        names.close();
    }
}
