package dev.streamux.simulations.record;

import dev.streamux.trace.ResponseTrace;
import dev.streamux.trace.file.TraceWriter;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Counts the tokens of traces and writes them, on a thread of its own: an event loop that writes files stamps the next
 * chunk late.
 */
public final class TraceRecorder implements AutoCloseable {
    private static final long CLOSE_SECONDS = 60;

    private final TraceWriter writer;
    private final ExecutorService thread;

    /** A recorder into this file, which is replaced. */
    public TraceRecorder(Path file) {
        writer = TraceWriter.create(file);
        thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "streamux-trace-writer"));
        thread.execute(TokenCount::load);
    }

    /** Writes the trace soon. */
    public void record(ResponseTrace trace) {
        thread.execute(() -> writer.write(TokenCount.noted(trace)));
    }

    /** Writes what is left and closes the file. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.close();
    }
}
