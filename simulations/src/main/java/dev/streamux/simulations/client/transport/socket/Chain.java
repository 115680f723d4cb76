package dev.streamux.simulations.client.transport.socket;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.function.Function;

/** Futures of an event loop, one after another; the first failure is that of the whole. */
public final class Chain {
    private Chain() {}

    /** What {@code mapping} makes of the result. */
    public static <A, B> Future<B> map(EventLoop loop, Future<A> first, Function<A, B> mapping) {
        return then(loop, first, result -> loop.newSucceededFuture(mapping.apply(result)));
    }

    /** The second step, which begins when the first has ended well. */
    public static <A, B> Future<B> then(EventLoop loop, Future<A> first, Function<A, Future<B>> second) {
        Promise<B> whole = loop.newPromise();
        first.addListener((Future<A> done) -> {
            if (done.isSuccess()) {
                second.apply(done.getNow()).addListener((Future<B> last) -> settle(last, whole));
            } else {
                whole.tryFailure(done.cause());
            }
        });
        return whole;
    }

    private static <B> void settle(Future<B> last, Promise<B> whole) {
        if (last.isSuccess()) {
            whole.trySuccess(last.getNow());
        } else {
            whole.tryFailure(last.cause());
        }
    }
}
