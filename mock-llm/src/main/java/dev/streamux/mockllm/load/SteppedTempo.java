package dev.streamux.mockllm.load;

/**
 * A plan whose tokens leave at the ends of steps that grow with the batch.
 *
 * <p>The first text leaves with the first step that ends at or after its planned time, and so does reasoning before it. From
 * there the answer gets a token a step: a gap of so many steps in the plan is a gap of as many real ones.
 */
final class SteppedTempo implements Tempo {
    private static final long NONE = -1;

    private final Plan plan;
    private final long stepNanos;
    private final StepClock steps;
    private long firstStep = NONE;

    SteppedTempo(Plan plan, long stepNanos, StepClock steps) {
        this.plan = plan;
        this.stepNanos = stepNanos;
        this.steps = steps;
    }

    @Override
    public long due(int index) {
        long planned = plan.due(index);
        if (index < plan.firstToken()) {
            return planned;
        }
        if (index <= plan.firstText()) {
            return Math.max(planned, steps.end(steps.numberAt(planned)));
        }
        long gap = planned - plan.due(plan.firstText());
        return steps.end(firstStep + Math.floorDiv(gap + stepNanos - 1, stepNanos));
    }

    @Override
    public void left(int index) {
        if (index == plan.firstText()) {
            firstStep = steps.numberAt(plan.due(index));
        }
    }

    @Override
    public boolean settled() {
        return false;
    }
}
