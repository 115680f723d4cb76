package dev.streamux.simulations.run.pace;

import io.netty.channel.EventLoop;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/** Lets virtual users ask when the load says so. Thread-safe. */
public interface Pacer {
    /** When users arrive, nanoseconds from the start of the load, one entry a user, never decreasing. */
    LongStream arrivals();

    /** Sets the start of the load, on the clock of the run; called once before any user comes. */
    void begin(long loadStartNanos);

    /**
     * Completes on the loop when the user shall ask, with the intended start on the clock of the run; empty if it shall
     * ask no more.
     */
    CompletableFuture<OptionalLong> next(VirtualUser user, EventLoop loop);

    /** Tells that the user has its answer. */
    void answered(VirtualUser user, long nanos);

    /** Lets nobody ask any more; who waits is told soon. */
    void stop();
}
