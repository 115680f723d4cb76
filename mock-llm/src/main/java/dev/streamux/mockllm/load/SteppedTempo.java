package dev.streamux.mockllm.load;

/**
 * A plan whose tokens leave at the ends of steps that grow with the batch.
 *
 * <p>The answer joins the step in which it starts to run. What the plan has so many steps later leaves so many real steps
 * later, the time to the first token included: under load it takes as many steps, and each of them is longer. From the first
 * text on the answer gets a token a step.
 */
final class SteppedTempo implements Tempo {
    private final Plan plan;
    private final long stepNanos;
    private final StepClock steps;
    /** The step that it joins, and when that one ends. */
    private final long joined;

    private final long joinedEnd;

    SteppedTempo(Plan plan, long stepNanos, StepClock steps) {
        this.plan = plan;
        this.stepNanos = stepNanos;
        this.steps = steps;
        this.joined = steps.numberAt(plan.startNanos());
        this.joinedEnd = steps.end(joined);
    }

    @Override
    public long due(int index) {
        long planned = plan.due(index);
        if (index < plan.firstToken()) {
            return planned;
        }
        if (index <= plan.firstText()) {
            return steps.end(stepOf(planned));
        }
        long gap = planned - plan.due(plan.firstText());
        return steps.end(stepOf(plan.due(plan.firstText())) + stepsIn(gap));
    }

    private long stepOf(long planned) {
        return joined + stepsIn(Math.max(0, planned - joinedEnd));
    }

    private long stepsIn(long nanos) {
        return Math.floorDiv(nanos + stepNanos - 1, stepNanos);
    }

    @Override
    public void left(int index) {
        // The steps go on by themselves.
    }

    @Override
    public boolean settled() {
        return false;
    }
}
