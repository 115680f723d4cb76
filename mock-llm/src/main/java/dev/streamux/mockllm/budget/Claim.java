package dev.streamux.mockllm.budget;

import java.util.concurrent.atomic.AtomicLong;

/** What somebody has taken from a budget. Safe for several threads, but only one may let it grow. */
public final class Claim {
    private final Budget budget;
    private final AtomicLong amount;

    Claim(Budget budget, long amount) {
        this.budget = budget;
        this.amount = new AtomicLong(amount);
    }

    /** Takes so much more; false if it does not fit, and then nothing is taken. Not after {@link #giveBack}. */
    public boolean grow(long more) {
        if (!budget.taken(more)) {
            return false;
        }
        amount.addAndGet(more);
        return true;
    }

    /** It is over, or never begins. Only the first call counts. */
    public void giveBack() {
        budget.giveBack(amount.getAndSet(0));
    }
}
