package dev.streamux.mockllm.emission;

import dev.streamux.mockllm.budget.Budget;
import dev.streamux.mockllm.budget.Claim;
import dev.streamux.trace.EmissionTrace;
import dev.streamux.trace.file.TraceWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects the emissions of all answers: to a consumer, to a file, and the last ones in memory.
 *
 * <p>Traces are built and written on a thread of its own, so that no event loop waits for a disk. What does not fit into
 * the queue is lost and counted, never waited for. The queue has room for as many tokens as may run at a time by default, so
 * that all answers can end at once, and memory stays bounded however slow the disk and however long the answers.
 */
public final class EmissionLog implements AutoCloseable {
    private static final int QUEUE = 65_536;
    private static final long POLL_MILLIS = 20;
    private static final long KEPT_CHUNKS = 1_000_000;

    /** What a kept emission without a chunk costs, in chunks: id, attributes and the like. */
    private static final long FLAT = 32;

    private final BlockingQueue<Queued> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Budget queued;
    private final long mostKept;
    private final Deque<EmissionTrace> kept = new ArrayDeque<>();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final @Nullable TraceWriter file;
    private final Thread thread;
    private volatile Consumer<EmissionTrace> consumer = emission -> {};
    private volatile boolean closing;
    private long keptChunks;

    /** A log that also writes to this file, if one is given. */
    public EmissionLog(Optional<Path> file) {
        this(file, Budget.tokensFittingHere());
    }

    /** A log in whose queue so many tokens fit, and a quarter of that, or a million, among those that are kept. */
    EmissionLog(Optional<Path> file, long mostTokens) {
        this.queued = new Budget(mostTokens);
        this.mostKept = Math.min(KEPT_CHUNKS, mostTokens / 4);
        this.file = file.map(TraceWriter::create).orElse(null);
        this.thread = new Thread(this::drain, "mock-emissions");
        thread.setDaemon(true);
        thread.start();
    }

    /** Hands every later emission to {@code target}, on the log's thread. */
    public void to(Consumer<EmissionTrace> target) {
        consumer = target;
    }

    /** One that waits, and what it takes of the queue. */
    private record Queued(Supplier<EmissionTrace> emission, Claim claim) {}

    /**
     * Takes an emission over; it is built on the log's thread.
     *
     * @param tokens what its answer holds in memory until then
     */
    public void add(Supplier<EmissionTrace> emission, long tokens) {
        Optional<Claim> claim = queued.take(tokens);
        if (claim.isPresent() && queue.offer(new Queued(emission, claim.get()))) {
            taken.incrementAndGet();
        } else {
            claim.ifPresent(Claim::giveBack);
            lost.incrementAndGet();
        }
    }

    /** How many were lost because the disk or the consumer was too slow. */
    public long lost() {
        return lost.get();
    }

    /** How many were taken over and are not written yet. */
    public long pending() {
        return taken.get() - written.get();
    }

    /** The last emissions in the order of their ends, as many as fit into a million chunks, fewer in a small heap. */
    public List<EmissionTrace> last() {
        synchronized (kept) {
            return new ArrayList<>(kept);
        }
    }

    private void drain() {
        try {
            while (!closing || !queue.isEmpty()) {
                Queued next = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    write(next.emission().get());
                    next.claim().giveBack();
                    written.incrementAndGet();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(EmissionTrace emission) {
        keep(emission);
        if (file != null) {
            file.write(emission);
        }
        consumer.accept(emission);
    }

    private void keep(EmissionTrace emission) {
        synchronized (kept) {
            kept.addLast(emission);
            keptChunks += weight(emission);
            while (keptChunks > mostKept && kept.size() > 1) {
                keptChunks -= weight(kept.removeFirst());
            }
        }
    }

    /** Its chunks, and a flat charge for the rest of it. */
    private static long weight(EmissionTrace emission) {
        return emission.response().chunks().size() + FLAT;
    }

    /** Writes what is still queued, then closes the file. */
    @Override
    public void close() {
        try {
            closing = true;
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (file != null) {
            file.close();
        }
    }
}
