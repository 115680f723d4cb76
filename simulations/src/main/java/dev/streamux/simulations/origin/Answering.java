package dev.streamux.simulations.origin;

import dev.streamux.trace.EmissionTrace.Times;
import dev.streamux.trace.NanoClock;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Plays one script to one request, on the event loop of its connection, by absolute deadlines. */
@SuppressWarnings("FutureReturnValueIgnored") // A write that fails is a peer that left, which channelInactive tells.
final class Answering {
    private final Channel channel;
    private final NanoClock clock;
    private final Script script;
    private final EventText text;
    private final boolean oldPeer;
    private final long arrivalNanos;
    private final long[] emitted;
    private int count;
    private long lateNanos;
    private OptionalLong headersNanos = OptionalLong.empty();
    private OptionalLong endNanos = OptionalLong.empty();
    private OptionalLong peerClosedNanos = OptionalLong.empty();

    Answering(Channel channel, NanoClock clock, Script script, EventText text, boolean oldPeer) {
        this.channel = channel;
        this.clock = clock;
        this.script = script;
        this.text = text;
        this.oldPeer = oldPeer;
        this.arrivalNanos = clock.nanos();
        this.emitted = new long[script.dueNanos().size()];
    }

    void begin() {
        if (script.streamed()) {
            writeHead();
        }
        scheduleNext();
    }

    private void writeHead() {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        head.headers().set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_CACHE);
        if (oldPeer) {
            head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else {
            HttpUtil.setTransferEncodingChunked(head, true);
        }
        noteHeaders();
        channel.writeAndFlush(head);
    }

    private synchronized void noteHeaders() {
        headersNanos = OptionalLong.of(clock.nanos());
    }

    private void scheduleNext() {
        if (count < emitted.length) {
            long due = arrivalNanos + script.dueNanos().get(count);
            channel.eventLoop().schedule(this::onDue, Math.max(0, due - clock.nanos()), TimeUnit.NANOSECONDS);
        } else {
            end();
        }
    }

    private void onDue() {
        if (isOver()) {
            return;
        }
        if (script.ending() != Script.Ending.CLEAN && count >= script.endAfter()) {
            end();
            return;
        }
        noteEmission();
        if (script.streamed()) {
            channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(text.event(count - 1))));
        }
        scheduleNext();
    }

    private synchronized boolean isOver() {
        return endNanos.isPresent() || peerClosedNanos.isPresent();
    }

    private synchronized void noteEmission() {
        long now = clock.nanos();
        lateNanos = Math.max(lateNanos, now - arrivalNanos - script.dueNanos().get(count));
        emitted[count] = now;
        count++;
    }

    private void end() {
        synchronized (this) {
            endNanos = OptionalLong.of(clock.nanos());
        }
        switch (script.ending()) {
            case RESET -> {
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
                channel.close();
            }
            case CUT -> channel.close();
            case ERROR_EVENT -> finish(text.error());
            case CLEAN -> finish(text.terminal());
        }
    }

    private void finish(byte[] lastEvents) {
        if (!script.streamed()) {
            writeWhole();
            return;
        }
        channel.write(new DefaultHttpContent(Unpooled.wrappedBuffer(lastEvents)));
        channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        if (oldPeer) {
            channel.flush().close();
        }
    }

    private void writeWhole() {
        byte[] body = text.whole(count).getBytes(StandardCharsets.UTF_8);
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(body));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
        HttpUtil.setContentLength(response, body.length);
        noteHeaders();
        if (oldPeer) {
            channel.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        } else {
            channel.writeAndFlush(response);
        }
    }

    /** The connection is gone, on whosever account. */
    synchronized void closed() {
        if (endNanos.isEmpty() && peerClosedNanos.isEmpty()) {
            peerClosedNanos = OptionalLong.of(clock.nanos());
        }
    }

    /** What has happened so far; from any thread. */
    synchronized Attempt attempt() {
        Times times = Times.of(Arrays.copyOf(emitted, count));
        return new Attempt(arrivalNanos, headersNanos, times, emitted.length, lateNanos, endNanos, peerClosedNanos);
    }
}
