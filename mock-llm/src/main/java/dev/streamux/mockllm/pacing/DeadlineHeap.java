package dev.streamux.mockllm.pacing;

import java.util.Arrays;

/**
 * A 4-ary heap of paced things, earliest deadline first; each knows its own place, so that removal needs no search.
 *
 * <p>Four children a node and not two: half the depth. The deadlines stand in an array of their own, so that the children
 * of a node share a cache line and putting the head back in its place reads no other item.
 */
final class DeadlineHeap {
    private static final int ARITY = 4;
    private Paced[] items = new Paced[64];
    /** Entry i is the deadline of item i. */
    private long[] deadlines = new long[64];

    private int size;

    int size() {
        return size;
    }

    /** The earliest deadline; {@link Paced#NEVER} if the heap is empty. */
    long earliest() {
        return size == 0 ? Paced.NEVER : deadlines[0];
    }

    /** The one with the earliest deadline; the heap must not be empty. */
    Paced head() {
        return items[0];
    }

    void add(Paced item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
            deadlines = Arrays.copyOf(deadlines, size * 2);
        }
        size++;
        siftUp(size - 1, item);
    }

    void remove(Paced item) {
        int hole = item.place;
        if (hole == Paced.NOT_QUEUED) {
            return;
        }
        item.place = Paced.NOT_QUEUED;
        size--;
        Paced last = items[size];
        items[size] = SENTINEL;
        if (hole != size) {
            siftDown(hole, last);
            if (last.place == hole) {
                siftUp(hole, last);
            }
        }
    }

    /** Puts the head back in order after its deadline was moved later. */
    void headMoved() {
        siftDown(0, items[0]);
    }

    private void siftUp(int start, Paced item) {
        long deadline = item.deadlineNanos;
        int index = start;
        while (index > 0) {
            int parent = (index - 1) / ARITY;
            if (deadlines[parent] <= deadline) {
                break;
            }
            put(index, items[parent], deadlines[parent]);
            index = parent;
        }
        put(index, item, deadline);
    }

    private void siftDown(int start, Paced item) {
        long deadline = item.deadlineNanos;
        int index = start;
        for (int first = firstChild(index); first < size; first = firstChild(index)) {
            int least = leastOf(first, Math.min(first + ARITY, size));
            if (deadline <= deadlines[least]) {
                break;
            }
            put(index, items[least], deadlines[least]);
            index = least;
        }
        put(index, item, deadline);
    }

    private static int firstChild(int index) {
        return index * ARITY + 1;
    }

    private int leastOf(int from, int to) {
        int least = from;
        for (int child = from + 1; child < to; child++) {
            if (deadlines[child] < deadlines[least]) {
                least = child;
            }
        }
        return least;
    }

    private void put(int index, Paced item, long deadline) {
        items[index] = item;
        deadlines[index] = deadline;
        item.place = index;
    }

    /** Fills freed slots, so that a finished answer can be collected. */
    private static final Paced SENTINEL = new Paced() {
        @Override
        protected long fire(long nowNanos) {
            return NEVER;
        }
    };
}
