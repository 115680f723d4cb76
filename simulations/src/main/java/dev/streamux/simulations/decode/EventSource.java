package dev.streamux.simulations.decode;

import dev.streamux.simulations.client.transport.Connections;
import dev.streamux.simulations.client.transport.line.Lease;
import dev.streamux.simulations.client.transport.line.ResponseSink;
import dev.streamux.simulations.client.transport.socket.ChannelTypes;
import dev.streamux.simulations.client.transport.socket.Origin;
import dev.streamux.simulations.client.transport.socket.Trust;
import dev.streamux.trace.NanoClock;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.Future;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Any event stream by its address, read with the client's own stamps and written as lines. */
public final class EventSource {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final int FIRST_REFUSED_STATUS = 400;
    private static final long CLOSE_SECONDS = 2;

    /**
     * What to ask for.
     *
     * @param address {@code http} or {@code https}
     * @param headers further headers
     * @param body posted as JSON if given; otherwise the address is asked for with GET
     */
    public record Query(URI address, Map<String, String> headers, Optional<String> body) {}

    private EventSource() {}

    /**
     * Reads the stream to its end.
     *
     * @return what kept the stream from being read in full; empty if it ended cleanly
     */
    public static Optional<String> copy(Query query, NanoClock clock, EventLines lines) {
        EventLoopGroup group = ChannelTypes.newGroup(1);
        Connections connections = new Connections(clock, CONNECT_LIMIT, Trust.SYSTEM, false);
        try {
            EventLoop loop = group.next();
            CompletableFuture<Optional<String>> result = new CompletableFuture<>();
            Origin origin = Origin.of(query.address(), false, Optional.empty());
            loop.execute(() -> connections
                    .acquire(loop, origin, CONNECT_LIMIT)
                    .addListener((Future<Lease> acquired) -> {
                        if (acquired.isSuccess()) {
                            Lease lease = acquired.getNow();
                            lease.send(message(query, origin), new Reading(lease, lines, result));
                        } else {
                            result.complete(Optional.of("no connection to " + origin.authority() + ": "
                                    + acquired.cause().getMessage()));
                        }
                    }));
            return result.join();
        } finally {
            connections.close();
            group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    private static FullHttpRequest message(Query query, Origin origin) {
        byte[] body = query.body().orElse("").getBytes(StandardCharsets.UTF_8);
        String path =
                query.address().getRawPath().isEmpty() ? "/" : query.address().getRawPath();
        String resource = query.address().getRawQuery() == null
                ? path
                : path + "?" + query.address().getRawQuery();
        FullHttpRequest message = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                query.body().isPresent() ? HttpMethod.POST : HttpMethod.GET,
                resource,
                Unpooled.wrappedBuffer(body));
        message.headers()
                .set(HttpHeaderNames.HOST, origin.authority())
                .set(HttpHeaderNames.USER_AGENT, "streamux")
                .set(HttpHeaderNames.ACCEPT, "text/event-stream");
        if (query.body().isPresent()) {
            message.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        }
        query.headers().forEach(message.headers()::set);
        return message;
    }

    /** One response on its way into lines. */
    private record Reading(Lease lease, EventLines lines, CompletableFuture<Optional<String>> result)
            implements ResponseSink {
        @Override
        public void onHeaders(HttpResponse response) {
            if (response.status().code() >= FIRST_REFUSED_STATUS) {
                finish(Optional.of("the server answered with status " + response.status()));
            }
        }

        @Override
        public void onContent(ByteBuf content) {
            byte[] bytes = new byte[content.readableBytes()];
            content.readBytes(bytes);
            try {
                lines.feed(bytes, bytes.length, lease.stamps().nanos());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
                lease.abort();
            }
        }

        @Override
        public void onEnd() {
            finish(Optional.empty());
        }

        @Override
        public void onBroken(String reason) {
            finish(Optional.of("the stream broke: " + reason));
        }

        private void finish(Optional<String> fault) {
            result.complete(fault);
            lease.abort();
        }
    }
}
