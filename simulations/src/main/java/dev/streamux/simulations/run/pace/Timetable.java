package dev.streamux.simulations.run.pace;

import dev.streamux.trace.NanoClock;
import io.netty.channel.EventLoop;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/** The times of a load, from its beginning to its stop; whoever waits for one is told when it comes. Thread-safe. */
final class Timetable {
    private final long[] starts;
    private final NanoClock clock;
    private volatile long loadStart;
    private volatile boolean stopped;

    /** Times in nanoseconds from the start of the load, never decreasing. */
    Timetable(LongStream starts, NanoClock clock) {
        this.starts = starts.toArray();
        this.clock = clock;
    }

    /** How many times there are. */
    int size() {
        return starts.length;
    }

    /** All times, nanoseconds from the start of the load. */
    LongStream starts() {
        return LongStream.of(starts);
    }

    /** Sets the start of the load, on the clock of the run. */
    void begin(long loadStartNanos) {
        loadStart = loadStartNanos;
    }

    /** The time with this number, from 0, on the clock of the run. */
    long at(int number) {
        return loadStart + starts[number];
    }

    /** This long after the start of the load, on the clock of the run. */
    long after(long nanos) {
        return loadStart + nanos;
    }

    /** Ends it: whoever waits is told that there is no time any more. */
    void stop() {
        stopped = true;
    }

    /** Completes on the loop with this time when it has come; empty if the table was stopped before. */
    CompletableFuture<OptionalLong> await(long intended, EventLoop loop) {
        if (stopped) {
            return over();
        }
        CompletableFuture<OptionalLong> result = new CompletableFuture<>();
        Deadline.at(
                intended,
                clock,
                loop,
                () -> result.complete(stopped ? OptionalLong.empty() : OptionalLong.of(intended)));
        return result;
    }

    /** There is no time any more. */
    static CompletableFuture<OptionalLong> over() {
        return CompletableFuture.completedFuture(OptionalLong.empty());
    }
}
