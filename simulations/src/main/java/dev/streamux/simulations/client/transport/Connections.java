package dev.streamux.simulations.client.transport;

import dev.streamux.simulations.client.transport.http.HttpOpener;
import dev.streamux.simulations.client.transport.kernel.KernelOpener;
import dev.streamux.simulations.client.transport.line.Lease;
import dev.streamux.simulations.client.transport.socket.Names;
import dev.streamux.simulations.client.transport.socket.Origin;
import dev.streamux.simulations.client.transport.socket.SocketOpener;
import dev.streamux.simulations.client.transport.socket.TlsContexts;
import dev.streamux.simulations.client.transport.socket.Trust;
import dev.streamux.simulations.client.transport.websocket.HandshakeRefusedException;
import dev.streamux.simulations.client.transport.websocket.WebSocketOpener;
import dev.streamux.simulations.client.transport.websocket.WebSocketUpgrade;
import dev.streamux.trace.NanoClock;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The connections of a client, kept apart by event loop so that none needs a lock. Thread-safe. */
public final class Connections {
    private final Names names = new Names();
    private final SocketOpener sockets;
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
        this.sockets = new SocketOpener(new TlsContexts(trust), names);
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
        return pools.computeIfAbsent(loop, key -> new LoopPool(key, openersFor(key), keepAliveIdle));
    }

    private LoopPool.Openers openersFor(EventLoop loop) {
        Optional<KernelOpener> kernel = kernelStamps ? KernelOpener.on(loop, clock, sockets) : Optional.empty();
        return new LoopPool.Openers(new HttpOpener(clock, sockets), new WebSocketOpener(clock, sockets), kernel);
    }

    /** Closes every connection that rests. */
    public void close() {
        pools.values().forEach(LoopPool::close);
        names.close();
    }
}
