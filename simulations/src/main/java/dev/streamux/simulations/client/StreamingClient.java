package dev.streamux.simulations.client;

import dev.streamux.trace.NanoClock;
import dev.streamux.trace.ResponseTrace;
import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;

/**
 * Asks endpoints and records what each reader gets. One request is one HTTP request: the client never retries.
 *
 * <p>Whatever the endpoint does is in the trace; the future fails only for a fault of the caller, such as an API key
 * variable that is not set. Thread-safe.
 */
public final class StreamingClient implements AutoCloseable {

    /** A client with {@link ClientConfig#defaults()} whose stamps come from {@code clock}. */
    public StreamingClient(NanoClock clock) {
        this(ClientConfig.defaults(), clock);
    }

    /** A client with this configuration whose stamps come from {@code clock}. */
    public StreamingClient(ClientConfig config, NanoClock clock) {}

    /** Sends on one of the client's own event loops. */
    public CompletableFuture<ResponseTrace> send(ClientRequest request) {
        return send(request, ResponseObserver.NONE);
    }

    /** Sends on one of the client's own event loops and shows {@code observer} what happens. */
    public CompletableFuture<ResponseTrace> send(ClientRequest request, ResponseObserver observer) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("not landed yet"));
    }

    /** Sends on this event loop, such as that of a Gatling user; the future completes on it. */
    public CompletableFuture<ResponseTrace> send(ClientRequest request, ResponseObserver observer, EventLoop loop) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("not landed yet"));
    }

    /** Closes every connection; responses under way end as {@code cancelled}. */
    @Override
    public void close() {}
}
