package dev.streamux.mockllm.check;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * How late events left, measured after the write: from the due time to the return of the flush.
 *
 * <p>One event loop records, any thread reads. Two digits of precision up to one minute; what is longer counts as one minute.
 */
public final class Lateness {
    private static final long MOST_NANOS = 60_000_000_000L;

    private final SingleWriterRecorder recorder = new SingleWriterRecorder(1_000, MOST_NANOS, 2);
    private final Histogram total = new Histogram(1_000, MOST_NANOS, 2);

    /** Notes one event; early counts as on time. */
    public void record(long lateNanos) {
        recorder.recordValue(Math.min(MOST_NANOS, Math.max(0, lateNanos)));
    }

    /** Adds all that was noted so far to {@code target}. */
    public void addTo(Histogram target) {
        synchronized (total) {
            total.add(recorder.getIntervalHistogram());
            target.add(total);
        }
    }

    /** An empty histogram that {@link #addTo} accepts; its unit is nanoseconds. */
    public static Histogram empty() {
        return new Histogram(1_000, MOST_NANOS, 2);
    }
}
