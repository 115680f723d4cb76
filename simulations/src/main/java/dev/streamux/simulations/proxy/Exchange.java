package dev.streamux.simulations.proxy;

import dev.streamux.simulations.proxy.policy.Policy;
import dev.streamux.simulations.proxy.stage.Ending;
import dev.streamux.simulations.proxy.stage.Stage;
import dev.streamux.simulations.proxy.stage.Timer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer.
 *
 * <p>Everything happens on the event loop of the client's connection. There are two ends that may be over at different
 * times: the client's (finished, or the client left) and the origin's; the place in the turnstile is the origin's.
 */
// Writes and closes report their failure through channelInactive.
@SuppressWarnings("FutureReturnValueIgnored")
final class Exchange {
    private final Exchanges exchanges;
    private final Channel client;
    private final FullHttpRequest request;
    private final Runnable whenOver;
    private final Outlet outlet;
    private final Stage stages;
    private final Optional<Duration> idleLimit;
    private final boolean neverCancel;
    private final Runnable entry = this::admitted;
    private boolean retryLeft;
    private boolean admitted;
    private boolean headSeen;
    private boolean clientOver;
    private boolean originOver;
    private @Nullable Channel origin;
    private @Nullable ScheduledFuture<?> idleTimer;

    Exchange(Exchanges exchanges, Channel client, FullHttpRequest request, RandomGenerator random, Runnable whenOver) {
        this.exchanges = exchanges;
        this.client = client;
        this.request = request;
        this.whenOver = whenOver;
        this.outlet = new Outlet(client, request, this::clientDone);
        Policy policy = exchanges.config().policy();
        this.stages = PolicyStages.inFrontOf(outlet, policy, request, new Timer(client.eventLoop()), random);
        List<Policy> steps = policy.steps();
        this.idleLimit = Exchanges.find(steps, Policy.IdleCut.class).map(Policy.IdleCut::limit);
        this.neverCancel = Exchanges.find(steps, Policy.NeverCancel.class).isPresent();
        this.retryLeft = Exchanges.find(steps, Policy.Retry.class).isPresent();
    }

    void begin() {
        exchanges.turnstile().enter(entry);
    }

    /** There is room; this may run on the event loop of the exchange that made it. */
    private void admitted() {
        if (client.eventLoop().inEventLoop()) {
            connect();
        } else {
            client.eventLoop().execute(this::connect);
        }
    }

    private void connect() {
        admitted = true;
        if (clientOver) {
            originDone();
            return;
        }
        exchanges.connect(client, new OriginReader(this)).addListener((ChannelFuture connected) -> {
            if (connected.isSuccess()) {
                onConnected(connected.channel());
            } else if (!clientOver) {
                outlet.refuse(
                        HttpResponseStatus.BAD_GATEWAY,
                        exchanges.config().target() + " cannot be reached: "
                                + connected.cause().getMessage());
                originDone();
            } else {
                originDone();
            }
        });
    }

    private void onConnected(Channel channel) {
        origin = channel;
        if (clientOver && !neverCancel) {
            channel.close();
            originDone();
            return;
        }
        watchSilence();
        channel.writeAndFlush(OriginRequest.of(request, exchanges.config()));
    }

    /** The origin sent its status and headers. */
    void originAnswered(HttpResponse response) {
        watchSilence();
        if (!headSeen && !clientOver) {
            stages.head(response);
        }
        headSeen = true;
    }

    /** The origin sent bytes of the body, which may be none. */
    void originSent(ByteBuf bytes) {
        watchSilence();
        if (clientOver || !bytes.isReadable()) {
            bytes.release();
        } else {
            stages.body(bytes);
        }
    }

    /** The origin's answer is over. */
    void originEnded(Ending ending) {
        if (originOver) {
            return;
        }
        if (ending != Ending.CLEAN && retryLeft && !clientOver) {
            retryLeft = false;
            connect();
            return;
        }
        originDone();
        if (!clientOver) {
            stages.end(ending);
        }
    }

    /** The origin agreed to a WebSocket: from now on the two connections are one. */
    void originSwitched(HttpResponse response) {
        Channel upstream = java.util.Objects.requireNonNull(origin);
        stopWatching();
        client.writeAndFlush(response);
        ChannelPipeline towardsClient = client.pipeline();
        towardsClient.addLast(new RawRelay(upstream));
        towardsClient.remove(HttpObjectAggregator.class);
        towardsClient.remove(ClientConnection.class);
        towardsClient.remove(HttpServerCodec.class);
        ChannelPipeline towardsOrigin = upstream.pipeline();
        towardsOrigin.addLast(new RawRelay(client));
        towardsOrigin.remove(OriginReader.class);
        towardsOrigin.remove(HttpClientCodec.class);
        upstream.closeFuture().addListener(closed -> originDone());
        clientDone();
    }

    /** Whether the client's connection takes more for now. */
    void clientReadsOn(boolean writable) {
        if (origin != null) {
            origin.config().setAutoRead(writable);
        }
    }

    /** The client closed its connection before the answer was over. */
    void clientLeft() {
        if (clientOver) {
            return;
        }
        clientDone();
        stages.release();
        if (exchanges.turnstile().giveUp(entry)) {
            originOver = true;
        } else if (origin != null && neverCancel) {
            origin.config().setAutoRead(true);
        } else if (origin != null) {
            origin.close();
        }
    }

    private void clientDone() {
        if (!clientOver) {
            clientOver = true;
            whenOver.run();
            releaseRequest();
        }
    }

    private void originDone() {
        if (!originOver) {
            originOver = true;
            stopWatching();
            releaseRequest();
            if (admitted) {
                exchanges.turnstile().leave();
            }
        }
    }

    private void releaseRequest() {
        if (clientOver && originOver && request.refCnt() > 0) {
            request.release();
        }
    }

    private void watchSilence() {
        stopWatching();
        idleLimit.ifPresent(
                limit -> idleTimer = client.eventLoop().schedule(this::cutIdle, limit.toNanos(), TimeUnit.NANOSECONDS));
    }

    private void stopWatching() {
        if (idleTimer != null) {
            idleTimer.cancel(false);
        }
    }

    private void cutIdle() {
        retryLeft = false;
        originDone();
        if (origin != null) {
            origin.close();
        }
        if (!clientOver && headSeen) {
            stages.end(Ending.CUT);
        } else if (!clientOver) {
            outlet.refuse(HttpResponseStatus.GATEWAY_TIMEOUT, "the origin was silent for too long");
        }
    }
}
