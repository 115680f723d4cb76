package dev.streamux.simulations.client.transport;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** The resting connections of one event loop; used on that loop only. The one used last is taken first. */
final class LoopPool {
    private final EventLoop loop;
    private final ConnectionOpener opener;
    private final Duration keepAliveIdle;
    private final Map<Origin, ArrayDeque<HttpConnection>> resting = new HashMap<>();

    LoopPool(EventLoop loop, ConnectionOpener opener, Duration keepAliveIdle) {
        this.loop = loop;
        this.opener = opener;
        this.keepAliveIdle = keepAliveIdle;
    }

    Future<Lease> acquire(Origin origin, Duration timeout) {
        ArrayDeque<HttpConnection> rested = resting.get(origin);
        while (rested != null && !rested.isEmpty()) {
            HttpConnection connection = rested.pop();
            if (connection.isOpen()) {
                return loop.newSucceededFuture(connection.lease(this::giveBack));
            }
        }
        Promise<Lease> promise = loop.newPromise();
        opener.open(loop, origin, timeout).addListener((Future<HttpConnection> opened) -> {
            if (opened.isSuccess()) {
                HttpConnection connection = opened.getNow();
                connection.channel().closeFuture().addListener(closed -> forget(connection));
                promise.trySuccess(connection.lease(this::giveBack));
            } else {
                promise.tryFailure(opened.cause());
            }
        });
        return promise;
    }

    private void giveBack(HttpConnection connection) {
        connection.rest(keepAliveIdle);
        resting.computeIfAbsent(connection.origin(), key -> new ArrayDeque<>()).push(connection);
    }

    private void forget(HttpConnection connection) {
        ArrayDeque<HttpConnection> rested = resting.get(connection.origin());
        if (rested != null) {
            rested.remove(connection);
        }
    }

    /** Closes what rests; may be called from any thread, also after the loop has ended. */
    void close() {
        if (!loop.isShuttingDown()) {
            loop.execute(() -> resting.values()
                    .forEach(rested -> new ArrayDeque<>(rested).forEach(connection -> connection.close())));
        }
    }
}
