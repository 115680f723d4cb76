package dev.streamux.mockllm.pacing;

import java.util.Arrays;

/**
 * A 4-ary heap of paced things, earliest deadline first; each can be found without a search, so that any can be taken out.
 *
 * <p>Four children a node and not two: half the depth. What moves within the heap are numbers and no references: an item
 * keeps one seat while it waits, and the heap orders seats. So putting the head back in its place reads no other item, of
 * which a thousand do not fit into a near cache, and costs none of the collector's barriers.
 *
 * <p>Terms. <b>Place</b>: an index of the heap's order; the children of place p are 4p + 1 to 4p + 4. <b>Seat</b>: where an
 * item is kept.
 */
final class DeadlineHeap {
    private static final int ARITY = 4;
    private static final int FIRST_CAPACITY = 64;

    /** Entry p is the deadline of the item at place p. */
    private long[] deadlines = new long[FIRST_CAPACITY];
    /** Entry p is the seat of the item at place p; behind the last place come the seats that are free. */
    private int[] seats = new int[FIRST_CAPACITY];
    /** Entry s is the place of the item in seat s. */
    private int[] places = new int[FIRST_CAPACITY];
    /** Entry s is the item in seat s. */
    private Paced[] items = new Paced[FIRST_CAPACITY];

    private int size;

    /** An empty heap. */
    DeadlineHeap() {
        furnish(0);
    }

    int size() {
        return size;
    }

    /** The earliest deadline; {@link Paced#NEVER} if the heap is empty. */
    long earliest() {
        return size == 0 ? Paced.NEVER : deadlines[0];
    }

    /** The one with the earliest deadline; the heap must not be empty. */
    Paced head() {
        return items[seats[0]];
    }

    /** Lets those of the first {@code places} that are due {@linkplain Paced#glance glance}; returns how many said yes. */
    int glance(int places, long nowNanos) {
        int yes = 0;
        for (int place = 0; place < Math.min(places, size); place++) {
            if (deadlines[place] <= nowNanos && items[seats[place]].glance(nowNanos)) {
                yes++;
            }
        }
        return yes;
    }

    /** Takes it in; it must not be in a heap. */
    void add(Paced item, long deadlineNanos) {
        if (size == items.length) {
            grow();
        }
        int seat = seats[size];
        item.seat = seat;
        items[seat] = item;
        size++;
        siftUp(size - 1, seat, deadlineNanos);
    }

    /** Takes it out, if it is in. */
    void remove(Paced item) {
        int freed = item.seat;
        if (freed == Paced.NOT_QUEUED) {
            return;
        }
        item.seat = Paced.NOT_QUEUED;
        items[freed] = SENTINEL;
        int hole = places[freed];
        size--;
        int last = seats[size];
        long deadline = deadlines[size];
        seats[size] = freed;
        if (hole != size) {
            siftDown(hole, last, deadline);
            if (places[last] == hole) {
                siftUp(hole, last, deadline);
            }
        }
    }

    /** Puts the head back in order with this deadline, which is not before the one that it had. */
    void moveHead(long deadlineNanos) {
        siftDown(0, seats[0], deadlineNanos);
    }

    private void grow() {
        int before = items.length;
        deadlines = Arrays.copyOf(deadlines, before * 2);
        seats = Arrays.copyOf(seats, before * 2);
        places = Arrays.copyOf(places, before * 2);
        items = Arrays.copyOf(items, before * 2);
        furnish(before);
    }

    /** The seats from this one on are new and free. */
    private void furnish(int from) {
        Arrays.fill(items, from, items.length, SENTINEL);
        for (int seat = from; seat < seats.length; seat++) {
            seats[seat] = seat;
        }
    }

    private void siftUp(int start, int seat, long deadline) {
        int place = start;
        while (place > 0) {
            int parent = (place - 1) / ARITY;
            if (deadlines[parent] <= deadline) {
                break;
            }
            put(place, seats[parent], deadlines[parent]);
            place = parent;
        }
        put(place, seat, deadline);
    }

    private void siftDown(int start, int seat, long deadline) {
        int place = start;
        for (int first = firstChild(place); first < size; first = firstChild(place)) {
            int least = leastOf(first, Math.min(first + ARITY, size));
            if (deadline <= deadlines[least]) {
                break;
            }
            put(place, seats[least], deadlines[least]);
            place = least;
        }
        put(place, seat, deadline);
    }

    private static int firstChild(int place) {
        return place * ARITY + 1;
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

    private void put(int place, int seat, long deadline) {
        deadlines[place] = deadline;
        seats[place] = seat;
        places[seat] = place;
    }

    /** Sits in free seats, so that a finished answer can be collected. */
    private static final Paced SENTINEL = new Paced() {
        @Override
        protected long fire(long nowNanos) {
            return NEVER;
        }
    };
}
