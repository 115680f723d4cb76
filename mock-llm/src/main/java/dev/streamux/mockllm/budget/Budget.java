package dev.streamux.mockllm.budget;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * How much of something that takes memory there may be at a time: output tokens, because each is planned and recorded until
 * its answer ends, or bytes of requests. Safe for several threads.
 */
public final class Budget {
    /**
     * What a token costs at most while its answer runs: text, event, due time and record. Measured: 40 bytes when it begins
     * and 32 more when it has left, see {@code docs/mock.md}; the rest is room for the collector.
     */
    private static final int BYTES_A_TOKEN = 100;

    /** Of the heap: a third for answers that run, the others for their records and for the rest of the server. */
    private static final int SHARE_FOR_TOKENS = 3;

    /** Of the heap, and as much again outside it while a request comes in. */
    private static final int SHARE_FOR_BODIES = 8;

    private final long most;
    private final AtomicLong running = new AtomicLong();
    private final LongAdder refused = new LongAdder();

    /** A budget of so much, ≥ 1. */
    public Budget(long most) {
        if (most < 1) {
            throw new IllegalArgumentException("a budget of " + most + " lets nothing run");
        }
        this.most = most;
    }

    /** The tokens that fit into a third of a heap of so many bytes. */
    static long tokensFitting(long heapBytes) {
        return Math.max(1, heapBytes / SHARE_FOR_TOKENS / BYTES_A_TOKEN);
    }

    /** The tokens that fit into a third of this JVM's largest heap. */
    public static long tokensFittingHere() {
        return tokensFitting(Runtime.getRuntime().maxMemory());
    }

    /** An eighth of this JVM's largest heap: the bytes that requests may take. */
    public static long bodyBytesFittingHere() {
        return Runtime.getRuntime().maxMemory() / SHARE_FOR_BODIES;
    }

    /** Takes so much; empty if it does not fit, and that is counted. */
    public Optional<Claim> take(long amount) {
        return taken(amount) ? Optional.of(new Claim(this, amount)) : Optional.empty();
    }

    /** Whether so much did fit and is taken now; if not, that is counted. */
    boolean taken(long amount) {
        long before = running.get();
        while (amount <= most - before) {
            if (running.compareAndSet(before, before + amount)) {
                return true;
            }
            before = running.get();
        }
        refused.increment();
        return false;
    }

    void giveBack(long amount) {
        running.addAndGet(-amount);
    }

    /** What is taken now. */
    public long running() {
        return running.get();
    }

    /** How much there may be. */
    public long most() {
        return most;
    }

    /** The state now. */
    public State state() {
        return new State(running.get(), most, refused.sum());
    }

    /**
     * A budget at one moment.
     *
     * @param running what is taken
     * @param most what can be taken
     * @param refused how often something did not fit, since the start
     */
    public record State(long running, long most, long refused) {}
}
