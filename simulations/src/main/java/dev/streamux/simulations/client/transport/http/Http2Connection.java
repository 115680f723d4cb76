package dev.streamux.simulations.client.transport.http;

import dev.streamux.simulations.client.transport.line.Lease;
import dev.streamux.simulations.client.transport.line.ReadStamps;
import dev.streamux.simulations.client.transport.line.ResponseSink;
import dev.streamux.simulations.client.transport.socket.ChannelTypes;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;

/** One HTTP/2 connection: many streams at a time. Belongs to its event loop. */
public final class Http2Connection {
    private final Channel channel;
    private final Http2FrameCodec codec;
    private final ReadStamps stamps;
    private final Http2Remains remains;
    private int streams;

    Http2Connection(Channel channel, Http2FrameCodec codec, ReadStamps stamps, Http2Remains remains) {
        this.channel = channel;
        this.codec = codec;
        this.stamps = stamps;
        this.remains = remains;
    }

    /** Whether it can carry one more stream now: open, not told to go away, below the server's limit. */
    public boolean hasRoom() {
        return channel.isActive()
                && !codec.connection().goAwayReceived()
                && codec.connection().local().canOpenStream();
    }

    /** Closes it with all its streams. */
    public void close() {
        ChannelTypes.close(channel);
    }

    /** Runs {@code action} when it is closed, by whichever side. */
    public void whenClosed(Runnable action) {
        channel.closeFuture().addListener(closed -> action.run());
    }

    /** A stream of its own for one request. */
    public Future<Lease> lease() {
        HttpSlot slot = new HttpSlot();
        boolean used = streams++ > 0;
        Promise<Lease> promise = channel.eventLoop().newPromise();
        Future<Http2StreamChannel> opening = new Http2StreamChannelBootstrap(channel)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel stream) {
                        stream.pipeline().addLast(new Http2StreamFrameToHttpObjectCodec(false), slot);
                    }
                })
                .open();
        opening.addListener((Future<Http2StreamChannel> opened) -> {
            if (opened.isSuccess()) {
                promise.trySuccess(new Use(opened.getNow(), slot, used));
            } else {
                promise.tryFailure(opened.cause());
            }
        });
        return promise;
    }

    private final class Use implements Lease {
        private final Http2StreamChannel stream;
        private final HttpSlot slot;
        private final boolean reused;

        Use(Http2StreamChannel stream, HttpSlot slot, boolean reused) {
            this.stream = stream;
            this.slot = slot;
            this.reused = reused;
        }

        @Override
        public boolean reused() {
            return reused;
        }

        @Override
        public ReadStamps stamps() {
            return stamps;
        }

        @Override
        public void showReadsTo(ReadStamps.ReadSink sink) {
            // Reads of a shared connection belong to no single response.
        }

        @Override
        public void send(FullHttpRequest request, ResponseSink sink) {
            slot.attach(sink);
            stream.writeAndFlush(request).addListener(written -> {
                if (!written.isSuccess()) {
                    stream.pipeline().fireExceptionCaught(written.cause());
                }
            });
        }

        @Override
        public void release() {
            slot.detach();
            ChannelTypes.close(stream);
        }

        @Override
        public void abort() {
            release();
        }

        @Override
        public boolean leave() {
            ResponseSink sink = slot.attached();
            int id = stream.stream().id();
            release();
            return sink != null && remains.follow(id, sink, channel);
        }

        @Override
        public boolean survivesAbort() {
            return channel.isActive() && !codec.connection().goAwayReceived();
        }
    }
}
