package dev.streamux.mockllm.pacing;

import java.util.Arrays;

/**
 * A 4-ary heap of paced things, earliest deadline first; each knows its own place, so that removal needs no search.
 *
 * <p>Four children a node and not two: half the depth, and the children of a node share cache lines.
 */
final class DeadlineHeap {
    private static final int ARITY = 4;
    private Paced[] items = new Paced[64];
    private int size;

    int size() {
        return size;
    }

    /** The earliest deadline; {@link Paced#NEVER} if the heap is empty. */
    long earliest() {
        return size == 0 ? Paced.NEVER : items[0].deadlineNanos;
    }

    /** The one with the earliest deadline; the heap must not be empty. */
    Paced head() {
        return items[0];
    }

    void add(Paced item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
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
        int index = start;
        while (index > 0) {
            int parent = (index - 1) / ARITY;
            if (items[parent].deadlineNanos <= item.deadlineNanos) {
                break;
            }
            put(index, items[parent]);
            index = parent;
        }
        put(index, item);
    }

    private void siftDown(int start, Paced item) {
        int index = start;
        while (true) {
            int first = index * ARITY + 1;
            if (first >= size) {
                break;
            }
            int least = first;
            int end = Math.min(first + ARITY, size);
            for (int child = first + 1; child < end; child++) {
                if (items[child].deadlineNanos < items[least].deadlineNanos) {
                    least = child;
                }
            }
            if (item.deadlineNanos <= items[least].deadlineNanos) {
                break;
            }
            put(index, items[least]);
            index = least;
        }
        put(index, item);
    }

    private void put(int index, Paced item) {
        items[index] = item;
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
