package dev.streamux.simulations.run.pace;

import dev.streamux.simulations.arrival.Arrival;
import dev.streamux.trace.NanoClock;
import io.netty.channel.EventLoop;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** An open model: every user asks once, at the time of the schedule, whatever became of the users before. */
final class OpenPacer implements Pacer {
    private final Timetable times;
    private final AtomicInteger next = new AtomicInteger();

    OpenPacer(Arrival arrival, long seed, NanoClock clock) {
        LongStream.Builder all = LongStream.builder();
        arrival.starts(new SplittableRandom(seed)).forEachRemaining((long start) -> all.add(start));
        this.times = new Timetable(all.build(), clock);
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
        int turn = user.readyNanos() == Long.MIN_VALUE ? next.getAndIncrement() : times.size();
        return turn >= times.size() ? Timetable.over() : times.await(times.at(turn), loop);
    }

    @Override
    public void answered(VirtualUser user, long nanos) {
        user.readyAt(nanos);
    }

    @Override
    public void stop() {
        times.stop();
    }
}
