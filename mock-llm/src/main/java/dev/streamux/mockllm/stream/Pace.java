package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.check.Times;
import dev.streamux.protocol.chat.encode.EventKind;

/** Measures the pace of one stream as it leaves. */
final class Pace {
    private static final long NOTHING_YET = Long.MIN_VALUE;

    private final Times times;
    private final long arrivalNanos;
    private long lastNanos = NOTHING_YET;

    Pace(Times times, long arrivalNanos) {
        this.times = times;
        this.arrivalNanos = arrivalNanos;
    }

    /** An event was handed over. Those without tokens, and reasoning before the answer, are not measured. */
    void event(EventKind kind, int tokens, long nanos) {
        if (tokens == 0 || (lastNanos == NOTHING_YET && kind == EventKind.REASONING)) {
            return;
        }
        if (lastNanos == NOTHING_YET) {
            times.firstToken().add(nanos - arrivalNanos);
        } else {
            times.gap().add(nanos - lastNanos);
        }
        lastNanos = nanos;
    }
}
