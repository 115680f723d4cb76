package dev.streamux.simulations.client.transport.http;

import dev.streamux.simulations.client.transport.line.Line;
import dev.streamux.simulations.client.transport.line.ReadStamps;
import dev.streamux.simulations.client.transport.socket.Chain;
import dev.streamux.simulations.client.transport.socket.SocketOpener;
import dev.streamux.trace.NanoClock;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.concurrent.Future;

/** Opens connections that speak HTTP. */
public final class HttpOpener {
    /** A response header may be this long in all; some gateways send large cookies. */
    private static final int MAX_HEADER_BYTES = 64 * 1024;
    /** Large, so that one chunk of the wire is not handed on in several pieces. */
    private static final int MAX_CHUNK_BYTES = 1024 * 1024;
    /** Large, so that flow control does not shape the stream that is measured. */
    private static final int STREAM_WINDOW_BYTES = 1024 * 1024;

    private final NanoClock clock;
    private final SocketOpener sockets;

    /** Opens by means of {@code sockets}; reads are stamped on {@code clock}. */
    public HttpOpener(NanoClock clock, SocketOpener sockets) {
        this.clock = clock;
        this.sockets = sockets;
    }

    /** An HTTP/1.1 connection, ready for a request. */
    public Future<Line> open(SocketOpener.Wish wish) {
        ReadStamps stamps = new ReadStamps(clock);
        HttpSlot slot = new HttpSlot();
        ChannelInitializer<Channel> http = new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(newCodec(), slot);
            }
        };
        return Chain.map(
                wish.loop(), sockets.open(wish, stamps, http), channel -> new ChannelLine(channel, stamps, slot));
    }

    /** An HTTP/2 connection, ready for streams. */
    public Future<Http2Connection> openHttp2(SocketOpener.Wish wish) {
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
        return Chain.map(
                wish.loop(),
                sockets.open(wish, stamps, http),
                channel -> new Http2Connection(channel, codec, stamps, remains));
    }

    /** What frames one HTTP/1.1 connection. */
    public static HttpClientCodec newCodec() {
        HttpDecoderConfig config =
                new HttpDecoderConfig().setMaxHeaderSize(MAX_HEADER_BYTES).setMaxChunkSize(MAX_CHUNK_BYTES);
        return new HttpClientCodec(config, false, false);
    }
}
