package dev.streamux.simulations.client.transport.websocket;

import dev.streamux.simulations.client.transport.http.HttpOpener;
import dev.streamux.simulations.client.transport.line.Line;
import dev.streamux.simulations.client.transport.line.ReadStamps;
import dev.streamux.simulations.client.transport.socket.Chain;
import dev.streamux.simulations.client.transport.socket.SocketOpener;
import dev.streamux.trace.NanoClock;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.util.concurrent.Future;

/** Opens WebSockets. */
public final class WebSocketOpener {
    private final NanoClock clock;
    private final SocketOpener sockets;

    /** Opens by means of {@code sockets}; reads are stamped on {@code clock}. */
    public WebSocketOpener(NanoClock clock, SocketOpener sockets) {
        this.clock = clock;
        this.sockets = sockets;
    }

    /** A WebSocket whose handshake is done; fails with {@link HandshakeRefusedException} on any status but 101. */
    public Future<Line> open(SocketOpener.Wish wish, WebSocketUpgrade upgrade) {
        ReadStamps stamps = new ReadStamps(clock);
        WebSocketSlot slot =
                new WebSocketSlot(wish.origin(), upgrade, wish.loop().newPromise());
        ChannelInitializer<Channel> http = new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(HttpOpener.newCodec(), slot);
            }
        };
        return Chain.then(
                wish.loop(),
                sockets.open(wish, stamps, http),
                channel -> Chain.map(
                        wish.loop(),
                        slot.shakeHands(channel, wish.timeout()),
                        shaken -> new WebSocketLine(channel, stamps, slot)));
    }
}
