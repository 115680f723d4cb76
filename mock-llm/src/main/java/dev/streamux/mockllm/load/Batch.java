package dev.streamux.mockllm.load;

import dev.streamux.trace.NanoClock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The answers that run and those that wait, first come first served. Safe for several threads.
 *
 * <p>A limit belongs to the answer that waits: it starts when fewer than so many run, whoever they are. An answer without
 * a limit never waits, but counts.
 */
public final class Batch {
    /** The limit of an answer that never waits. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int MOST_STEP_CLOCKS = 64;

    private final NanoClock clock;
    private final Map<Load, StepClock> stepClocks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Load, StepClock> eldest) {
            return size() > MOST_STEP_CLOCKS;
        }
    };
    private final Deque<Seat> waiting = new ArrayDeque<>();
    private int running;

    /** An empty batch; waits are measured with this clock. */
    public Batch(NanoClock clock) {
        this.clock = clock;
    }

    /**
     * A seat that is not taken yet.
     *
     * @param arrivalNanos when the request came in, on the batch's clock; its wait counts from there
     * @param mostRunning with how many, itself included, it may run; {@link #UNLIMITED} or at least 1
     * @param starter gets the place of an answer that had to wait, on the thread of the answer that made room; it must
     *     return at once
     */
    public Seat seat(long arrivalNanos, int mostRunning, Consumer<Place> starter) {
        if (mostRunning < 1) {
            throw new IllegalArgumentException("with fewer than 1 running nothing would ever start");
        }
        return new Seat(this, arrivalNanos, mostRunning, starter);
    }

    /** Answers that run. */
    public synchronized int running() {
        return running;
    }

    /** Answers that wait. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** What this load makes of an answer's plan, from when the answer starts to run. Answers with equal steps share them. */
    public Tempo tempo(Load load, Plan plan) {
        if (load.factor() == 0) {
            return Tempo.planned(plan);
        }
        return load.stepNanos() == 0
                ? new StretchedTempo(plan, load, this::running)
                : new SteppedTempo(plan, load.stepNanos(), steps(new Load(UNLIMITED, load.stepNanos(), load.factor())));
    }

    private synchronized StepClock steps(Load load) {
        return stepClocks.computeIfAbsent(load, key -> new StepClock(key, clock, this::running));
    }

    synchronized Optional<Place> take(Seat seat) {
        if (seat.state() != Seat.State.NEW) {
            throw new IllegalStateException("a seat is taken once");
        }
        boolean overtakes = seat.mostRunning() == UNLIMITED;
        if (running < seat.mostRunning() && (overtakes || waiting.isEmpty())) {
            return Optional.of(run(seat, 0));
        }
        seat.state(Seat.State.WAITING);
        waiting.add(seat);
        return Optional.empty();
    }

    private Place run(Seat seat, long queuedNanos) {
        seat.state(Seat.State.RUNNING);
        running++;
        return new Place(queuedNanos, running);
    }

    void leave(Seat seat) {
        for (Start start : left(seat)) {
            start.seat().starter().accept(start.place());
        }
    }

    private record Start(Seat seat, Place place) {}

    /** Those that may start now. Starters run without the lock. */
    private synchronized List<Start> left(Seat seat) {
        Seat.State before = seat.state();
        seat.state(Seat.State.GONE);
        if (before == Seat.State.RUNNING) {
            running--;
        } else if (before == Seat.State.WAITING) {
            waiting.remove(seat);
        }
        List<Start> starts = new ArrayList<>();
        Seat first = waiting.peek();
        while (first != null && running < first.mostRunning()) {
            waiting.remove();
            starts.add(new Start(first, run(first, Math.max(0, clock.nanos() - first.arrivalNanos()))));
            first = waiting.peek();
        }
        return starts;
    }
}
