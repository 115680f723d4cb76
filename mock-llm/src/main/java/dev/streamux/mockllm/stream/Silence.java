package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.pacing.Paced;
import java.util.OptionalLong;

/** When a silent stream is to be kept alive. Times are on the run's clock. */
final class Silence {
    /** How often a stream that sends nothing but keep-alives sends one, when nothing else is set. */
    private static final long USUAL_NANOS = 1_000_000_000;

    /** No keep-alives; one for all streams, so that a stream without them has nothing to look at. */
    private static final Silence KEPT = new Silence(Paced.NEVER);

    private final long everyNanos;
    private long nextNanos = Paced.NEVER;

    private Silence(long everyNanos) {
        this.everyNanos = everyNanos;
    }

    /** A keep-alive after so much silence; empty for none. */
    static Silence of(OptionalLong everyNanos) {
        return everyNanos.isPresent() ? new Silence(everyNanos.getAsLong()) : KEPT;
    }

    /** Something left just now. */
    void broken(long nowNanos) {
        if (everyNanos != Paced.NEVER) {
            nextNanos = nowNanos + everyNanos;
        }
    }

    /** That of a stream that from now on sends nothing but keep-alives. */
    Silence only(long nowNanos) {
        Silence only = new Silence(Math.min(everyNanos, USUAL_NANOS));
        only.broken(nowNanos);
        return only;
    }

    /** That of a stream that sends not even keep-alives. */
    static Silence kept() {
        return KEPT;
    }

    /** Whether a keep-alive is due. */
    boolean due(long nowNanos) {
        return nextNanos <= nowNanos;
    }

    /** When the next keep-alive is due; {@link Paced#NEVER} for none. */
    long nextNanos() {
        return nextNanos;
    }
}
