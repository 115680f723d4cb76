package dev.streamux.simulations.proxy.stage;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs tasks at absolute times of the monotonic clock, on the event loop of the exchange. */
public final class Timer {
    private final EventLoop eventLoop;

    /** A timer whose tasks run on this event loop. */
    public Timer(EventLoop eventLoop) {
        this.eventLoop = eventLoop;
    }

    /** The present time in nanoseconds; only differences mean something. */
    public long nanos() {
        return System.nanoTime();
    }

    /** Runs the task at {@code deadlineNanos} of {@link #nanos}, or at once if that is past. */
    public Future<?> at(long deadlineNanos, Runnable task) {
        return eventLoop.schedule(task, Math.max(0, deadlineNanos - nanos()), TimeUnit.NANOSECONDS);
    }
}
