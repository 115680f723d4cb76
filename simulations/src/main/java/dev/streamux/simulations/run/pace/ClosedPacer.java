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
    private final long[] starts;
    private final long thinkNanos;
    private final long lengthNanos;
    private final NanoClock clock;
    private volatile long loadStart;
    private volatile boolean stopped;

    ClosedPacer(Load.Closed load, Duration length, NanoClock clock) {
        this.starts = load.users().starts().toArray();
        this.thinkNanos = load.thinkTime().toNanos();
        this.lengthNanos = length.toNanos();
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
        long arrival = loadStart + starts[Math.min(user.index(), starts.length - 1)];
        long intended = Math.max(arrival, user.readyNanos());
        if (stopped || intended >= loadStart + lengthNanos) {
            result.complete(OptionalLong.empty());
            return result;
        }
        Deadline.at(
                intended,
                clock,
                loop,
                () -> result.complete(stopped ? OptionalLong.empty() : OptionalLong.of(intended)));
        return result;
    }

    @Override
    public void answered(VirtualUser user, long nanos) {
        user.readyAt(nanos + thinkNanos);
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
