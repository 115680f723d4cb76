package dev.streamux.simulations.run.pace;

import dev.streamux.simulations.scenario.Load;
import dev.streamux.trace.NanoClock;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/** A closed model: every user asks again when it has its answer and has thought, until the time is over. */
final class ClosedPacer implements Pacer {
    private final Timetable times;
    private final long thinkNanos;
    private final long lengthNanos;

    ClosedPacer(Load.Closed load, Duration length, NanoClock clock) {
        this.times = new Timetable(load.users().starts(), clock);
        this.thinkNanos = load.thinkTime().toNanos();
        this.lengthNanos = length.toNanos();
    }

    @Override
    public LongStream arrivals() {
        return times.starts();
    }

    @Override
    public void begin(long loadStartNanos) {
        times.begin(loadStartNanos);
    }

    @Override
    public CompletableFuture<OptionalLong> next(VirtualUser user, EventLoop loop) {
        long arrival = times.at(Math.min(user.index(), times.size() - 1));
        long intended = Math.max(arrival, user.readyNanos());
        return intended >= times.after(lengthNanos) ? Timetable.over() : times.await(intended, loop);
    }

    @Override
    public void answered(VirtualUser user, long nanos) {
        user.readyAt(nanos + thinkNanos);
    }

    @Override
    public void stop() {
        times.stop();
    }
}
