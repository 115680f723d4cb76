package dev.streamux.simulations.diagnosis;

import java.util.List;
import java.util.Locale;

/** The figures of one observation that the rules ask for; made once, all in milliseconds. */
final class Delays {
    /** On loopback a proxy that streams adds 0.1 to 2 ms; above this a delay is a finding, not overhead. */
    static final double FLOOR_MILLIS = 8;

    /** The share of the gap between tokens that is still imperceptible where there is a real network. */
    static final double SHARE_OF_GAP = 0.35;

    private final StreamObservation stream;
    private final double[] delays;
    private final double gap;
    private final Bursts bursts;

    Delays(StreamObservation stream) {
        this.stream = stream;
        this.delays = new double[stream.comparable()];
        double[] gaps = new double[Math.max(1, delays.length - 1)];
        for (int i = 0; i < delays.length; i++) {
            delays[i] = stream.delayNanos(i) / 1e6;
            if (i > 0) {
                gaps[i - 1] = (stream.origin().emitted().get(i)
                                - stream.origin().emitted().get(i - 1))
                        / 1e6;
            }
        }
        this.gap = Sample.of(gaps).median();
        this.bursts = Bursts.of(stream, delays.length);
    }

    int count() {
        return delays.length;
    }

    double delay(int index) {
        return delays[index];
    }

    double quantile(double share) {
        return Sample.of(delays).quantile(share);
    }

    /** The median gap between emissions. */
    double gap() {
        return gap;
    }

    /** What is on time. */
    double limit() {
        return Math.max(FLOOR_MILLIS, SHARE_OF_GAP * gap);
    }

    Bursts bursts() {
        return bursts;
    }

    /** Whether event {@code from} and 95 in 100 of those behind it are on time. */
    boolean onTimeFrom(int from) {
        if (from >= delays.length) {
            return false;
        }
        double[] rest = java.util.Arrays.copyOfRange(delays, from, delays.length);
        return Sample.of(rest).quantile(0.95) < limit();
    }

    /** From the writing of a burst's oldest event to its arrival. */
    double age(Bursts.Burst burst) {
        return (burst.arrivalNanos() - stream.origin().emitted().get(burst.first())) / 1e6;
    }

    /** The bursts that something other than the end of the answer released. */
    List<Bursts.Burst> released() {
        java.util.ArrayList<Bursts.Burst> released = new java.util.ArrayList<>();
        long end = stream.origin().endNanos().orElse(Long.MAX_VALUE) - 2_000_000;
        for (int i = 0; i < bursts.count(); i++) {
            if (bursts.get(i).arrivalNanos() < end) {
                released.add(bursts.get(i));
            }
        }
        return released;
    }

    /** From the writing of the first event behind a burst to the burst's arrival; small if that event released it. */
    double afterTrigger(Bursts.Burst burst) {
        int next = burst.first() + burst.count();
        return next < delays.length
                ? Math.abs(burst.arrivalNanos() - stream.origin().emitted().get(next)) / 1e6
                : Double.MAX_VALUE;
    }

    String summary() {
        return String.format(
                Locale.ROOT,
                "%d events in %d bursts, delay p50 %.1f ms, p95 %.1f ms",
                delays.length,
                bursts.count(),
                quantile(0.5),
                quantile(0.95));
    }
}
