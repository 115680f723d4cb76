package dev.streamux.mockllm.check;

import dev.streamux.protocol.chat.encode.EventKind;
import dev.streamux.protocol.chat.encode.StreamEncoder;

/** Measures the pace of one stream as it leaves. */
public final class Pace {
    private static final long NOTHING_YET = Long.MIN_VALUE;

    private final Times times;
    private final long arrivalNanos;
    private long lastNanos = NOTHING_YET;

    /** A stream whose request arrived then, on the clock of the stamps. */
    public Pace(Times times, long arrivalNanos) {
        this.times = times;
        this.arrivalNanos = arrivalNanos;
    }

    /** An event with tokens was handed over. Reasoning before the answer is not measured, nor a further choice. */
    public void event(StreamEncoder events, int index, long nanos) {
        if (events.sharesStep(index)) {
            return;
        }
        if (lastNanos != NOTHING_YET) {
            times.gap().add(nanos - lastNanos);
        } else if (events.kind(index) != EventKind.REASONING) {
            times.firstToken().add(nanos - arrivalNanos);
        } else {
            return;
        }
        lastNanos = nanos;
    }
}
