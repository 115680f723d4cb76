package dev.streamux.simulations.measure;

import dev.streamux.simulations.scenario.Budget;
import dev.streamux.simulations.scenario.BudgetMetric;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * What budgets look at, of some responses. Only complete ones enter the times; a response that we stopped on purpose is
 * no failure and enters no time. Not thread-safe.
 */
public final class BudgetSample {
    private static final double NANOS_IN_MILLI = 1e6;

    private final Map<BudgetMetric, Quantiles> times = new EnumMap<>(BudgetMetric.class);
    private int judged;
    private int failed;

    /** Adds a response. */
    public void add(ResponseTrace trace) {
        if (trace.outcome() == Outcome.CANCELLED) {
            return;
        }
        judged++;
        if (trace.outcome() != Outcome.COMPLETE) {
            failed++;
            return;
        }
        time(BudgetMetric.RESPONSE_TIME, trace.endNanos() - trace.intendedNanos());
        time(BudgetMetric.SERVICE_TIME, trace.endNanos() - trace.sentNanos());
        time(BudgetMetric.SCHEDULE_LAG, trace.sentNanos() - trace.intendedNanos());
        Chunks chunks = trace.chunks();
        if (!chunks.isEmpty()) {
            time(BudgetMetric.TIME_TO_FIRST_VISIBLE_TEXT, chunks.timeNanos(0) - trace.intendedNanos());
        }
        if (chunks.size() > 1) {
            time(BudgetMetric.LONGEST_GAP, longestGapNanos(chunks));
        }
    }

    /** The longest wait between two chunks, nanoseconds; 0 for fewer than two. */
    public static long longestGapNanos(Chunks chunks) {
        long longest = 0;
        for (int i = 1; i < chunks.size(); i++) {
            longest = Math.max(longest, chunks.timeNanos(i) - chunks.timeNanos(i - 1));
        }
        return longest;
    }

    private void time(BudgetMetric metric, long nanos) {
        times.computeIfAbsent(metric, any -> new Quantiles()).add(nanos / NANOS_IN_MILLI);
    }

    /** How many responses were added, without those that we stopped. */
    public int judged() {
        return judged;
    }

    /**
     * What the budget bounds, in the unit of its limit; empty if no response has it.
     */
    public OptionalDouble value(Budget budget) {
        if (budget.metric() == BudgetMetric.FAILED_SHARE) {
            return judged == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * failed / judged);
        }
        Quantiles sample = times.get(budget.metric());
        return sample == null ? OptionalDouble.empty() : sample.at(budget.quantile());
    }

    /** The times that the budget is about, in milliseconds; none for a share. */
    public DoubleStream times(Budget budget) {
        Quantiles sample = times.get(budget.metric());
        return sample == null ? DoubleStream.empty() : sample.values();
    }

    /** The budgets that are broken, each with its value. One without any value is broken: nothing kept it. */
    public List<String> broken(List<Budget> budgets) {
        List<String> broken = new ArrayList<>();
        for (Budget budget : budgets) {
            OptionalDouble value = value(budget);
            if (value.isEmpty()) {
                broken.add(budget.text() + ": no response has it");
            } else if (!budget.keptBy(value.getAsDouble())) {
                broken.add(budget.text() + ": it is " + Math.round(value.getAsDouble() * 10) / 10.0
                        + (budget.metric().isShare() ? "%" : " ms"));
            }
        }
        return broken;
    }
}
