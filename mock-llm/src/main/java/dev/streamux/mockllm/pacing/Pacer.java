package dev.streamux.mockllm.pacing;

import dev.streamux.trace.NanoClock;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Wakes the paced things of one event loop at their deadlines.
 *
 * <p>One heap a loop and one timer a heap, never a timer a token. While there is little to do the timer is set to the
 * earliest deadline, which costs a wake-up a token and is exact to some 60 µs; with more to do the loop wakes at most once a
 * {@link Quantum} and then does all that is due. A deadline never moves because a wake-up was late. Not thread-safe: only
 * its event loop may call it.
 */
public final class Pacer {
    /** After this many in one go the loop gets to read its sockets; the rest follows at once. */
    private static final int BATCH = 256;

    /** Before every so many the next ones are looked at. */
    private static final int GLANCE_EVERY = 16;

    /** The top four rows of a heap with four children a node: mostly those that are due next. */
    private static final int GLANCE_PLACES = 1 + 4 + 16 + 64;

    private static final long RATE_WINDOW_NANOS = 100_000_000;

    private final EventLoop loop;
    private final NanoClock clock;
    private final Quantum quantum;
    private final DeadlineHeap heap = new DeadlineHeap();
    private @Nullable ScheduledFuture<?> timer;
    private long timerNanos = Paced.NEVER;
    private boolean continuing;
    private long lastRunNanos = Long.MIN_VALUE / 2;
    private long windowStartNanos;
    private int windowFired;
    private long apartNanos;
    /** Nobody reads it; see {@link Paced#glance}. */
    @SuppressWarnings("UnusedVariable")
    private int glanced;

    /** A pacer for this loop. */
    public Pacer(EventLoop loop, NanoClock clock, Quantum quantum) {
        this.loop = loop;
        this.clock = clock;
        this.quantum = quantum;
        this.apartNanos = quantum.nanos(0);
    }

    /** The number of things that wait. */
    public int waiting() {
        return heap.size();
    }

    /** Wakes {@code item} at this time, in place of any wake-up that it waited for. */
    public void wakeAt(Paced item, long deadlineNanos) {
        heap.remove(item);
        if (deadlineNanos == Paced.NEVER) {
            return;
        }
        heap.add(item, deadlineNanos);
        arm();
    }

    /** Takes {@code item} out; it is not woken again. */
    public void forget(Paced item) {
        heap.remove(item);
    }

    private void run() {
        continuing = false;
        long now = clock.nanos();
        lastRunNanos = now;
        int fired = 0;
        while (heap.earliest() <= now && fired < BATCH) {
            if (fired % GLANCE_EVERY == 0) {
                glanced += heap.glance(GLANCE_PLACES, now);
            }
            fireHead(now);
            fired++;
            if (heap.earliest() > now) {
                now = clock.nanos();
            }
        }
        countRate(now, fired);
        arm();
    }

    private void fireHead(long now) {
        Paced head = heap.head();
        long next = head.fire(now);
        if (head.seat == Paced.NOT_QUEUED) {
            return;
        }
        if (next == Paced.NEVER) {
            heap.remove(head);
        } else if (heap.head() == head) {
            heap.moveHead(next);
        } else {
            heap.remove(head);
            heap.add(head, next);
        }
    }

    private void countRate(long now, int fired) {
        windowFired += fired;
        long elapsed = now - windowStartNanos;
        if (elapsed >= RATE_WINDOW_NANOS) {
            apartNanos = quantum.nanos(windowFired * 1e9 / elapsed);
            windowStartNanos = now;
            windowFired = 0;
        }
    }

    private void arm() {
        long earliest = heap.earliest();
        if (continuing || earliest == Paced.NEVER) {
            return;
        }
        long wakeNanos = Math.max(earliest, lastRunNanos + apartNanos);
        if (timer != null && timerNanos <= wakeNanos && !timer.isDone()) {
            return;
        }
        if (timer != null) {
            timer.cancel(false);
        }
        long wait = wakeNanos - clock.nanos();
        if (wait <= 0) {
            timer = null;
            continuing = true;
            loop.execute(this::run);
            return;
        }
        timerNanos = wakeNanos;
        timer = loop.schedule(this::onTimer, wait, TimeUnit.NANOSECONDS);
    }

    private void onTimer() {
        timer = null;
        if (!continuing) {
            run();
        }
    }
}
