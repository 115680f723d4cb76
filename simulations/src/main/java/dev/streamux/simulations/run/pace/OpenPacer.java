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
    private final long[] starts;
    private final NanoClock clock;
    private final AtomicInteger next = new AtomicInteger();
    private volatile long loadStart;
    private volatile boolean stopped;

    OpenPacer(Arrival arrival, long seed, NanoClock clock) {
        LongStream.Builder all = LongStream.builder();
        arrival.starts(new SplittableRandom(seed)).forEachRemaining((long start) -> all.add(start));
        this.starts = all.build().toArray();
        this.clock = clock;
    }

    @Override
    public LongStream arrivals() {
        return LongStream.of(starts);
    }

    @Override
    public void begin(long loadStartNanos) {
        loadStart = loadStartNanos;
    }

    @Override
    public CompletableFuture<OptionalLong> next(VirtualUser user, EventLoop loop) {
        CompletableFuture<OptionalLong> result = new CompletableFuture<>();
        int turn = user.readyNanos() == Long.MIN_VALUE ? next.getAndIncrement() : starts.length;
        if (turn >= starts.length || stopped) {
            result.complete(OptionalLong.empty());
            return result;
        }
        long intended = loadStart + starts[turn];
        Deadline.at(
                intended,
                clock,
                loop,
                () -> result.complete(stopped ? OptionalLong.empty() : OptionalLong.of(intended)));
        return result;
    }

    @Override
    public void answered(VirtualUser user, long nanos) {
        user.readyAt(nanos);
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
