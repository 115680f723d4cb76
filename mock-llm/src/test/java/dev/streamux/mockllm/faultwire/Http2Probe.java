package dev.streamux.mockllm.faultwire;

import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.sse.SseDecoder;
import dev.streamux.protocol.sse.SseEvent;
import dev.streamux.protocol.sse.SseListener;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One request as a stream of an HTTP/2 connection of its own, frame by frame. */
@SuppressWarnings("FutureReturnValueIgnored") // what was not written is not answered, and that is seen
final class Http2Probe implements AutoCloseable {
    private static final long QUIET_MILLIS = 1_200;
    private static final long GOODBYE_MILLIS = 150;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    /** What arrived, as text: bytes of the body behind {@code "DATA "}. */
    private static final class Notes extends ChannelInboundHandlerAdapter {
        private final BlockingQueue<String> notes;
        private final boolean connection;

        Notes(BlockingQueue<String> notes, boolean connection) {
            this.notes = notes;
            this.connection = connection;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Http2HeadersFrame headers) {
                notes.add("HTTP " + headers.headers().status());
                noteEnd(headers.isEndStream());
            } else if (message instanceof Http2DataFrame data) {
                notes.add("DATA " + new String(ByteBufUtil.getBytes(data.content()), StandardCharsets.ISO_8859_1));
                noteEnd(data.isEndStream());
            } else if (message instanceof Http2GoAwayFrame) {
                notes.add("GOAWAY");
            }
            ReferenceCountUtil.release(message);
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof Http2ResetFrame) {
                notes.add("RST_STREAM");
            }
        }

        private void noteEnd(boolean end) {
            if (end) {
                notes.add("END_STREAM");
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (connection) {
                notes.add("FIN");
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (connection && cause instanceof IOException) {
                notes.add("RST");
            }
        }
    }

    Seen ask(int port, String path, String body, String[] headers) throws InterruptedException {
        BlockingQueue<String> notes = new LinkedBlockingQueue<>();
        Channel connection = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(Http2FrameCodecBuilder.forClient()
                                        .gracefulShutdownTimeoutMillis(0)
                                        .build())
                                .addLast(new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()))
                                .addLast(new Notes(notes, true));
                    }
                })
                .connect("127.0.0.1", port)
                .sync()
                .channel();
        Channel stream = new Http2StreamChannelBootstrap(connection)
                .handler(new Notes(notes, false))
                .open()
                .syncUninterruptibly()
                .getNow();
        DefaultHttp2Headers head = new DefaultHttp2Headers();
        head.method("POST").path(path).scheme("http").authority("localhost");
        for (int i = 0; i < headers.length; i += 2) {
            head.set(headers[i], headers[i + 1]);
        }
        stream.write(new DefaultHttp2HeadersFrame(head));
        stream.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.copiedBuffer(body, StandardCharsets.UTF_8), true));
        try {
            return read(notes);
        } finally {
            connection.close().syncUninterruptibly();
        }
    }

    private static Seen read(BlockingQueue<String> notes) throws InterruptedException {
        Seen seen = new Seen(Dialect.OPENAI_CHAT);
        SseDecoder sse = new SseDecoder(new SseListener() {
            @Override
            public void onEvent(SseEvent event) {
                seen.event(event.type(), event.data());
            }

            @Override
            public void onComment(String comment) {
                seen.ping();
            }
        });
        boolean over = false;
        while (seen.pings() < 4) {
            String note = notes.poll(over ? GOODBYE_MILLIS : QUIET_MILLIS, TimeUnit.MILLISECONDS);
            if (note == null) {
                return over
                        ? seen
                        : seen.and(sse.pendingBytes() > 0 ? "half an event" : "")
                                .and("silence");
            }
            if (note.startsWith("DATA ")) {
                byte[] bytes = note.substring(5).getBytes(StandardCharsets.ISO_8859_1);
                sse.feed(bytes);
                seen.piece(bytes.length);
            } else if (note.startsWith("HTTP 4") || note.startsWith("HTTP 5")) {
                return seen.and(note);
            } else if (!note.startsWith("HTTP")) {
                over |= !note.equals("GOAWAY");
                if (sse.pendingBytes() > 0) {
                    seen.and("half an event");
                }
                // A reset connection is told to be inactive too, and its streams to be reset.
                boolean told = note.equals("FIN") && seen.has("RST");
                if (!told) {
                    seen.and(note);
                }
            }
        }
        return seen;
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
