package dev.streamux.simulations.client;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.decode.ErrorBodies;
import dev.streamux.simulations.client.exchange.Exchange;
import dev.streamux.simulations.client.exchange.ResponseObserver;
import dev.streamux.simulations.client.exchange.ResponseRecorder;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.request.HttpVersion;
import dev.streamux.simulations.client.request.RequestMessage;
import dev.streamux.simulations.client.request.StopCondition;
import dev.streamux.simulations.client.transport.Connections;
import dev.streamux.simulations.client.transport.line.Lease;
import dev.streamux.simulations.client.transport.socket.Origin;
import dev.streamux.simulations.client.transport.websocket.HandshakeRefusedException;
import dev.streamux.simulations.client.transport.websocket.WebSocketUpgrade;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request on its way: connection, request, watch over its limits, trace. Belongs to its event loop. */
final class Sending implements Exchange.Owner {
    private static final int SWITCHING_PROTOCOLS = 101;
    /** How long we wait after a stop for the server to end it, before we close for good. */
    private static final long LEAVE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** How long the rest of a body is read after the terminal event, so that its connection can be used again. */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ClientRequest request;
    private final FullHttpRequest message;
    private final ClientConfig config;
    private final NanoClock clock;
    private final ResponseObserver observer;
    private final EventLoop loop;
    private final CompletableFuture<ResponseTrace> result;
    private final Consumer<Sending> afterwards;
    private final ResponseRecorder recorder;
    private final long dispatchedNanos;
    private long sentNanos;
    private long overNanos;
    /** Set by the caller's thread, so that a request which has not begun on its loop does not begin at all. */
    private volatile @Nullable String cancelReason;

    private @Nullable Exchange exchange;
    private @Nullable ScheduledFuture<?> watch;

    /** What a request is sent with. */
    record Parts(
            ClientRequest request,
            FullHttpRequest message,
            ClientConfig config,
            NanoClock clock,
            ResponseObserver observer) {}

    Sending(Parts parts, EventLoop loop, CompletableFuture<ResponseTrace> result, Consumer<Sending> afterwards) {
        this.request = parts.request();
        this.message = parts.message();
        this.config = parts.config();
        this.clock = parts.clock();
        this.observer = parts.observer();
        this.loop = loop;
        this.result = result;
        this.afterwards = afterwards;
        this.dispatchedNanos = clock.nanos();
        this.recorder = new ResponseRecorder(request, dispatchedNanos);
    }

    /** Takes a connection and sends. */
    void start(Connections connections) {
        Origin origin =
                Origin.of(request.target(), request.httpVersion() == HttpVersion.HTTP_2, request.connectProxy());
        acquire(connections, origin).addListener((Future<Lease> acquired) -> {
            if (result.isDone() || cancelReason != null) {
                message.release();
                if (acquired.isSuccess()) {
                    acquired.getNow().abort();
                }
            } else if (acquired.isSuccess()) {
                send(acquired.getNow());
            } else if (acquired.cause() instanceof HandshakeRefusedException refused) {
                message.release();
                recorder.trace().status(refused.status());
                complete(recorder.finish(Outcome.REJECTED, refusal(refused), clock.nanos()));
            } else {
                message.release();
                complete(recorder.finish(Outcome.UNREACHABLE, unreachable(origin, acquired.cause()), clock.nanos()));
            }
        });
    }

    private Future<Lease> acquire(Connections connections, Origin origin) {
        if (request.delivery() != Delivery.WEBSOCKET) {
            return connections.acquire(loop, origin, request.limits().connect());
        }
        WebSocketUpgrade upgrade = new WebSocketUpgrade(
                request.pathAndQuery(),
                RequestMessage.handshakeHeaders(message, request.rawBody().isEmpty()),
                config.maxEventBytes());
        return connections.acquireWebSocket(
                loop, origin, upgrade, request.limits().connect());
    }

    private static String refusal(HandshakeRefusedException refused) {
        return "status " + refused.status()
                + ErrorBodies.message(refused.body()).map(text -> ": " + text).orElse("");
    }

    private static String unreachable(Origin origin, Throwable cause) {
        // TLS engines wrap the reason, such as a certificate that is not trusted, several times.
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String why = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        String remedy = root instanceof CertPathBuilderException || root instanceof CertificateException
                ? "; its certificate is not trusted: name the authority's in ca-file, or its own"
                : "";
        return "no connection to " + origin.authority() + ": " + why.replaceAll("[\\r\\n]+", " ") + remedy;
    }

    private void send(Lease lease) {
        long nanos = clock.nanos();
        observer.onConnected(nanos, lease.reused());
        if (request.delivery() == Delivery.WEBSOCKET) {
            recorder.trace().status(SWITCHING_PROTOCOLS);
        }
        recorder.trace().attribute("clock", lease.stamps().source());
        recorder.trace().attribute("connection", lease.reused() ? "reused" : "new");
        recorder.trace().attribute("connectNanos", Long.toString(nanos - dispatchedNanos));
        lease.showReadsTo(observer::onRead);
        sentNanos = clock.nanos();
        Exchange made = new Exchange(
                new Exchange.Parts(request, clock, config.maxEventBytes(), observer, recorder, lease), sentNanos, this);
        exchange = made;
        observer.onSent(sentNanos);
        lease.send(message, made);
        watchOver(made);
    }

    /** One timer for all limits: it wakes at the nearest and looks again. */
    private void watchOver(Exchange watched) {
        if (watched.isFinished()) {
            return;
        }
        long now = clock.nanos();
        if (overNanos != 0 && now - overNanos >= LINGER_NANOS) {
            watched.end(Outcome.TIMEOUT, "the body did not end after the terminal event");
        } else if (now - sentNanos >= request.limits().total().toNanos()) {
            watched.end(
                    Outcome.TIMEOUT,
                    "not complete after " + request.limits().total().toMillis() + " ms");
        } else if (now - watched.lastActivityNanos() >= request.limits().idle().toNanos()) {
            watched.end(
                    Outcome.STALLED,
                    "nothing arrived for " + request.limits().idle().toMillis() + " ms");
        } else if (request.stop() instanceof StopCondition.AtTime at
                && now - sentNanos >= at.afterSent().toNanos()) {
            watched.stop("stopped " + at.afterSent().toMillis() + " ms after the request");
        } else {
            watch = loop.schedule(() -> watchOver(watched), nextLook(watched) - now, TimeUnit.NANOSECONDS);
        }
    }

    private long nextLook(Exchange watched) {
        long next = Math.min(
                sentNanos + request.limits().total().toNanos(),
                watched.lastActivityNanos() + request.limits().idle().toNanos());
        if (request.stop() instanceof StopCondition.AtTime at) {
            next = Math.min(next, sentNanos + at.afterSent().toNanos());
        }
        return overNanos == 0 ? next : Math.min(next, overNanos + LINGER_NANOS);
    }

    /** Ends the response from our side, whatever it is doing. */
    void cancel(String reason) {
        cancelReason = reason;
        loop.execute(() -> {
            if (exchange != null) {
                exchange.cancel(reason);
            } else if (!result.isDone()) {
                complete(recorder.finish(Outcome.CANCELLED, reason, clock.nanos()));
            }
        });
    }

    @Override
    public void onOver() {
        overNanos = clock.nanos();
        cancelWatch();
        if (exchange != null) {
            watchOver(exchange);
        }
    }

    @Override
    public void onLeaving() {
        cancelWatch();
        if (exchange != null && !exchange.isFinished()) {
            Exchange left = exchange;
            watch = loop.schedule(() -> left.end(Outcome.CANCELLED, "stopped"), LEAVE_NANOS, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void onDone(ResponseTrace trace) {
        complete(trace);
    }

    private void cancelWatch() {
        if (watch != null) {
            watch.cancel(false);
        }
    }

    private void complete(ResponseTrace trace) {
        cancelWatch();
        afterwards.accept(this);
        result.complete(trace);
    }
}
