package dev.streamux.mockllm.load;

import java.util.function.IntSupplier;

/**
 * A plan whose gaps grow with what runs when each of them begins. The time to the first token is such a gap too: it begins
 * when the answer starts to run, after its preamble if it has one.
 */
final class StretchedTempo implements Tempo {
    private final Plan plan;
    private final Load load;
    private final IntSupplier running;
    private long added;

    StretchedTempo(Plan plan, Load load, IntSupplier running) {
        this.plan = plan;
        this.load = load;
        this.running = running;
        this.added = stretch(plan.startNanos(), plan.due(0));
    }

    private long stretch(long from, long to) {
        return load.stretched(to - from, running.getAsInt()) - (to - from);
    }

    @Override
    public long due(int index) {
        return plan.due(index) + added;
    }

    @Override
    public void left(int index) {
        if (index + 1 < plan.schedule().size()) {
            added += stretch(plan.due(index), plan.due(index + 1));
        }
    }

    @Override
    public boolean settled() {
        return false;
    }
}
