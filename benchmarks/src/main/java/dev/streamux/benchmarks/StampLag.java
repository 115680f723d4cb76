package dev.streamux.benchmarks;

import dev.streamux.protocol.chat.decode.Signal;
import dev.streamux.simulations.client.ClientConfig;
import dev.streamux.simulations.client.ClientRequest;
import dev.streamux.simulations.client.ResponseObserver;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.LockSupport;

/**
 * How late a client stamps what the mock sent, and what a token costs it.
 *
 * <p>The mock runs in a process of its own with {@code --clock-origin 0}, so that both use the bare monotonic clock:
 *
 * <pre>
 * ./streamux mock --port 8089 --clock-origin 0
 * java -cp ... dev.streamux.benchmarks.StampLag http://127.0.0.1:8089 1000 40 400 user
 * </pre>
 *
 * The clients are {@code user} (ours), {@code kernel} (ours with kernel stamps) and {@code java.net.http}.
 */
public final class StampLag {
    /** Requests start spread over this long, so that tokens do not come in one volley. */
    private static final long START_NANOS = 2_000_000_000L;
    /** What comes before this is warm-up. */
    private static final long WARM_UP_NANOS = 4_000_000_000L;

    private static final NanoClock BARE = NanoClock.since(0);
    private static final String MARK = "\"nanos\":";

    private final URI mock;
    private final int streams;
    private final int perSecond;
    private final int tokens;
    private final LagRecorder recorder = new LagRecorder(System.nanoTime() + WARM_UP_NANOS);

    private StampLag(URI mock, int streams, int perSecond, int tokens) {
        this.mock = mock;
        this.streams = streams;
        this.perSecond = perSecond;
        this.tokens = tokens;
    }

    /** Arguments: address of the mock, streams, tokens a second, tokens a stream, client. */
    public static void main(String[] args) {
        StampLag run = new StampLag(
                URI.create(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        long failed = args[4].equals("java.net.http") ? run.withJdk() : run.withOurs(args[4].equals("kernel"));
        System.out.println(
                run.recorder.row(args[4], run.streams, run.perSecond) + (failed == 0 ? "" : " failed " + failed));
    }

    private String model() {
        return "mock-ttft100-itl" + 1000 / perSecond + "-len" + tokens;
    }

    private long withOurs(boolean kernel) {
        ResponseObserver observer = new ResponseObserver() {
            @Override
            public void onMark(long nanos, Signal.Marked mark) {
                mark.emissionNanos().ifPresent(emission -> recorder.add(emission, nanos));
            }
        };
        try (StreamingClient client =
                new StreamingClient(ClientConfig.defaults().withKernelStamps(kernel), BARE)) {
            List<CompletableFuture<ResponseTrace>> all = new ArrayList<>();
            for (int i = 0; i < streams; i++) {
                all.add(client.send(
                        ClientRequest.builder("b" + i, mock)
                                .model(model())
                                .header("X-Streamux-Mark", "on")
                                .build(),
                        observer));
                LockSupport.parkNanos(START_NANOS / streams);
            }
            return all.stream()
                    .map(CompletableFuture::join)
                    .filter(trace -> trace.outcome() != Outcome.COMPLETE)
                    .count();
        }
    }

    private long withJdk() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(mock.resolve("/v1/chat/completions"))
                .header("Content-Type", "application/json")
                .header("X-Streamux-Mark", "on")
                .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"" + model()
                        + "\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}"))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        List<CompletableFuture<HttpResponse<Void>>> all = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            all.add(client.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new Lines())));
            LockSupport.parkNanos(START_NANOS / streams);
        }
        return all.stream()
                .map(CompletableFuture::join)
                .filter(response -> response.statusCode() != 200)
                .count();
    }

    /** Stamps each line as the JDK hands it on. */
    private final class Lines implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            long now = System.nanoTime();
            int at = line.indexOf(MARK);
            if (at >= 0) {
                int end = line.indexOf('}', at);
                recorder.add(
                        Long.parseLong(line.substring(at + MARK.length(), end).strip()), now);
            }
        }

        @Override
        public void onError(Throwable failure) {
            // The response's future fails too, which the caller sees.
        }

        @Override
        public void onComplete() {
            // Nothing is kept for the end.
        }
    }
}
