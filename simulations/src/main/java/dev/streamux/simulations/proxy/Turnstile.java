package dev.streamux.simulations.proxy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/** Lets a limited number of exchanges through at a time, the others in order of arrival. Safe for all event loops. */
final class Turnstile {
    private final OptionalInt limit;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int inside;

    /** A turnstile with this limit, ≥ 1; empty for none. */
    Turnstile(OptionalInt limit) {
        this.limit = limit;
    }

    /** Runs {@code entry} when there is room: at once and here, or later on the thread of the one who left. */
    void enter(Runnable entry) {
        synchronized (waiting) {
            if (limit.isPresent() && inside >= limit.getAsInt()) {
                waiting.add(entry);
                return;
            }
            inside++;
        }
        entry.run();
    }

    /** Gives up a place in the line; true if {@code entry} was still in it. */
    boolean giveUp(Runnable entry) {
        synchronized (waiting) {
            return waiting.remove(entry);
        }
    }

    /** Makes room for the next. */
    void leave() {
        Runnable next;
        synchronized (waiting) {
            next = waiting.poll();
            if (next == null) {
                inside--;
                return;
            }
        }
        next.run();
    }
}
