package dev.streamux.mockllm.budget;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many output tokens may be on their way at a time, because each is planned and recorded in memory until its answer
 * ends. Safe for several threads.
 */
public final class TokenBudget {
    /**
     * What a token costs at most while its answer runs: text, event, due time and record. Measured: 40 bytes when it begins
     * and 32 more when it has left, see {@code docs/mock.md}; the rest is room for the collector.
     */
    private static final int BYTES_A_TOKEN = 100;

    /** Of the heap: a third for answers that run, the others for their records and for the rest of the server. */
    private static final int SHARE_OF_HEAP = 3;

    private final long most;
    private final AtomicLong running = new AtomicLong();
    private final LongAdder refused = new LongAdder();

    /** A budget of so many tokens, ≥ 1. */
    public TokenBudget(long most) {
        if (most < 1) {
            throw new IllegalArgumentException("a budget of " + most + " tokens lets nothing run");
        }
        this.most = most;
    }

    /** The tokens that fit into a third of a heap of so many bytes. */
    public static long fitting(long heapBytes) {
        return Math.max(1, heapBytes / SHARE_OF_HEAP / BYTES_A_TOKEN);
    }

    /** The tokens that fit into a third of this JVM's largest heap. */
    public static long fittingHere() {
        return fitting(Runtime.getRuntime().maxMemory());
    }

    /** Takes so many tokens; empty if they do not fit, and that is counted. */
    public Optional<Claim> take(long tokens) {
        long before = running.get();
        while (tokens <= most - before) {
            if (running.compareAndSet(before, before + tokens)) {
                return Optional.of(new Claim(running, tokens));
            }
            before = running.get();
        }
        refused.increment();
        return Optional.empty();
    }

    /** Tokens of all answers that run or wait for their turn. */
    public long running() {
        return running.get();
    }

    /** How many there may be. */
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
     * @param running tokens that are taken
     * @param most tokens that can be taken
     * @param refused answers that did not fit, since the start
     */
    public record State(long running, long most, long refused) {}
}
