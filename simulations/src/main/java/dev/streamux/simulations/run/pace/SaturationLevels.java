package dev.streamux.simulations.run.pace;

import dev.streamux.simulations.measure.BudgetSample;
import dev.streamux.simulations.scenario.Budget;
import dev.streamux.simulations.scenario.Load;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.ResponseTrace;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Takes a saturation search through its levels in time: settle, hold, judge, next. A level that breaks a budget is held a
 * second time, and only the second hold decides: one disturbance of the machine must not pass for the limit of the target. A
 * response belongs to the level under which it started and ended, if it ended while that was held; its trace says so in the
 * attributes {@code level} and {@code hold}.
 */
public final class SaturationLevels {
    /** The attribute that carries the number of users. */
    static final String ATTRIBUTE = "level";
    /** The attribute that carries which hold of the level it was, from 1. */
    static final String HOLD_ATTRIBUTE = "hold";

    private static final int MOST_HOLDS = 2;

    private final Load.Saturation load;
    private final List<Budget> budgets;
    private final SaturationSearch search;
    private final LevelPacer pacer;
    private final NanoClock clock;
    private long levelStart;
    private boolean holding;
    private int hold;
    private BudgetSample sample = new BudgetSample();

    SaturationLevels(Load.Saturation load, List<Budget> budgets, LevelPacer pacer, NanoClock clock) {
        this.load = load;
        this.budgets = budgets;
        this.search = new SaturationSearch(load);
        this.pacer = pacer;
        this.clock = clock;
    }

    /** Starts the first level at this time of the clock. */
    public void begin(long startNanos, ScheduledExecutorService timer) {
        var unused =
                timer.schedule(() -> startLevel(timer), Math.max(0, startNanos - clock.nanos()), TimeUnit.NANOSECONDS);
    }

    private void startLevel(ScheduledExecutorService timer) {
        synchronized (this) {
            levelStart = clock.nanos();
            holding = false;
            hold = 0;
        }
        pacer.level(search.level());
        later(timer, this::hold, load.settle().toNanos());
        later(timer, () -> judge(timer), load.settle().plus(load.hold()).toNanos());
    }

    private static void later(ScheduledExecutorService timer, Runnable task, long nanos) {
        var unused = timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    private synchronized void hold() {
        holding = true;
        hold++;
        sample = new BudgetSample();
    }

    private void judge(ScheduledExecutorService timer) {
        OptionalInt next;
        synchronized (this) {
            if (hold < MOST_HOLDS && !sample.broken(budgets).isEmpty()) {
                hold();
                later(timer, () -> judge(timer), load.hold().toNanos());
                return;
            }
            holding = false;
            next = search.judged(sample.broken(budgets).isEmpty());
        }
        if (next.isPresent()) {
            startLevel(timer);
        } else {
            pacer.stop();
        }
    }

    /** The trace with its level, if it has one. */
    public synchronized ResponseTrace marked(ResponseTrace trace) {
        if (!holding || trace.intendedNanos() < levelStart) {
            return trace;
        }
        sample.add(trace);
        return trace.toBuilder()
                .attribute(ATTRIBUTE, Integer.toString(search.level()))
                .attribute(HOLD_ATTRIBUTE, Integer.toString(hold))
                .build();
    }

    /** The level under test, for the progress line. */
    public synchronized int level() {
        return search.level();
    }
}
