package dev.streamux.simulations.client.transport;

import dev.streamux.trace.NanoClock;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;

/** Opens connections and builds their pipelines: stamps first, then TLS, then HTTP. */
final class ConnectionOpener {
    /** A response header may be this long in all; some gateways send large cookies. */
    private static final int MAX_HEADER_BYTES = 64 * 1024;
    /** Large, so that one chunk of the wire is not handed on in several pieces. */
    private static final int MAX_CHUNK_BYTES = 1024 * 1024;

    private final NanoClock clock;
    private final TlsContexts tls;

    ConnectionOpener(NanoClock clock, TlsContexts tls) {
        this.clock = clock;
        this.tls = tls;
    }

    /** An HTTP/1.1 connection on {@code loop}, ready for a request, TLS included. */
    Future<HttpConnection> open(EventLoop loop, Origin origin, Duration timeout) {
        Promise<HttpConnection> promise = loop.newPromise();
        ReadStamps stamps = new ReadStamps(clock);
        HttpSlot slot = new HttpSlot();
        ChannelFuture connecting = bootstrap(loop, timeout)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        addTransport(channel, origin, stamps, timeout);
                        channel.pipeline().addLast(newCodec(), slot);
                    }
                })
                .connect(origin.bareHost(), origin.port());
        whenReady(connecting, promise, () -> new HttpConnection(connecting.channel(), origin, stamps, slot));
        return promise;
    }

    private static Bootstrap bootstrap(EventLoop loop, Duration timeout) {
        return new Bootstrap()
                .group(loop)
                .channel(ChannelTypes.socketFor(loop))
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE));
    }

    private void addTransport(Channel channel, Origin origin, ReadStamps stamps, Duration timeout) {
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(stamps);
        if (origin.tls()) {
            SslHandler handler =
                    tls.context(origin.http2()).newHandler(channel.alloc(), origin.bareHost(), origin.port());
            handler.setHandshakeTimeoutMillis(timeout.toMillis());
            pipeline.addLast(handler);
        }
    }

    private static HttpClientCodec newCodec() {
        HttpDecoderConfig config =
                new HttpDecoderConfig().setMaxHeaderSize(MAX_HEADER_BYTES).setMaxChunkSize(MAX_CHUNK_BYTES);
        return new HttpClientCodec(config, false, false);
    }

    /** Ready means connected and, with TLS, shaken hands. */
    private static <T> void whenReady(
            ChannelFuture connecting, Promise<T> promise, java.util.function.Supplier<T> made) {
        connecting.addListener(connected -> {
            if (!connected.isSuccess()) {
                promise.tryFailure(connected.cause());
                return;
            }
            SslHandler handler = connecting.channel().pipeline().get(SslHandler.class);
            if (handler == null) {
                promise.trySuccess(made.get());
                return;
            }
            handler.handshakeFuture().addListener(shaken -> {
                if (shaken.isSuccess()) {
                    promise.trySuccess(made.get());
                } else {
                    ChannelTypes.close(connecting.channel());
                    promise.tryFailure(shaken.cause());
                }
            });
        });
    }
}
