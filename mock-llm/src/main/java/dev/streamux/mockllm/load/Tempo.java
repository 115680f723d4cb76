package dev.streamux.mockllm.load;

import dev.streamux.mockllm.pacing.Schedule;

/**
 * When the events of one answer are due on the run's clock: its plan, and what those that run beside it make of it.
 *
 * <p>Events leave in order: {@link #left} is called for each, and {@link #due} is asked for the one after it. Only one
 * thread uses a tempo.
 */
public interface Tempo {
    /**
     * When this event is due as things stand. It can get later until that time has come, never earlier.
     *
     * @param index if {@link #settled}, any event; otherwise the first that has not left
     */
    long due(int index);

    /** The event has left. Those that run now decide how long it is to the next one, counted from when this one was due. */
    void left(int index);

    /** Whether nothing can change any more: every due time is known. */
    boolean settled();

    /** The plan as it stands, because nothing stretches it. */
    static Tempo planned(Plan plan) {
        return new Planned(plan.schedule(), plan.arrivalNanos());
    }

    /**
     * A plan as it stands.
     *
     * @param schedule from the request's arrival
     * @param arrivalNanos on the run's clock
     */
    record Planned(Schedule schedule, long arrivalNanos) implements Tempo {
        @Override
        public long due(int index) {
            return arrivalNanos + schedule.due(index);
        }

        @Override
        public void left(int index) {
            // What was planned stands.
        }

        @Override
        public boolean settled() {
            return true;
        }
    }
}
