package dev.streamux.simulations.client.transport;

import dev.streamux.trace.NanoClock;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.function.Function;

/** Opens connections that speak HTTP. */
final class ConnectionOpener {
    /** A response header may be this long in all; some gateways send large cookies. */
    private static final int MAX_HEADER_BYTES = 64 * 1024;
    /** Large, so that one chunk of the wire is not handed on in several pieces. */
    private static final int MAX_CHUNK_BYTES = 1024 * 1024;
    /** Large, so that flow control does not shape the stream that is measured. */
    private static final int STREAM_WINDOW_BYTES = 1024 * 1024;

    private final NanoClock clock;
    private final SocketOpener sockets;

    ConnectionOpener(NanoClock clock, TlsContexts tls) {
        this.clock = clock;
        this.sockets = new SocketOpener(tls);
    }

    /** An HTTP/1.1 connection on {@code loop}, ready for a request. */
    Future<PooledConnection> open(EventLoop loop, Origin origin, Duration timeout) {
        ReadStamps stamps = new ReadStamps(clock);
        HttpSlot slot = new HttpSlot();
        ChannelInitializer<Channel> http = new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(newCodec(), slot);
            }
        };
        return map(
                loop,
                sockets.open(loop, origin, stamps, http, timeout),
                channel -> new HttpConnection(channel, origin, stamps, slot));
    }

    /** An HTTP/1.1 connection whose reads carry the kernel's stamps. */
    Future<PooledConnection> openStamped(KernelConnection.Parts parts, Origin origin, Duration timeout) {
        return KernelConnection.open(parts, origin, new ReadStamps(clock, "kernel"), newCodec(), timeout);
    }

    /** An HTTP/2 connection on {@code loop}, ready for streams. */
    Future<Http2Connection> openHttp2(EventLoop loop, Origin origin, Duration timeout) {
        ReadStamps stamps = new ReadStamps(clock);
        Http2Remains remains = new Http2Remains();
        Http2FrameCodec codec = Http2FrameCodecBuilder.forClient()
                .frameLogger(remains.frames())
                .initialSettings(Http2Settings.defaultSettings()
                        .pushEnabled(false)
                        .initialWindowSize(STREAM_WINDOW_BYTES)
                        .maxHeaderListSize(MAX_HEADER_BYTES))
                .build();
        ChannelInitializer<Channel> http = new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                // A server cannot open streams: push is off.
                channel.pipeline().addLast(codec, new Http2MultiplexHandler(new IgnoringHandler()), remains);
            }
        };
        return map(
                loop,
                sockets.open(loop, origin, stamps, http, timeout),
                channel -> new Http2Connection(channel, codec, stamps, remains));
    }

    /** A WebSocket whose handshake is done; fails with {@link HandshakeRefusedException} on any status but 101. */
    Future<Lease> openWebSocket(EventLoop loop, Origin origin, WebSocketUpgrade upgrade, Duration timeout) {
        ReadStamps stamps = new ReadStamps(clock);
        WebSocketSlot slot = new WebSocketSlot(origin, upgrade, loop.newPromise());
        ChannelInitializer<Channel> http = new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(newCodec(), slot);
            }
        };
        Promise<Lease> promise = loop.newPromise();
        sockets.open(loop, origin, stamps, http, timeout).addListener((Future<Channel> opened) -> {
            if (opened.isSuccess()) {
                slot.shakeHands(opened.getNow(), stamps, timeout, promise);
            } else {
                promise.tryFailure(opened.cause());
            }
        });
        return promise;
    }

    private static HttpClientCodec newCodec() {
        HttpDecoderConfig config =
                new HttpDecoderConfig().setMaxHeaderSize(MAX_HEADER_BYTES).setMaxChunkSize(MAX_CHUNK_BYTES);
        return new HttpClientCodec(config, false, false);
    }

    private static <A, B> Future<B> map(EventLoop loop, Future<A> future, Function<A, B> mapping) {
        Promise<B> promise = loop.newPromise();
        future.addListener((Future<A> done) -> {
            if (done.isSuccess()) {
                promise.trySuccess(mapping.apply(done.getNow()));
            } else {
                promise.tryFailure(done.cause());
            }
        });
        return promise;
    }
}
