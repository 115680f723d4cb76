package dev.streamux.simulations.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells timers from sizes when events come in bursts.
 *
 * <p>The probe changes its rate: the bytes of a burst then stay the same for a size buffer, and the time between bursts
 * for a timer. A burst that the end of the answer released says nothing and is left out.
 */
final class BurstRules {
    /** From 200 ms: the kernel's constant for a corked socket; up to 212 ms was measured. */
    private static final double CORK_FROM_MILLIS = 195;

    private static final double CORK_TO_MILLIS = 215;

    private final StreamObservation stream;
    private final Delays delays;
    private final List<Bursts.Burst> inner;
    private final List<Bursts.Burst> released;

    private BurstRules(StreamObservation stream, Delays delays) {
        this.stream = stream;
        this.delays = delays;
        this.inner = delays.bursts().inner();
        this.released = delays.released();
    }

    static Optional<Finding> judge(StreamObservation stream, Delays delays) {
        BurstRules rules = new BurstRules(stream, delays);
        return rules.periodic()
                .or(rules::delayedAck)
                .or(rules::oneShot)
                .or(rules::size)
                .or(rules::window)
                .or(rules::longPeriod);
    }

    private Optional<Finding> periodic() {
        if (inner.size() < 3) {
            return Optional.empty();
        }
        Sample intervals = Bursts.intervalsMillis(inner);
        Sample bytes = Bursts.sample(inner, Bursts.Burst::bytes);
        Sample ages = Bursts.sample(inner, delays::age);
        // Both times look constant while the rate does; over the change of rate only the true one stays put.
        boolean steady = intervals.deviation() < Math.max(1.6, 0.02 * intervals.median());
        if (bytes.ratio() <= 1.8 || !steady || intervals.spread() >= ages.spread()) {
            return Optional.empty();
        }
        return Optional.of(
                timer(Kind.PERIODIC_FLUSH, "7", intervals.median(), "bursts come every %.0f ms whatever is in them"));
    }

    private Optional<Finding> delayedAck() {
        if (inner.size() < 6) {
            return Optional.empty();
        }
        Sample ages = Bursts.sample(inner, delays::age);
        boolean fits = ages.quantile(0.25) > 30
                && ages.quantile(0.75) < 52
                && ages.deviation() < 0.1 * ages.median()
                && Bursts.sample(inner, Bursts.Burst::bytes).ratio() > 1.8;
        return fits
                ? Optional.of(
                        timer(Kind.DELAYED_ACK, "8", ages.median(), "the oldest event of each burst is %.0f ms old"))
                : Optional.empty();
    }

    private Optional<Finding> oneShot() {
        if (inner.size() < 3) {
            return Optional.empty();
        }
        Sample ages = Bursts.sample(inner, delays::age);
        double millis = ages.median();
        if (ages.deviation() >= 0.06 * millis
                || Bursts.sample(inner, Bursts.Burst::bytes).ratio() <= 1.8) {
            return Optional.empty();
        }
        boolean cork = millis >= CORK_FROM_MILLIS && millis <= CORK_TO_MILLIS;
        return Optional.of(timer(
                cork ? Kind.CORK : Kind.ONE_SHOT_TIMER, "9", millis, "the oldest event of each burst is %.0f ms old"));
    }

    private Optional<Finding> size() {
        if (released.isEmpty()) {
            return Optional.empty();
        }
        long total = released.stream().mapToLong(Bursts.Burst::bytes).sum();
        double mean = (double) total / released.size();
        int event = largestEvent();
        // Events are whole and blocks are not: a burst is up to one event longer or shorter than its block.
        long near = released.stream()
                .filter(burst -> Math.abs(burst.bytes() - mean) <= event + 0.12 * mean)
                .count();
        // A late read splits a burst now and then.
        boolean constant = near >= 0.85 * released.size();
        boolean triggered = Bursts.sample(released, delays::afterTrigger).median() < 4;
        boolean shapely = released.size() >= 4 || triggered;
        if (!constant || !shapely || mean < 1.5 * event) {
            return Optional.empty();
        }
        if (stream.compressed()) {
            return Optional.of(Finding.ofSize(Kind.COMPRESSOR_WINDOW, "11", (int) mean, delays.summary()));
        }
        int bytes = nearestPower(mean, event);
        return Optional.of(Finding.ofSize(
                Kind.SIZE_BUFFER,
                "10",
                bytes,
                String.format(Locale.ROOT, "bursts of %.0f B on average at both rates: %s", mean, delays.summary())));
    }

    /** With two or three bursts the multiples of one time, counted from the headers, must do. */
    private Optional<Finding> longPeriod() {
        if (released.isEmpty() || stream.origin().headersNanos().isEmpty()) {
            return Optional.empty();
        }
        long start = stream.origin().headersNanos().getAsLong();
        double period = (released.get(0).arrivalNanos() - start) / 1e6;
        for (int i = 1; i < released.size(); i++) {
            double at = (released.get(i).arrivalNanos() - start) / 1e6;
            if (Math.abs(at / (i + 1) - period) > 0.02 * period) {
                return Optional.empty();
            }
        }
        return Optional.of(timer(Kind.PERIODIC_FLUSH, "7", period, "bursts come at multiples of %.0f ms"));
    }

    private Optional<Finding> window() {
        return stream.compressed() && delays.bursts().count() <= 8
                ? Optional.of(Finding.of(Kind.COMPRESSOR_WINDOW, "11", delays.summary()))
                : Optional.empty();
    }

    private int largestEvent() {
        int largest = 0;
        for (int i = 0; i < delays.count(); i++) {
            largest = Math.max(largest, stream.arrived().bytes(i));
        }
        return largest;
    }

    /** The power of two that the mean stands for, if one is as near as whole events allow; else the mean itself. */
    private int nearestPower(double mean, int event) {
        int power = 1 << (int) Math.round(Math.log(mean) / Math.log(2));
        double slack = 0.03 * power + (double) event / released.size();
        return Math.abs(power - mean) <= slack ? power : (int) Math.round(mean);
    }

    private Finding timer(Kind kind, String rule, double millis, String evidence) {
        return Finding.ofTimer(
                kind,
                rule,
                Math.round(millis * 1e6),
                String.format(Locale.ROOT, evidence, millis) + ": " + delays.summary());
    }
}
