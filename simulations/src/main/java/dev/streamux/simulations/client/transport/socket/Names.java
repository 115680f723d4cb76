package dev.streamux.simulations.client.transport.socket;

import io.netty.channel.EventLoop;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Resolves names away from the event loops: a look-up blocks its thread, and on a loop it would hold up every stream that
 * is read there. The JDK's resolver is kept, because it does what other programs on the machine do. Thread-safe.
 */
public final class Names implements AutoCloseable {
    private static final int THREADS = 4;
    private static final long IDLE_SECONDS = 5;

    private final ExecutorService lookUps;

    /** Nothing looked up yet. */
    public Names() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DefaultThreadFactory("streamux-names", true));
        threads.allowCoreThreadTimeOut(true);
        lookUps = threads;
    }

    /** The address, on {@code loop}; at once for a literal one. Fails if there is none, or after {@code timeout}. */
    Future<InetSocketAddress> resolve(EventLoop loop, String host, int port, Duration timeout) {
        if (NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host)) {
            return loop.newSucceededFuture(new InetSocketAddress(host, port));
        }
        Promise<InetSocketAddress> promise = loop.newPromise();
        ScheduledFuture<?> limit = loop.schedule(
                () -> promise.tryFailure(
                        new UnknownHostException(host + ": no answer in " + timeout.toMillis() + " ms")),
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        promise.addListener(done -> limit.cancel(false));
        lookUps.execute(() -> lookUp(host, port, promise));
        return promise;
    }

    private static void lookUp(String host, int port, Promise<InetSocketAddress> promise) {
        try {
            promise.trySuccess(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            promise.tryFailure(e);
        }
    }

    @Override
    public void close() {
        lookUps.shutdownNow();
    }
}
