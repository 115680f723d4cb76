package dev.streamux.mockllm.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts times in fixed ranges, as Prometheus wants them. Safe for several threads; noting a time costs some 20 ns. */
public final class Buckets {
    private final long[] boundsNanos;
    private final LongAdder[] counts;
    private final LongAdder sumNanos = new LongAdder();

    /**
     * Empty buckets.
     *
     * @param boundsSeconds upper ends, each itself included, in rising order; what is longer than the last is counted too
     */
    public Buckets(double... boundsSeconds) {
        this.boundsNanos = new long[boundsSeconds.length];
        this.counts = new LongAdder[boundsSeconds.length + 1];
        for (int i = 0; i < boundsSeconds.length; i++) {
            boundsNanos[i] = Math.round(boundsSeconds[i] * 1e9);
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    /** Notes a time; below 0 counts as 0. */
    public void add(long nanos) {
        int bucket = 0;
        while (bucket < boundsNanos.length && nanos > boundsNanos[bucket]) {
            bucket++;
        }
        counts[bucket].increment();
        sumNanos.add(Math.max(0, nanos));
    }

    /**
     * What was noted so far.
     *
     * @param ranges in rising order
     * @param count all times, those above the last range too
     * @param sumNanos their sum
     */
    public record Snapshot(List<Range> ranges, long count, long sumNanos) {
        public Snapshot {
            ranges = List.copyOf(ranges);
        }
    }

    /**
     * One range.
     *
     * @param boundNanos its upper end, included
     * @param atMost how many times were at most so long
     */
    public record Range(long boundNanos, long atMost) {}

    /** The state now. */
    public Snapshot snapshot() {
        List<Range> ranges = new ArrayList<>(boundsNanos.length);
        long atMost = 0;
        for (int i = 0; i < boundsNanos.length; i++) {
            atMost += counts[i].sum();
            ranges.add(new Range(boundsNanos[i], atMost));
        }
        return new Snapshot(ranges, atMost + counts[boundsNanos.length].sum(), sumNanos.sum());
    }
}
