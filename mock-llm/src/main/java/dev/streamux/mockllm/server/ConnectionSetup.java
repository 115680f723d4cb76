package dev.streamux.mockllm.server;

import dev.streamux.mockllm.Bounds;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;

/** Puts the handlers of a new connection together. */
final class ConnectionSetup extends ChannelInitializer<Channel> {
    private static final int LONGEST_LINE = 16 * 1024;

    private final Core core;
    private final ChannelGroup connections;

    ConnectionSetup(Core core, ChannelGroup connections) {
        this.core = core;
        this.connections = connections;
    }

    @Override
    protected void initChannel(Channel channel) {
        connections.add(channel);
        Arrival arrival = new Arrival(core.clock());
        channel.pipeline().addLast(new ConnectionGate(core), arrival);
        addHttp1(channel.pipeline(), arrival);
    }

    /** Adds what speaks HTTP/1. */
    private void addHttp1(ChannelPipeline pipeline, Arrival arrival) {
        Bounds bounds = core.config().bounds();
        HttpServerCodec codec = new HttpServerCodec(
                new HttpDecoderConfig().setMaxInitialLineLength(LONGEST_LINE).setMaxHeaderSize(bounds.headerBytes()));
        pipeline.addLast("http", codec);
        pipeline.addLast(new RequestTimer(bounds.requestTime(), bounds.idleTime()));
        pipeline.addLast(new BodyCollector(bounds.bodyBytes()));
        pipeline.addLast(new Exchanges(core, arrival, WireFactory.HTTP1));
    }
}
