package dev.streamux.simulations.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Arrivals grouped: events less than {@value #GAP_MILLIS} ms apart came together. */
final class Bursts {
    static final int GAP_MILLIS = 6;

    /**
     * Events that came together.
     *
     * @param first index of the first event
     * @param count how many, ≥ 1
     * @param arrivalNanos when the first of them came
     * @param bytes of all of them on the wire
     */
    record Burst(int first, int count, long arrivalNanos, long bytes) {}

    private final List<Burst> all;

    private Bursts(List<Burst> all) {
        this.all = all;
    }

    static Bursts of(StreamObservation stream, int events) {
        List<Burst> bursts = new ArrayList<>();
        int first = 0;
        long bytes = 0;
        for (int i = 0; i < events; i++) {
            bytes += stream.arrived().bytes(i);
            boolean last = i == events - 1
                    || stream.arrived().timeNanos(i + 1) - stream.arrived().timeNanos(i) >= GAP_MILLIS * 1_000_000L;
            if (last) {
                bursts.add(new Burst(first, i - first + 1, stream.arrived().timeNanos(first), bytes));
                first = i + 1;
                bytes = 0;
            }
        }
        return new Bursts(List.copyOf(bursts));
    }

    int count() {
        return all.size();
    }

    Burst get(int index) {
        return all.get(index);
    }

    /** Without the first, whose timer may have started elsewhere, and the last, which the end cut short. */
    List<Burst> inner() {
        return all.size() < 3 ? List.of() : all.subList(1, all.size() - 1);
    }

    /** How many events came in a burst of their own. */
    int alone() {
        return (int) all.stream().filter(burst -> burst.count() == 1).count();
    }

    static Sample sample(List<Burst> bursts, ToDoubleFunction<Burst> value) {
        return Sample.of(bursts.stream().mapToDouble(value).toArray());
    }

    /** Milliseconds between the starts of successive inner bursts; at least one if there are two inner bursts. */
    static Sample intervalsMillis(List<Burst> inner) {
        double[] intervals = new double[inner.size() - 1];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = (inner.get(i + 1).arrivalNanos() - inner.get(i).arrivalNanos()) / 1e6;
        }
        return Sample.of(intervals);
    }
}
