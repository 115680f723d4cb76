package dev.streamux.simulations.arrival;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.random.RandomGenerator;

/**
 * Arrivals whose rate follows stages: constant rates, ramps, spikes.
 *
 * <p>A process with mean gap 1 is run on "expected arrivals so far" and carried over to time by the inverse of the area
 * under the rate. A ramp of a Poisson process is therefore a Poisson process with that changing rate, and an even one
 * has exactly as many arrivals as the area says.
 *
 * @param stages one after the other, at least one
 * @param spacing how the gaps scatter
 */
public record StagedArrival(List<Stage> stages, Spacing spacing) implements Arrival {
    public StagedArrival {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("stages is empty; it must have at least one stage");
        }
    }

    @Override
    public Duration duration() {
        return stages.stream().map(Stage::during).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public PrimitiveIterator.OfLong starts(RandomGenerator random) {
        return new Walk(random);
    }

    private final class Walk implements PrimitiveIterator.OfLong {
        private static final long NONE = -1;

        private final RandomGenerator random;
        private int stage;
        private long stageStartNanos;
        private double countAtStageStart;
        private double count;
        private long previous = NONE;
        private long next;

        private Walk(RandomGenerator random) {
            this.random = random;
            count = spacing.first(random);
            next = locate();
        }

        @Override
        public boolean hasNext() {
            return next != NONE;
        }

        @Override
        public long nextLong() {
            if (next == NONE) {
                throw new NoSuchElementException("the schedule is over");
            }
            previous = next;
            count += spacing.next(random);
            next = locate();
            return previous;
        }

        /** The time at which the expected count reaches {@link #count}, or {@link #NONE} after the last stage. */
        private long locate() {
            while (stage < stages.size()) {
                Stage current = stages.get(stage);
                double within = count - countAtStageStart;
                long endNanos = stageStartNanos + current.during().toNanos();
                if (within < current.expectedArrivals()) {
                    long at = stageStartNanos + Math.round(current.secondsUntil(within) * 1e9);
                    // Rounding and near-zero gaps must not break the order.
                    long ordered = Math.max(at, previous + 1);
                    if (ordered < endNanos) {
                        return ordered;
                    }
                }
                countAtStageStart += current.expectedArrivals();
                stageStartNanos = endNanos;
                stage++;
            }
            return NONE;
        }
    }
}
