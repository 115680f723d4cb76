package dev.streamux.simulations.client.transport;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The connections of one event loop; used on that loop only.
 *
 * <p>Of resting HTTP/1.1 connections the one used last is taken first. HTTP/2 connections are shared up to the server's
 * limit of streams; requests that come while the first is being opened wait for it.
 */
final class LoopPool {
    private final EventLoop loop;
    private final ConnectionOpener opener;
    private final Optional<KernelWire.Parts> kernel;
    private final Resting<Origin, HttpConnection> resting;
    private final Resting<SocketKey, WebSocketConnection> restingSockets;
    private final Map<Origin, List<Http2Connection>> shared = new HashMap<>();
    private final Map<Origin, Future<Http2Connection>> opening = new HashMap<>();

    /** WebSockets are interchangeable only if their handshakes asked for the same. */
    private record SocketKey(Origin origin, WebSocketUpgrade upgrade) {}

    LoopPool(EventLoop loop, ConnectionOpener opener, Duration keepAliveIdle, Optional<KernelWire.Parts> kernel) {
        this.kernel = kernel;
        this.loop = loop;
        this.opener = opener;
        this.resting = new Resting<>(keepAliveIdle);
        this.restingSockets = new Resting<>(keepAliveIdle);
    }

    Future<Lease> acquire(Origin origin, Duration timeout) {
        return origin.http2() ? acquireStream(origin, timeout) : acquireConnection(origin, timeout);
    }

    /** A WebSocket that rests after a handshake with the same headers, or a new one. */
    Future<Lease> acquireWebSocket(Origin origin, WebSocketUpgrade upgrade, Duration timeout) {
        SocketKey key = new SocketKey(origin, upgrade);
        Consumer<WebSocketConnection> giveBack = connection -> restingSockets.keep(key, connection);
        Optional<WebSocketConnection> rested = restingSockets.take(key);
        if (rested.isPresent()) {
            return loop.newSucceededFuture(rested.get().lease(giveBack));
        }
        Promise<Lease> promise = loop.newPromise();
        opener.openWebSocket(new SocketOpener.Wish(loop, origin, timeout), upgrade)
                .addListener((Future<WebSocketConnection> opened) -> {
                    if (opened.isSuccess()) {
                        WebSocketConnection connection = opened.getNow();
                        connection.whenClosed(() -> restingSockets.forget(key, connection));
                        promise.trySuccess(connection.lease(giveBack));
                    } else {
                        promise.tryFailure(opened.cause());
                    }
                });
        return promise;
    }

    private Future<Lease> acquireConnection(Origin origin, Duration timeout) {
        Consumer<HttpConnection> giveBack = connection -> resting.keep(origin, connection);
        Optional<HttpConnection> rested = resting.take(origin);
        if (rested.isPresent()) {
            return loop.newSucceededFuture(rested.get().lease(giveBack));
        }
        Promise<Lease> promise = loop.newPromise();
        open(origin, timeout).addListener((Future<HttpConnection> opened) -> {
            if (opened.isSuccess()) {
                HttpConnection connection = opened.getNow();
                connection.whenClosed(() -> resting.forget(origin, connection));
                promise.trySuccess(connection.lease(giveBack));
            } else {
                promise.tryFailure(opened.cause());
            }
        });
        return promise;
    }

    /** With kernel stamps where they were asked for and can be had: TLS and tunnels hide what a read completes. */
    private Future<HttpConnection> open(Origin origin, Duration timeout) {
        boolean plain = !origin.tls() && origin.connectProxy().isEmpty();
        SocketOpener.Wish wish = new SocketOpener.Wish(loop, origin, timeout);
        return plain && kernel.isPresent() ? opener.openStamped(kernel.get(), wish) : opener.open(wish);
    }

    private Future<Lease> acquireStream(Origin origin, Duration timeout) {
        for (Http2Connection connection : shared.getOrDefault(origin, List.of())) {
            if (connection.hasRoom()) {
                return connection.lease();
            }
        }
        Promise<Lease> promise = loop.newPromise();
        opening.computeIfAbsent(origin, key -> openShared(key, timeout))
                .addListener((Future<Http2Connection> opened) -> {
                    if (!opened.isSuccess()) {
                        promise.tryFailure(opened.cause());
                        return;
                    }
                    opened.getNow().lease().addListener((Future<Lease> leased) -> {
                        if (leased.isSuccess()) {
                            promise.trySuccess(leased.getNow());
                        } else {
                            promise.tryFailure(leased.cause());
                        }
                    });
                });
        return promise;
    }

    private Future<Http2Connection> openShared(Origin origin, Duration timeout) {
        Future<Http2Connection> future = opener.openHttp2(new SocketOpener.Wish(loop, origin, timeout));
        future.addListener((Future<Http2Connection> opened) -> {
            opening.remove(origin);
            if (opened.isSuccess()) {
                Http2Connection connection = opened.getNow();
                List<Http2Connection> all = shared.computeIfAbsent(origin, key -> new ArrayList<>());
                all.add(connection);
                connection.channel().closeFuture().addListener(closed -> all.remove(connection));
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
