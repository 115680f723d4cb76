package dev.streamux.mockllm.exchange;

import dev.streamux.mockllm.answer.Answer;
import dev.streamux.mockllm.guard.Refusals;
import dev.streamux.mockllm.loop.PromptReader;
import dev.streamux.mockllm.stream.Ongoing;
import dev.streamux.mockllm.stream.Wire;
import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.dialect.DialectEncoders;
import dev.streamux.protocol.chat.encode.DialectEncoder;
import dev.streamux.protocol.chat.request.WireError;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request and what it gets. Lives on the event loop of its connection. */
final class Exchange implements Ongoing {
    private final Core core;
    private final ChannelHandlerContext context;
    private final Wire wire;
    private final long arrivalNanos;
    private @Nullable Ongoing answer;
    private boolean clientLeft;

    Exchange(Core core, ChannelHandlerContext context, Wire wire, long arrivalNanos) {
        this.core = core;
        this.context = context;
        this.wire = wire;
        this.arrivalNanos = arrivalNanos;
    }

    /** Decides what the request gets and begins it; {@code over} runs when it is done. */
    void begin(FullHttpRequest request, Runnable over) {
        QueryStringDecoder uri = new QueryStringDecoder(originForm(request.uri()));
        if (core.control().answers(uri.path())) {
            core.control().answer(request, uri, wire);
            over.run();
            return;
        }
        Optional<Route> route = Route.of(uri);
        if (route.isEmpty()) {
            core.counters().turnAway();
            Refusals.send(wire, 404, "not_found_error", "there is nothing at " + request.method() + " " + uri.path());
            over.run();
        } else if (!request.method().equals(HttpMethod.POST)) {
            core.counters().turnAway();
            Refusals.send(wire, 405, "invalid_request_error", uri.path() + " takes POST, not " + request.method());
            over.run();
        } else {
            read(route.get(), request, over);
        }
    }

    /** The path of a whole address, which a server must take too (RFC 9112 §3.2.2); anything else as it is. */
    private static String originForm(String target) {
        int authority = target.startsWith("http://") || target.startsWith("https://") ? target.indexOf("://") + 3 : -1;
        int path = authority < 0 ? -1 : target.indexOf('/', authority);
        return path < 0 ? target : target.substring(path);
    }

    private void read(Route route, FullHttpRequest request, Runnable over) {
        DialectEncoder encoder = DialectEncoders.of(route.dialect());
        byte[] body = ByteBufUtil.getBytes(request.content());
        HttpHeaders headers = request.headers();
        Supplier<Decision> deciding = () -> Decision.of(
                        core.maker(), arrivalNanos, headers, encoder, () -> encoder.read(route.target(), body))
                .unless(this::faultProblem)
                .within(core.budget());
        if (body.length <= PromptReader.READ_AT_ONCE_BYTES) {
            decided(encoder, deciding.get(), over);
        } else {
            core.prompts().submit(deciding, context.executor(), decision -> {
                if (!clientLeft) {
                    decided(encoder, decision, over);
                } else if (decision instanceof Decision.Accepted accepted) {
                    accepted.giveBack();
                }
            });
        }
    }

    private void decided(DialectEncoder encoder, Decision decision, Runnable over) {
        if (decision instanceof Decision.Accepted accepted) {
            answer(accepted, over);
        } else if (decision instanceof Decision.Refused refused) {
            core.counters().refusedRequest();
            refuse(encoder, refused.error(), Refusals.jsonHeaders());
            over.run();
        } else if (decision instanceof Decision.Crowded crowded) {
            HttpHeaders headers = Refusals.jsonHeaders();
            crowded.retryAfter().ifPresent(seconds -> headers.set(HttpHeaderNames.RETRY_AFTER, seconds));
            refuse(encoder, crowded.error(), headers);
            over.run();
        }
    }

    private Optional<WireError> faultProblem(Answer asked) {
        Delivery delivery = asked.request().wishes().stream() ? Delivery.SSE : Delivery.JSON;
        return FaultReach.problem(asked, delivery, wire.shared());
    }

    private void refuse(DialectEncoder encoder, WireError error, HttpHeaders headers) {
        wire.whole(encoder.status(error), headers, encoder.errorBody(error));
    }

    private void answer(Decision.Accepted accepted, Runnable over) {
        EventLoop thread = (EventLoop) context.executor();
        Departure departure = new Departure(core.batch(), wire, core.loops().of(thread));
        Ongoing ongoing = new QueuedAnswer(
                core,
                thread,
                accepted.answer(),
                (placed, closing) -> departure.overHttp(placed, accepted.ignoredHeaders(), closing),
                () -> {
                    wire.whenIdle(accepted::giveBack);
                    over.run();
                });
        answer = ongoing;
        ongoing.start();
    }

    @Override
    public void start() {
        throw new IllegalStateException("an exchange begins with its request");
    }

    @Override
    public void writabilityChanged() {
        Ongoing ongoing = answer;
        if (ongoing != null) {
            ongoing.writabilityChanged();
        }
    }

    @Override
    public void clientLeft() {
        clientLeft = true;
        Ongoing ongoing = answer;
        if (ongoing != null) {
            ongoing.clientLeft();
        }
    }
}
