package dev.streamux.simulations.client.transport;

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
     * @param trustAllCertificates whether any TLS certificate is accepted
     * @param kernelStamps whether to take the kernel's receive stamps where they can be had
     */
    public Connections(NanoClock clock, Duration keepAliveIdle, boolean trustAllCertificates, boolean kernelStamps) {
        this.clock = clock;
        this.kernelStamps = kernelStamps;
        this.opener = new ConnectionOpener(clock, new TlsContexts(trustAllCertificates));
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

    private Optional<KernelConnection.Parts> kernelParts(EventLoop loop) {
        boolean possible = kernelStamps && loop instanceof IoEventLoop io && io.isCompatible(KernelConnection.class);
        return possible
                ? KernelStamps.open()
                        .map(reads ->
                                new KernelConnection.Parts((IoEventLoop) loop, reads, new KernelClock(clock, reads)))
                : Optional.empty();
    }

    /** Whether this platform has kernel receive stamps: Linux with 64 bits, Java 22 or newer, run from the jar. */
    public static boolean kernelStampsAvailable() {
        return KernelStamps.open().isPresent();
    }

    /** Closes every connection that rests. */
    public void close() {
        pools.values().forEach(LoopPool::close);
    }
}
