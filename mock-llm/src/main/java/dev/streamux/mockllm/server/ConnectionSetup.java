package dev.streamux.mockllm.server;

import dev.streamux.mockllm.Bounds;
import dev.streamux.mockllm.exchange.Core;
import dev.streamux.mockllm.exchange.Exchanges;
import dev.streamux.mockllm.exchange.WireFactory;
import dev.streamux.mockllm.guard.Arrival;
import dev.streamux.mockllm.guard.BodyCollector;
import dev.streamux.mockllm.guard.BodyGate;
import dev.streamux.mockllm.guard.BrokenPeer;
import dev.streamux.mockllm.guard.ConnectionGate;
import dev.streamux.mockllm.guard.IdleStreams;
import dev.streamux.mockllm.guard.RequestTimer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.Optional;

/** Puts the handlers of a new connection together. */
final class ConnectionSetup extends ChannelInitializer<Channel> {
    private static final int LONGEST_LINE = 16 * 1024;

    /** As many answers on one HTTP/2 connection; the vendors' gateways allow 100 to 250. */
    private static final int CONCURRENT_STREAMS = 1_000;

    private final Core core;
    private final ChannelGroup connections;
    private final Optional<SslContext> tls;

    ConnectionSetup(Core core, ChannelGroup connections, Optional<SslContext> tls) {
        this.core = core;
        this.connections = connections;
        this.tls = tls;
    }

    @Override
    protected void initChannel(Channel channel) {
        connections.add(channel);
        Arrival arrival = new Arrival(core.clock());
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(
                new ConnectionGate(
                        core.connections(),
                        core.counters(),
                        core.config().bounds().connections()),
                arrival,
                new RequestTimer(core.config().bounds(), core.counters(), true),
                new ProtocolChoice(this, arrival));
    }

    /** Whether the port speaks TLS and nothing else. */
    boolean speaksTls() {
        return tls.isPresent();
    }

    /** Counts a connection that was turned away. */
    void countTurnedAway() {
        core.counters().turnAway();
    }

    /** Adds TLS; which protocol is inside is agreed on later. A client that does not come to an end is cut off. */
    void addTls(ChannelHandlerContext context, Arrival arrival) {
        SslHandler handler = tls.orElseThrow().newHandler(context.alloc());
        handler.setHandshakeTimeoutMillis(core.config().bounds().requestTime().toMillis());
        ChannelPipeline pipeline = context.pipeline();
        pipeline.remove(RequestTimer.class);
        pipeline.addLast(handler, new Negotiation(arrival));
    }

    /** Adds what speaks HTTP/1. */
    void addHttp1(ChannelPipeline pipeline, Arrival arrival) {
        Bounds bounds = core.config().bounds();
        HttpServerCodec codec = new HttpServerCodec(
                new HttpDecoderConfig().setMaxInitialLineLength(LONGEST_LINE).setMaxHeaderSize(bounds.headerBytes()));
        dropFirstTimer(pipeline);
        pipeline.addLast("http", codec);
        pipeline.addLast(new RequestTimer(bounds, core.counters()));
        pipeline.addLast(new BodyGate(core.bodies(), core.counters()));
        pipeline.addLast(new BodyCollector(bounds.bodyBytes(), core.counters()));
        pipeline.addLast(new Exchanges(core, arrival, WireFactory.HTTP1));
    }

    /** Adds what speaks HTTP/2: every stream is a channel with HTTP objects of its own. */
    void addHttp2(ChannelPipeline pipeline, Arrival arrival) {
        Bounds bounds = core.config().bounds();
        dropFirstTimer(pipeline);
        Http2FrameCodec codec = Http2FrameCodecBuilder.forServer()
                .initialSettings(Http2Settings.defaultSettings()
                        .maxConcurrentStreams(CONCURRENT_STREAMS)
                        .maxHeaderListSize(bounds.headerBytes()))
                .build();
        pipeline.addLast(codec);
        pipeline.addLast(new Http2MultiplexHandler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel stream) {
                stream.pipeline()
                        .addLast(
                                new Http2StreamFrameToHttpObjectCodec(true),
                                new RequestTimer(bounds, core.counters()),
                                new BodyGate(core.bodies(), core.counters()),
                                new BodyCollector(bounds.bodyBytes(), core.counters()),
                                new Exchanges(core, arrival, WireFactory.HTTP2));
            }
        }));
        pipeline.addLast(new IdleStreams(codec.connection(), bounds.idleTime()));
        pipeline.addLast(new BrokenPeer(core.counters()));
    }

    /** The protocols have timers of their own. With TLS the first one has gone already. */
    private static void dropFirstTimer(ChannelPipeline pipeline) {
        if (pipeline.get(RequestTimer.class) != null) {
            pipeline.remove(RequestTimer.class);
        }
    }

    /** Asks TLS which protocol was agreed on; HTTP/1.1 if the client did not ask. */
    @SuppressWarnings("FutureReturnValueIgnored") // a close that fails has nobody left to tell
    private final class Negotiation extends ApplicationProtocolNegotiationHandler {
        private final Arrival arrival;

        Negotiation(Arrival arrival) {
            super(ApplicationProtocolNames.HTTP_1_1);
            this.arrival = arrival;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
            if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
                countTurnedAway();
            }
            super.userEventTriggered(context, event);
        }

        /** The client's affair and no news. */
        @Override
        protected void handshakeFailure(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }

        @Override
        protected void configurePipeline(ChannelHandlerContext context, String protocol) {
            if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
                addHttp2(context.pipeline(), arrival);
            } else {
                addHttp1(context.pipeline(), arrival);
            }
        }
    }
}
