package dev.streamux.trace;

/**
 * The monotonic clock of a run, in nanoseconds from the run's start.
 *
 * <p>On Linux every process of a host shares the clock under {@link System#nanoTime}; two processes that were given
 * the same origin can subtract their stamps.
 */
@FunctionalInterface
public interface NanoClock {
    /** Nanoseconds since the start of the run. */
    long nanos();

    /** The system's clock with this origin, a value of {@link System#nanoTime}. */
    static NanoClock since(long originNanoTime) {
        return () -> System.nanoTime() - originNanoTime;
    }

    /** The system's clock that starts now. */
    static NanoClock startingNow() {
        return since(System.nanoTime());
    }
}
