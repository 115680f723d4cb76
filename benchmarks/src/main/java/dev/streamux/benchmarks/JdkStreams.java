package dev.streamux.benchmarks;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** {@code java.net.http.HttpClient} with its fastest way to get lines: a subscriber. It only looks for the mark. */
final class JdkStreams {
    private final LagRecorder recorder;

    JdkStreams(LagRecorder recorder) {
        this.recorder = recorder;
    }

    /** Plays the load and gives the number of responses whose status was not 200. */
    String play(StreamLoad load) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(load.sender().resolve("/v1/chat/completions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(StreamLoad.BODY))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        List<CompletableFuture<HttpResponse<Void>>> all = new ArrayList<>();
        for (int i = 0; i < load.streams(); i++) {
            all.add(client.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new Lines())));
            load.pause();
        }
        long failed = all.stream()
                .map(CompletableFuture::join)
                .filter(response -> response.statusCode() != 200)
                .count();
        return "failed " + failed;
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
            Mark.emission(line).ifPresent(emission -> recorder.add(emission, now));
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
