package dev.streamux.simulations.client.transport;

import dev.streamux.trace.NanoClock;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The connections of a client, kept apart by event loop so that none needs a lock. Thread-safe. */
public final class Connections {
    private final ConnectionOpener opener;
    private final Duration keepAliveIdle;
    private final Map<EventLoop, LoopPool> pools = new ConcurrentHashMap<>();

    /** No connection yet. */
    public Connections(NanoClock clock, Duration keepAliveIdle, boolean trustAllCertificates) {
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
        return pools.computeIfAbsent(loop, key -> new LoopPool(key, opener, keepAliveIdle));
    }

    /** Closes every connection that rests. */
    public void close() {
        pools.values().forEach(LoopPool::close);
    }
}
