package dev.streamux.simulations.client.transport;

import dev.streamux.simulations.client.transport.http.Http2Connection;
import dev.streamux.simulations.client.transport.http.HttpOpener;
import dev.streamux.simulations.client.transport.kernel.KernelOpener;
import dev.streamux.simulations.client.transport.line.Lease;
import dev.streamux.simulations.client.transport.line.Line;
import dev.streamux.simulations.client.transport.socket.Chain;
import dev.streamux.simulations.client.transport.socket.Origin;
import dev.streamux.simulations.client.transport.socket.SocketOpener;
import dev.streamux.simulations.client.transport.websocket.WebSocketOpener;
import dev.streamux.simulations.client.transport.websocket.WebSocketUpgrade;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The connections of one event loop; used on that loop only.
 *
 * <p>Of resting HTTP/1.1 connections the one used last is taken first. HTTP/2 connections are shared up to the server's
 * limit of streams; requests that come while the first is being opened wait for it.
 */
final class LoopPool {
    private final EventLoop loop;
    private final Openers openers;
    private final Resting<Origin> resting;
    private final Resting<SocketKey> restingSockets;
    private final Map<Origin, List<Http2Connection>> shared = new HashMap<>();
    private final Map<Origin, Future<Http2Connection>> opening = new HashMap<>();

    /** WebSockets are interchangeable only if their handshakes asked for the same. */
    private record SocketKey(Origin origin, WebSocketUpgrade upgrade) {}

    /**
     * What opens connections.
     *
     * @param kernel where kernel stamps were asked for and can be had
     */
    record Openers(HttpOpener http, WebSocketOpener webSocket, Optional<KernelOpener> kernel) {}

    LoopPool(EventLoop loop, Openers openers, Duration keepAliveIdle) {
        this.loop = loop;
        this.openers = openers;
        this.resting = new Resting<>(loop, keepAliveIdle);
        this.restingSockets = new Resting<>(loop, keepAliveIdle);
    }

    Future<Lease> acquire(Origin origin, Duration timeout) {
        SocketOpener.Wish wish = new SocketOpener.Wish(loop, origin, timeout);
        return origin.http2() ? acquireStream(wish) : resting.acquire(origin, () -> open(wish));
    }

    /** A WebSocket that rests after a handshake with the same headers, or a new one. */
    Future<Lease> acquireWebSocket(Origin origin, WebSocketUpgrade upgrade, Duration timeout) {
        SocketOpener.Wish wish = new SocketOpener.Wish(loop, origin, timeout);
        return restingSockets.acquire(
                new SocketKey(origin, upgrade), () -> openers.webSocket().open(wish, upgrade));
    }

    /** With kernel stamps where they were asked for and can be had: TLS and tunnels hide what a read completes. */
    private Future<Line> open(SocketOpener.Wish wish) {
        boolean plain = !wish.origin().tls() && wish.origin().connectProxy().isEmpty();
        return plain && openers.kernel().isPresent()
                ? openers.kernel().get().open(wish)
                : openers.http().open(wish);
    }

    private Future<Lease> acquireStream(SocketOpener.Wish wish) {
        for (Http2Connection connection : shared.getOrDefault(wish.origin(), List.of())) {
            if (connection.hasRoom()) {
                return connection.lease();
            }
        }
        Future<Http2Connection> opened = opening.computeIfAbsent(wish.origin(), origin -> openShared(wish));
        return Chain.then(loop, opened, Http2Connection::lease);
    }

    private Future<Http2Connection> openShared(SocketOpener.Wish wish) {
        Future<Http2Connection> future = openers.http().openHttp2(wish);
        future.addListener((Future<Http2Connection> opened) -> {
            opening.remove(wish.origin());
            if (opened.isSuccess()) {
                Http2Connection connection = opened.getNow();
                List<Http2Connection> all = shared.computeIfAbsent(wish.origin(), key -> new ArrayList<>());
                all.add(connection);
                connection.whenClosed(() -> all.remove(connection));
            }
        });
        return future;
    }

    /** Closes what rests and what is shared; may be called from any thread, also after the loop has ended. */
    void close() {
        if (!loop.isShuttingDown()) {
            loop.execute(this::closeAll);
        }
    }

    private void closeAll() {
        resting.close();
        restingSockets.close();
        // Copies, because closing takes the connection out of the collection.
        shared.values().forEach(all -> List.copyOf(all).forEach(Http2Connection::close));
    }
}
