package dev.streamux.simulations.client;

import dev.streamux.simulations.client.exchange.ResponseObserver;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.request.RequestMessage;
import dev.streamux.simulations.client.transport.Connections;
import dev.streamux.simulations.client.transport.socket.ChannelTypes;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.ResponseTrace;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.FullHttpRequest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Asks endpoints and records what each reader gets. One request is one HTTP request: the client never retries.
 *
 * <p>Every stamp is that of the socket read that brought the bytes, on the clock given here. Whatever the endpoint does
 * is in the trace; a future fails only for a fault of the caller, such as a key variable that is not set. Thread-safe.
 */
public final class StreamingClient implements AutoCloseable {
    private static final long CLOSE_SECONDS = 5;

    private final ClientConfig config;
    private final NanoClock clock;
    private final Connections connections;
    private final Optional<EventLoopGroup> loops;
    private final Set<Sending> underWay = ConcurrentHashMap.newKeySet();

    /** A client with {@link ClientConfig#defaults()} whose stamps come from {@code clock}. */
    public StreamingClient(NanoClock clock) {
        this(ClientConfig.defaults(), clock);
    }

    /** A client with this configuration whose stamps come from {@code clock}. */
    public StreamingClient(ClientConfig config, NanoClock clock) {
        this.config = config;
        this.clock = clock;
        this.connections = new Connections(clock, config.keepAliveIdle(), config.trust(), config.kernelStamps());
        this.loops =
                config.eventLoops() == 0 ? Optional.empty() : Optional.of(ChannelTypes.newGroup(config.eventLoops()));
    }

    /** Sends on one of the client's own event loops. */
    public CompletableFuture<ResponseTrace> send(ClientRequest request) {
        return send(request, ResponseObserver.NONE);
    }

    /**
     * Sends on one of the client's own event loops and shows {@code observer} what happens.
     *
     * @throws IllegalStateException if the client was made without event loops
     */
    public CompletableFuture<ResponseTrace> send(ClientRequest request, ResponseObserver observer) {
        EventLoopGroup group = loops.orElseThrow(
                () -> new IllegalStateException("the client has 0 event loops; send with an event loop of your own"));
        return send(request, observer, group.next());
    }

    /** Sends on this event loop, such as that of a Gatling user; the future completes on it. */
    public CompletableFuture<ResponseTrace> send(ClientRequest request, ResponseObserver observer, EventLoop loop) {
        CompletableFuture<ResponseTrace> result = new CompletableFuture<>();
        FullHttpRequest message;
        try {
            message = RequestMessage.of(request, config.environment());
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
            return result;
        }
        Sending sending = new Sending(
                new Sending.Parts(request, message, config, clock, observer), loop, result, underWay::remove);
        underWay.add(sending);
        if (loop.inEventLoop()) {
            sending.start(connections);
        } else {
            loop.execute(() -> sending.start(connections));
        }
        return result;
    }

    /** How many responses are under way. */
    public int active() {
        return underWay.size();
    }

    /** Ends every response under way as {@code cancelled}; their futures complete with what was received. */
    public void cancelAll(String reason) {
        underWay.forEach(sending -> sending.cancel(reason));
    }

    /** Ends what is under way as {@code cancelled}, closes every connection, and ends the client's own threads. */
    @Override
    public void close() {
        cancelAll("the client was closed");
        connections.close();
        loops.ifPresent(group ->
                group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly());
    }
}
