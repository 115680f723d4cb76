package dev.streamux.benchmarks;

import dev.streamux.protocol.chat.decode.Signal;
import dev.streamux.simulations.client.ClientConfig;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.simulations.client.exchange.ResponseObserver;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The streaming client of this project, with everything that it does in a run: JSON, text, chunks, trace. */
final class OurStreams {
    private OurStreams() {}

    /** Plays the load and gives the number of streams that were not complete, and of text events in shared reads. */
    static String play(StreamLoad load, LagRecorder recorder, boolean kernel, int eventLoops) {
        ResponseObserver observer = new ResponseObserver() {
            @Override
            public void onMark(long nanos, Signal.Marked mark) {
                mark.emissionNanos().ifPresent(emission -> recorder.add(emission, nanos));
            }
        };
        ClientConfig config = ClientConfig.defaults().withKernelStamps(kernel).withEventLoops(eventLoops);
        try (StreamingClient client = new StreamingClient(config, NanoClock.since(0))) {
            List<CompletableFuture<ResponseTrace>> all = new ArrayList<>();
            for (int i = 0; i < load.streams(); i++) {
                all.add(client.send(ClientRequest.builder("b" + i, load.sender()).build(), observer));
                load.pause();
            }
            List<ResponseTrace> traces =
                    all.stream().map(CompletableFuture::join).toList();
            long failed = traces.stream()
                    .filter(trace -> trace.outcome() != Outcome.COMPLETE)
                    .count();
            long shared = traces.stream()
                    .mapToLong(trace -> Long.parseLong(trace.attributes().getOrDefault("coalescedReads", "0")))
                    .sum();
            return "failed " + failed + ", coalesced " + shared + ", clock "
                    + traces.get(0).attributes().get("clock");
        }
    }
}
