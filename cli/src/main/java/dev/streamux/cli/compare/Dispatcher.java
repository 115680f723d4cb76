package dev.streamux.cli.compare;

import dev.streamux.simulations.client.StreamingClient;
import dev.streamux.trace.NanoClock;
import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Sends requests at absolute times and hands over each response as it ends.
 *
 * <p>An interrupt ends it early: what is under way is given up, and what has ended is already handed over.
 */
final class Dispatcher {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final StreamingClient client;
    private final NanoClock clock;
    private final CompareRequests requests;
    private final Consumer<ResponseTrace> each;

    Dispatcher(StreamingClient client, NanoClock clock, CompareRequests requests, Consumer<ResponseTrace> each) {
        this.client = client;
        this.clock = clock;
        this.requests = requests;
        this.each = each;
    }

    /**
     * Sends all of {@code planned} and waits until each has ended.
     *
     * @param startNanos what the offsets count from
     * @param tick called now and then from this thread with the nanoseconds since {@code startNanos}
     * @throws InterruptedException if the thread is interrupted before the end
     */
    void dispatch(List<PlannedRequest> planned, long startNanos, Consumer<Long> tick) throws InterruptedException {
        CountDownLatch open = new CountDownLatch(planned.size());
        for (PlannedRequest next : planned) {
            long due = startNanos + next.offsetNanos();
            await(due, startNanos, tick);
            Future<ResponseTrace> unused = client.send(requests.request(next, due))
                    .whenComplete((trace, failure) -> {
                        // The client records a failing target in the trace; a failed future is a fault of ours.
                        each.accept(trace != null ? trace : failed(next, due, failure));
                        open.countDown();
                    });
        }
        while (!open.await(POLL_NANOS, TimeUnit.NANOSECONDS)) {
            tick.accept(clock.nanos() - startNanos);
        }
        tick.accept(clock.nanos() - startNanos);
    }

    private ResponseTrace failed(PlannedRequest planned, long due, Throwable failure) {
        long now = clock.nanos();
        return ResponseTrace.builder(planned.id())
                .arm(planned.arm().name())
                .phase(planned.phase())
                .intendedNanos(due)
                .sentNanos(now)
                .endNanos(now)
                .status(0)
                .outcome(Outcome.UNREACHABLE)
                .error(failure.toString())
                .build();
    }

    private void await(long due, long startNanos, Consumer<Long> tick) throws InterruptedException {
        for (long left = due - clock.nanos(); left > 0; left = due - clock.nanos()) {
            LockSupport.parkNanos(Math.min(left, POLL_NANOS));
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            tick.accept(clock.nanos() - startNanos);
        }
    }
}
