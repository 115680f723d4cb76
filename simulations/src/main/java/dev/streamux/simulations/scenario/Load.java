package dev.streamux.simulations.scenario;

import dev.streamux.simulations.arrival.Arrival;
import dev.streamux.simulations.arrival.UserRamp;
import java.time.Duration;

/** How many ask, and when. */
public sealed interface Load {
    /**
     * Requests start when the schedule says so, whatever the replies do.
     *
     * @param arrival the schedule; its duration is that of all phases together
     */
    record Open(Arrival arrival) implements Load {}

    /**
     * Each user asks again when it has its answer and has thought.
     *
     * @param users how many and how they arrive
     * @param thinkTime between an answer and the next question, ≥ 0
     */
    record Closed(UserRamp users, Duration thinkTime) implements Load {
        public Closed {
            if (thinkTime.isNegative()) {
                throw new IllegalArgumentException("thinkTime is " + thinkTime + "; it must be >= 0");
            }
        }
    }

    /**
     * Looks for the largest number of concurrent users that keeps every budget: multiplies until one breaks, then
     * halves the distance.
     *
     * @param from the first level, ≥ 1 users
     * @param to the last level, ≥ {@code from}
     * @param factor from one level to the next while every budget holds, &gt; 1
     * @param hold how long a level is measured, &gt; 0, after {@code settle}
     * @param settle how long a level runs before it is measured, ≥ 0
     * @param precision the search ends when the bounds are this close, as a share of the lower one, &gt; 0
     */
    record Saturation(int from, int to, double factor, Duration hold, Duration settle, double precision)
            implements Load {
        public Saturation {
            if (from < 1 || to < from) {
                throw new IllegalArgumentException("from is " + from + " and to is " + to + "; 1 <= from <= to");
            }
            if (!(factor > 1) || !(precision > 0) || hold.isNegative() || hold.isZero() || settle.isNegative()) {
                throw new IllegalArgumentException("factor is " + factor + ", precision " + precision + ", hold " + hold
                        + ", settle " + settle + "; factor must be > 1, precision and hold > 0, settle >= 0");
            }
        }
    }
}
