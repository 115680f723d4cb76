package dev.streamux.mockllm.stream;

import dev.streamux.mockllm.pacing.Paced;
import java.util.OptionalLong;

/** When a silent stream is to be kept alive. Times are on the run's clock. */
final class Silence {
    /** How often a stream that sends nothing but keep-alives sends one, when nothing else is set. */
    private static final long USUAL_NANOS = 1_000_000_000;

    private long everyNanos;
    private long nextNanos = Paced.NEVER;

    private Silence(long everyNanos) {
        this.everyNanos = everyNanos;
    }

    /** A keep-alive after so much silence; empty for none. */
    static Silence of(OptionalLong everyNanos) {
        return new Silence(everyNanos.orElse(Paced.NEVER));
    }

    /** Something left just now. */
    void broken(long nowNanos) {
        nextNanos = everyNanos == Paced.NEVER ? Paced.NEVER : nowNanos + everyNanos;
    }

    /** From now on the stream sends nothing but keep-alives. */
    void only(long nowNanos) {
        everyNanos = Math.min(everyNanos, USUAL_NANOS);
        broken(nowNanos);
    }

    /** From now on not even keep-alives. */
    void kept() {
        everyNanos = Paced.NEVER;
        nextNanos = Paced.NEVER;
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
