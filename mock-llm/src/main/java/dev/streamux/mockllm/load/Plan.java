package dev.streamux.mockllm.load;

import dev.streamux.mockllm.pacing.Schedule;

/**
 * When the events of one answer are due if nobody else gets in its way.
 *
 * @param schedule from the request's arrival
 * @param arrivalNanos on the run's clock
 * @param startNanos when the answer starts to run, on the run's clock; its arrival if it did not wait
 * @param firstToken the first event with tokens, reasoning included; the number of events if there is none
 * @param firstText the first event with tokens of the answer itself; the number of events if there is none
 */
public record Plan(Schedule schedule, long arrivalNanos, long startNanos, int firstToken, int firstText) {
    /** The due time of an event on the run's clock. */
    long due(int index) {
        return arrivalNanos + schedule.due(index);
    }
}
