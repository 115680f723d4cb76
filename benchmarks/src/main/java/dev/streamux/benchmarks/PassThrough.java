package dev.streamux.benchmarks;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.protocol.chat.decode.Signal;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.exchange.ResponseObserver;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.proxy.ImpairmentProxy;
import dev.streamux.simulations.proxy.policy.Policy;
import dev.streamux.simulations.proxy.ProxyConfig;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What the impairment proxy adds when it impairs nothing: the same streams directly and through {@code pass}, at the same
 * time, from the mock's hand-over of a token to the client's stamp.
 *
 * <p>The mock runs in a process of its own with {@code --clock-origin 0}, so that both use the bare monotonic clock:
 *
 * <pre>
 * ./streamux mock --port 8089 --clock-origin 0
 * java -cp ... dev.streamux.benchmarks.PassThrough http://127.0.0.1:8089 20 sse
 * </pre>
 *
 * The last argument is {@code sse} or {@code websocket}.
 */
public final class PassThrough {
    private static final int TOKENS_PER_SECOND = 40;
    private static final int TOKENS = 800;
    /** What comes before this is warm-up. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private static final Duration WINDOW =
            Duration.ofSeconds(TOKENS / TOKENS_PER_SECOND).minus(WARM_UP);

    private static final NanoClock BARE = NanoClock.since(0);

    private final StreamingClient client;
    private final Delivery delivery;

    private PassThrough(StreamingClient client, Delivery delivery) {
        this.client = client;
        this.delivery = delivery;
    }

    /** Arguments: address of the mock, streams on each way, {@code sse} or {@code websocket}. */
    public static void main(String[] args) throws InterruptedException {
        URI mock = URI.create(args[0]);
        int streams = Integer.parseInt(args[1]);
        Delivery delivery = Delivery.parse(args[2]);
        LagRecorder direct = new LagRecorder(WARM_UP, WINDOW);
        LagRecorder through = new LagRecorder(WARM_UP, WINDOW);
        try (ImpairmentProxy pass = ImpairmentProxy.start(ProxyConfig.to(mock, Policy.parse("pass")));
                StreamingClient client = new StreamingClient(BARE)) {
            PassThrough run = new PassThrough(client, delivery);
            List<CompletableFuture<ResponseTrace>> all = new ArrayList<>();
            for (int i = 0; i < streams; i++) {
                all.add(run.send("direct" + i, mock, direct));
                all.add(run.send("pass" + i, URI.create(pass.baseUrl()), through));
                // Spread over one gap between tokens, so that tokens do not come in one volley.
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / TOKENS_PER_SECOND / streams);
            }
            long failed = all.stream()
                    .map(CompletableFuture::join)
                    .filter(trace -> trace.outcome() != Outcome.COMPLETE)
                    .count();
            System.out.println(direct.row("direct " + args[2], streams, TOKENS_PER_SECOND));
            System.out.println(
                    through.row("pass " + args[2], streams, TOKENS_PER_SECOND) + (failed == 0 ? "" : " failed " + failed));
        }
    }

    private CompletableFuture<ResponseTrace> send(String id, URI address, LagRecorder recorder) {
        ResponseObserver observer = new ResponseObserver() {
            @Override
            public void onMark(long nanos, Signal.Marked mark) {
                mark.emissionNanos().ifPresent(emission -> recorder.add(emission, nanos));
            }
        };
        ClientRequest request = ClientRequest.builder(id, address)
                .dialect(delivery == Delivery.WEBSOCKET ? Dialect.OPENAI_RESPONSES : Dialect.OPENAI_CHAT)
                .delivery(delivery)
                .model("mock-ttft100-itl" + 1000 / TOKENS_PER_SECOND + "-len" + TOKENS)
                .header("X-Streamux-Mark", "on")
                .build();
        return client.send(request, observer);
    }
}
