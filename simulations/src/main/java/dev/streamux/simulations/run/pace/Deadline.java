package dev.streamux.simulations.run.pace;

import dev.streamux.trace.NanoClock;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;

/** Waits on an event loop for an absolute time. */
public final class Deadline {
    private Deadline() {}

    /** Runs the task on the loop at this time of the clock; at once if that is over. */
    public static void at(long nanos, NanoClock clock, EventLoop loop, Runnable task) {
        long left = nanos - clock.nanos();
        if (left > 0) {
            var unused = loop.schedule(task, left, TimeUnit.NANOSECONDS);
        } else if (loop.inEventLoop()) {
            task.run();
        } else {
            loop.execute(task);
        }
    }
}
