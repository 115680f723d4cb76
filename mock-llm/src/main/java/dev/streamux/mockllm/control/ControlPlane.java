package dev.streamux.mockllm.control;

import dev.streamux.mockllm.check.MockStats;
import dev.streamux.mockllm.check.Times;
import dev.streamux.mockllm.emission.EmissionLog;
import dev.streamux.mockllm.stream.Wire;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.file.TraceWriter;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Answers {@code /_mock/…} and asks for the models on offer. */
public final class ControlPlane {
    private static final String PREFIX = "/_mock/";

    private final Supplier<MockStats> stats;
    private final Times times;
    private final EmissionLog log;
    private final NanoClock clock;

    /** A control plane over these. */
    public ControlPlane(Supplier<MockStats> stats, Times times, EmissionLog log, NanoClock clock) {
        this.stats = stats;
        this.times = times;
        this.log = log;
        this.clock = clock;
    }

    /** Whether the path is one of the control plane's. */
    public boolean answers(String path) {
        return path.startsWith(PREFIX) || ModelList.has(path);
    }

    /** Answers a request to such a path. */
    public void answer(FullHttpRequest request, QueryStringDecoder uri, Wire wire) {
        if (!request.method().equals(HttpMethod.GET)) {
            send(wire, 405, "application/json", ControlText.error(uri.path() + " takes GET"));
            return;
        }
        switch (uri.path()) {
            case PREFIX + "health" -> health(wire);
            case PREFIX + "stats" -> send(wire, 200, "application/json", ControlText.stats(stats.get()));
            case PREFIX + "metrics" ->
                send(wire, 200, "text/plain; version=0.0.4; charset=utf-8", MetricsText.render(stats.get(), times));
            case PREFIX + "clock" -> send(wire, 200, "application/json", ControlText.clock(clock.nanos()));
            case PREFIX + "emissions" -> emissions(uri, wire);
            default -> other(request, uri.path(), wire);
        }
    }

    private static void other(FullHttpRequest request, String path, Wire wire) {
        if (ModelList.has(path)) {
            send(wire, 200, "application/json", ModelList.json(path, request.headers()));
        } else {
            String words = "there is nothing at " + path
                    + "; there are health, stats, metrics, clock and emissions under " + PREFIX;
            send(wire, 404, "application/json", ControlText.error(words));
        }
    }

    private void health(Wire wire) {
        MockStats now = stats.get();
        send(wire, now.healthy() ? 200 : 503, "application/json", ControlText.health(now));
    }

    /** One line a finished answer, the format of {@code emissions.jsonl}; {@code ?id=} leaves only that id. */
    private void emissions(QueryStringDecoder uri, Wire wire) {
        List<String> ids = uri.parameters().getOrDefault("id", List.of());
        ByteArrayOutputStream lines = new ByteArrayOutputStream(1 << 16);
        try (TraceWriter writer = TraceWriter.to(lines)) {
            for (EmissionTrace emission : log.last()) {
                if (ids.isEmpty() || ids.contains(emission.response().id())) {
                    writer.write(emission);
                }
            }
        }
        send(wire, 200, "application/x-ndjson", lines.toByteArray());
    }

    private static void send(Wire wire, int status, String type, String body) {
        send(wire, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(Wire wire, int status, String type, byte[] body) {
        HttpHeaders headers = DefaultHttpHeadersFactory.headersFactory().newHeaders();
        headers.set(HttpHeaderNames.CONTENT_TYPE, type);
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        wire.whole(status, headers, body);
    }
}
