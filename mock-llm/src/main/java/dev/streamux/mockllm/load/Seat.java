package dev.streamux.mockllm.load;

import java.util.Optional;
import java.util.function.Consumer;

/** One answer's claim to run in a {@link Batch}. Safe for several threads, but {@link #take} comes first, once. */
public final class Seat {
    private final Batch batch;
    private final long arrivalNanos;
    private final int mostRunning;
    private final Consumer<Place> starter;
    /** Guarded by the batch. */
    private State state = State.NEW;

    /** Where an answer is in its life. */
    enum State {
        NEW,
        WAITING,
        RUNNING,
        GONE
    }

    Seat(Batch batch, long arrivalNanos, int mostRunning, Consumer<Place> starter) {
        this.batch = batch;
        this.arrivalNanos = arrivalNanos;
        this.mostRunning = mostRunning;
        this.starter = starter;
    }

    /** The place, if there is one now. Otherwise the answer waits, and the starter gets its place later. */
    public Optional<Place> take() {
        return batch.take(this);
    }

    /** The answer is over, or nobody waits for it any more. Only the first call counts. */
    public void leave() {
        batch.leave(this);
    }

    long arrivalNanos() {
        return arrivalNanos;
    }

    int mostRunning() {
        return mostRunning;
    }

    Consumer<Place> starter() {
        return starter;
    }

    State state() {
        return state;
    }

    void state(State value) {
        state = value;
    }
}
