package dev.streamux.mockllm.budget;

import java.util.concurrent.atomic.AtomicLong;

/** Tokens that an answer has taken from the budget. Safe for several threads. */
public final class Claim {
    private final AtomicLong running;
    private final AtomicLong tokens;

    Claim(AtomicLong running, long tokens) {
        this.running = running;
        this.tokens = new AtomicLong(tokens);
    }

    /** The answer is over, or never begins. Only the first call counts. */
    public void giveBack() {
        running.addAndGet(-tokens.getAndSet(0));
    }
}
