package dev.streamux.simulations.gatling;

import dev.streamux.simulations.client.ClientConfig;
import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.simulations.client.exchange.ResponseObserver;
import dev.streamux.simulations.client.request.ClientRequest;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceWriter;
import io.netty.channel.EventLoop;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The client and the recording of one protocol in one simulation; all its actions share them. Thread-safe. */
final class OpenEndpoint implements AutoCloseable {
    private static final long CLOSE_SECONDS = 30;

    private final StreamuxProtocol protocol;
    private final long originNanoTime = System.nanoTime();
    private final StreamingClient client;
    private final Optional<TraceWriter> writer;
    private final ExecutorService writing =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "streamux-recording"));
    private final AtomicLong requests = new AtomicLong();

    OpenEndpoint(StreamuxProtocol protocol) {
        this.protocol = protocol;
        this.client = new StreamingClient(ClientConfig.defaults().withEventLoops(0), NanoClock.since(originNanoTime));
        this.writer = protocol.recording().map(TraceWriter::create);
    }

    StreamuxProtocol protocol() {
        return protocol;
    }

    long originNanoTime() {
        return originNanoTime;
    }

    /** Different for every request of the simulation. */
    long nextNumber() {
        return requests.incrementAndGet();
    }

    CompletableFuture<ResponseTrace> send(ClientRequest request, EventLoop loop) {
        return client.send(request, ResponseObserver.NONE, loop).whenComplete((trace, fault) -> {
            if (fault == null && !writing.isShutdown()) {
                writer.ifPresent(file -> writing.execute(() -> file.write(trace)));
            }
        });
    }

    @Override
    public void close() {
        client.close();
        writing.shutdown();
        try {
            if (!writing.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                writing.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.ifPresent(TraceWriter::close);
    }
}
