package dev.streamux.mockllm.load;

import java.util.function.IntSupplier;

/** A plan whose token gaps grow with what runs when each of them begins. What comes before the first text is as planned. */
final class StretchedTempo implements Tempo {
    private final Plan plan;
    private final Load load;
    private final IntSupplier running;
    private long added;

    StretchedTempo(Plan plan, Load load, IntSupplier running) {
        this.plan = plan;
        this.load = load;
        this.running = running;
    }

    @Override
    public long due(int index) {
        return plan.due(index) + added;
    }

    @Override
    public void left(int index) {
        if (index < plan.firstText() || index + 1 >= plan.schedule().size()) {
            return;
        }
        long gap = plan.due(index + 1) - plan.due(index);
        added += load.stretched(gap, running.getAsInt()) - gap;
    }

    @Override
    public boolean settled() {
        return false;
    }
}
