package dev.streamux.simulations.hop;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.client.exchange.ResponseObserver;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.request.Limits;
import dev.streamux.simulations.origin.ProbeOrigin;
import dev.streamux.simulations.origin.Script;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Sends one case through a path and joins what both ends saw. */
public final class Prober {
    /** Longer than any case, so that a path that never ends an answer is told from one that is slow. */
    private static final Limits LIMITS =
            Limits.DEFAULT.withIdle(Duration.ofSeconds(6)).withTotal(Duration.ofSeconds(10));

    private final ProbeOrigin origin;
    private final StreamingClient client;
    private final AtomicLong count = new AtomicLong();

    /** A prober between this origin and this client, which share one clock. */
    public Prober(ProbeOrigin origin, StreamingClient client) {
        this.origin = origin;
        this.client = client;
    }

    /** The origin that the path must lead to. */
    public ProbeOrigin origin() {
        return origin;
    }

    /** Sends {@code probe} to {@code through} now; what comes back is complete when the client has seen the end. */
    public Pending send(URI through, ProbeCase probe) {
        return send(through, probe.ask());
    }

    /** As {@link #send(URI, ProbeCase)}, with every part said. */
    Pending send(URI through, ProbeCase.Ask ask) {
        String id = "probe-" + count.incrementAndGet();
        Script script = ask.script();
        origin.announce(id, script);
        ClientRequest request = ClientRequest.builder(id, through.resolve("/v1/chat/completions?probe=" + id))
                .arm("probe")
                .delivery(script.streamed() ? Delivery.SSE : Delivery.JSON)
                .acceptGzip(ask.gzip())
                .httpVersion(ask.version())
                .limits(LIMITS)
                .stop(ask.stop())
                .keepText(false)
                .build();
        AtomicReference<Map<String, List<String>>> headers = new AtomicReference<>(Map.of());
        ResponseObserver observer = new ResponseObserver() {
            @Override
            public void onHeaders(long nanos, int status, Map<String, List<String>> received) {
                headers.set(Map.copyOf(received));
            }
        };
        return new Pending(id, ask.gzip(), client.send(request, observer), headers);
    }

    /** A case under way. */
    public final class Pending {
        private final String id;
        private final boolean gzip;
        private final CompletableFuture<dev.streamux.trace.ResponseTrace> trace;
        private final AtomicReference<Map<String, List<String>>> headers;

        private Pending(
                String id,
                boolean gzip,
                CompletableFuture<dev.streamux.trace.ResponseTrace> trace,
                AtomicReference<Map<String, List<String>>> headers) {
            this.id = id;
            this.gzip = gzip;
            this.trace = trace;
            this.headers = headers;
        }

        /** Waits until the client has seen the end. */
        public void await() {
            trace.join();
        }

        /** What both ends saw so far; waits for the client's end. The origin forgets the case. */
        public CaseResult result() {
            CaseResult result =
                    new CaseResult(gzip, trace.join(), Objects.requireNonNull(headers.get()), origin.attempts(id));
            origin.forget(id);
            return result;
        }
    }
}
