package dev.streamux.simulations.run.pace;

import dev.streamux.trace.NanoClock;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/** A closed model whose number of users changes: those above the level wait until it rises. */
final class LevelPacer implements Pacer {
    private final int users;
    private final NanoClock clock;
    private final List<Waiting> waiting = new ArrayList<>();
    private int level;
    private boolean stopped;

    private record Waiting(int index, EventLoop loop, CompletableFuture<OptionalLong> result) {}

    LevelPacer(int users, int firstLevel, NanoClock clock) {
        this.users = users;
        this.level = firstLevel;
        this.clock = clock;
    }

    @Override
    public LongStream arrivals() {
        return LongStream.generate(() -> 0).limit(users);
    }

    @Override
    public void begin(long loadStartNanos) {
        // Users may ask as soon as they come.
    }

    @Override
    public CompletableFuture<OptionalLong> next(VirtualUser user, EventLoop loop) {
        CompletableFuture<OptionalLong> result = new CompletableFuture<>();
        synchronized (waiting) {
            if (!stopped && user.index() >= level) {
                waiting.add(new Waiting(user.index(), loop, result));
                return result;
            }
        }
        result.complete(answer());
        return result;
    }

    /** Sets how many users may ask at the same time; who is within it and waits, asks now. */
    void level(int newLevel) {
        synchronized (waiting) {
            level = newLevel;
        }
        release(newLevel);
    }

    private void release(int below) {
        List<Waiting> released = new ArrayList<>();
        synchronized (waiting) {
            waiting.removeIf(user -> user.index() < below && released.add(user));
        }
        released.forEach(user -> user.loop().execute(() -> user.result().complete(answer())));
    }

    private OptionalLong answer() {
        synchronized (waiting) {
            return stopped ? OptionalLong.empty() : OptionalLong.of(clock.nanos());
        }
    }

    @Override
    public void answered(VirtualUser user, long nanos) {
        user.readyAt(nanos);
    }

    @Override
    public void stop() {
        synchronized (waiting) {
            stopped = true;
        }
        release(Integer.MAX_VALUE);
    }
}
