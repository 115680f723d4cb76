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
import java.net.InetSocketAddress;
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

    ConnectionOpener(NanoClock clock, SocketOpener sockets) {
        this.clock = clock;
        this.sockets = sockets;
    }

    /** An HTTP/1.1 connection, ready for a request. */
    Future<HttpConnection> open(SocketOpener.Wish wish) {
        ReadStamps stamps = new ReadStamps(clock);
        HttpSlot slot = new HttpSlot();
        ChannelInitializer<Channel> http = new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(newCodec(), slot);
            }
        };
        return map(
                wish.loop(),
                sockets.open(wish, stamps, http),
                channel -> new HttpConnection(new ChannelWire(channel, stamps, slot), wish.origin()));
    }

    /** An HTTP/1.1 connection whose reads carry the kernel's stamps. */
    Future<HttpConnection> openStamped(KernelWire.Parts parts, SocketOpener.Wish wish) {
        Promise<HttpConnection> promise = wish.loop().newPromise();
        sockets.firstHop(wish).addListener((Future<InetSocketAddress> hop) -> {
            if (!hop.isSuccess()) {
                promise.tryFailure(hop.cause());
                return;
            }
            KernelWire.open(
                            parts,
                            hop.getNow(),
                            new KernelWire.Codec(new ReadStamps(clock, "kernel"), newCodec()),
                            wish.timeout())
                    .addListener((Future<Wire> opened) -> {
                        if (opened.isSuccess()) {
                            promise.trySuccess(new HttpConnection(opened.getNow(), wish.origin()));
                        } else {
                            promise.tryFailure(opened.cause());
                        }
                    });
        });
        return promise;
    }

    /** An HTTP/2 connection, ready for streams. */
    Future<Http2Connection> openHttp2(SocketOpener.Wish wish) {
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
                wish.loop(),
                sockets.open(wish, stamps, http),
                channel -> new Http2Connection(channel, codec, stamps, remains));
    }

    /** A WebSocket whose handshake is done; fails with {@link HandshakeRefusedException} on any status but 101. */
    Future<WebSocketConnection> openWebSocket(SocketOpener.Wish wish, WebSocketUpgrade upgrade) {
        ReadStamps stamps = new ReadStamps(clock);
        WebSocketSlot slot =
                new WebSocketSlot(wish.origin(), upgrade, wish.loop().newPromise());
        ChannelInitializer<Channel> http = new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(newCodec(), slot);
            }
        };
        Promise<WebSocketConnection> promise = wish.loop().newPromise();
        sockets.open(wish, stamps, http).addListener((Future<Channel> opened) -> {
            if (opened.isSuccess()) {
                slot.shakeHands(opened.getNow(), stamps, wish.timeout(), promise);
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
