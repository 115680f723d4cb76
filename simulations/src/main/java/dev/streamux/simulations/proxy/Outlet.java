package dev.streamux.simulations.proxy;

import dev.streamux.simulations.proxy.stage.Ending;
import dev.streamux.simulations.proxy.stage.Stage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;

/** The last stage: writes the answer to the client, each piece in a write of its own. */
// Writes and closes report their failure through channelInactive.
@SuppressWarnings("FutureReturnValueIgnored")
final class Outlet implements Stage {
    private final Channel client;
    private final boolean oldClient;
    private final Runnable whenOver;
    private boolean keepAlive;
    private boolean headWritten;

    /** An outlet for the answer to {@code request}; {@code whenOver} runs once after its end. */
    Outlet(Channel client, HttpRequest request, Runnable whenOver) {
        this.client = client;
        this.oldClient = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        this.keepAlive = HttpUtil.isKeepAlive(request);
        this.whenOver = whenOver;
    }

    @Override
    public void head(HttpResponse response) {
        headWritten = true;
        response.setProtocolVersion(HttpVersion.HTTP_1_1);
        response.headers().remove(HttpHeaderNames.CONNECTION).remove("keep-alive");
        boolean bodyFollows = mayHaveBody(response);
        if (bodyFollows && !response.headers().contains(HttpHeaderNames.CONTENT_LENGTH)) {
            if (oldClient) {
                keepAlive = false;
                response.headers().remove(HttpHeaderNames.TRANSFER_ENCODING);
            } else {
                HttpUtil.setTransferEncodingChunked(response, true);
            }
        }
        if (!keepAlive) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (oldClient) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        client.writeAndFlush(response);
    }

    private static boolean mayHaveBody(HttpResponse response) {
        int status = response.status().code();
        return status >= 200 && status != 204 && status != 304;
    }

    @Override
    public void body(ByteBuf bytes) {
        if (bytes.isReadable()) {
            client.writeAndFlush(new DefaultHttpContent(bytes));
        } else {
            bytes.release();
        }
    }

    @Override
    public void end(Ending ending) {
        if (!headWritten) {
            refuse(HttpResponseStatus.BAD_GATEWAY, "the origin ended the connection before it answered");
            return;
        }
        if (ending == Ending.CLEAN) {
            finish(LastHttpContent.EMPTY_LAST_CONTENT);
            return;
        }
        if (ending == Ending.RESET) {
            client.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        client.close();
        whenOver.run();
    }

    /** Answers on behalf of an origin that did not; only before the head. */
    void refuse(HttpResponseStatus status, String reason) {
        headWritten = true;
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                status,
                Unpooled.copiedBuffer("streamux proxy: " + reason + "\n", StandardCharsets.UTF_8));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
        HttpUtil.setContentLength(response, response.content().readableBytes());
        if (!keepAlive) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        finish(response);
    }

    private void finish(Object last) {
        if (keepAlive) {
            client.writeAndFlush(last);
        } else {
            client.writeAndFlush(last).addListener(ChannelFutureListener.CLOSE);
        }
        whenOver.run();
    }

    @Override
    public void release() {
        // It holds nothing.
    }
}
