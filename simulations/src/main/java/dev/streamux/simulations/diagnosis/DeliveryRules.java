package dev.streamux.simulations.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Names what a path did to one answer whose emission times are known. The first rule that fits decides; their numbers
 * are those of {@code docs/routes.md}.
 *
 * <p>The thresholds were tuned on traces over loopback with a rig lag under 2 ms. Above {@value #LARGEST_LAG_MILLIS} ms
 * there is no verdict.
 */
public final class DeliveryRules {
    /** Rig lag, in milliseconds, above which nothing can be told from delays. */
    public static final double LARGEST_LAG_MILLIS = 8;

    private static final int FEWEST_EVENTS = 10;

    private final StreamObservation stream;
    private final Delays delays;

    private DeliveryRules(StreamObservation stream) {
        this.stream = stream;
        this.delays = new Delays(stream);
    }

    /**
     * The finding for one answer.
     *
     * @param rigLagMillis p95 of the delay of the same script without the path, in milliseconds
     */
    public static Finding judge(StreamObservation stream, double rigLagMillis) {
        if (rigLagMillis > LARGEST_LAG_MILLIS) {
            return Finding.of(
                    Kind.WITHHELD,
                    "lag",
                    String.format(Locale.ROOT, "without the path the delay is %.1f ms already", rigLagMillis));
        }
        if (stream.origin().attempts().orElse(1) == 0) {
            return Finding.of(Kind.REPLAY, "0", "the request never reached the origin");
        }
        if (stream.comparable() < FEWEST_EVENTS) {
            return Finding.of(
                    Kind.NO_ANSWER,
                    "-",
                    "outcome " + stream.outcome().word() + ", "
                            + stream.arrived().size() + " events");
        }
        return new DeliveryRules(stream).firstThatFits();
    }

    private Finding firstThatFits() {
        List<Function<DeliveryRules, Optional<Finding>>> rules = List.of(
                DeliveryRules::replay,
                DeliveryRules::retry,
                DeliveryRules::queueing,
                DeliveryRules::headersHeld,
                DeliveryRules::initialHold,
                DeliveryRules::streamed,
                DeliveryRules::fullBuffer,
                DeliveryRules::oneBehind,
                DeliveryRules::jitter);
        for (Function<DeliveryRules, Optional<Finding>> rule : rules) {
            Optional<Finding> finding = rule.apply(this);
            if (finding.isPresent()) {
                return finding.get();
            }
        }
        return BurstRules.judge(stream, delays).orElseGet(() -> Finding.of(Kind.UNEXPLAINED, "-", delays.summary()));
    }

    private Optional<Finding> replay() {
        return when(
                stream.origin().emitted().get(0) < stream.sentNanos(),
                () -> Finding.of(Kind.REPLAY, "0", "the events are older than the request"));
    }

    private Optional<Finding> retry() {
        int attempts = stream.origin().attempts().orElse(1);
        return when(
                attempts > 1,
                () -> Finding.of(Kind.RETRY, "0b", "one request reached the origin " + attempts + " times"));
    }

    private Optional<Finding> queueing() {
        double waited = (stream.origin().arrivalNanos().orElse(stream.sentNanos()) - stream.sentNanos()) / 1e6;
        return when(
                waited > 50,
                () -> Finding.ofTimer(
                        Kind.QUEUEING,
                        "0c",
                        Math.round(waited * 1e6),
                        String.format(Locale.ROOT, "the origin saw the request after %.0f ms", waited)));
    }

    private Optional<Finding> headersHeld() {
        if (stream.headersNanos().isEmpty() || stream.origin().headersNanos().isEmpty()) {
            return Optional.empty();
        }
        double late = (stream.headersNanos().getAsLong()
                        - stream.origin().headersNanos().getAsLong())
                / 1e6;
        return when(
                late > 30 && delays.onTimeFrom(0),
                () -> Finding.ofTimer(
                        Kind.HEADERS_HELD,
                        "1",
                        Math.round(late * 1e6),
                        String.format(Locale.ROOT, "headers %.0f ms late, %s", late, delays.summary())));
    }

    private Optional<Finding> initialHold() {
        Bursts.Burst first = delays.bursts().get(0);
        return when(
                first.count() >= 3
                        && delays.delay(0) > Math.max(20, 1.8 * delays.gap())
                        && delays.onTimeFrom(first.count()),
                () -> Finding.ofSize(
                        Kind.INITIAL_HOLD,
                        "2",
                        Math.toIntExact(Math.min(Integer.MAX_VALUE, first.bytes())),
                        "the first " + first.count() + " events came together, the rest on time"));
    }

    private Optional<Finding> streamed() {
        return when(delays.onTimeFrom(0), () -> Finding.of(Kind.STREAMED, "3", delays.summary()));
    }

    private Optional<Finding> fullBuffer() {
        Bursts bursts = delays.bursts();
        boolean together = bursts.get(0).count() >= 0.97 * delays.count();
        boolean atTheEnd =
                bursts.get(0).arrivalNanos() >= stream.origin().endNanos().orElse(0) - 2_000_000;
        if (!together || !atTheEnd) {
            return Optional.empty();
        }
        Kind kind = stream.compressed()
                ? Kind.COMPRESSOR
                : stream.lengthStated() ? Kind.STORED_AND_REFRAMED : Kind.FULL_BUFFER;
        return Optional.of(Finding.of(kind, "4", "everything came at the origin's end: " + delays.summary()));
    }

    private Optional<Finding> oneBehind() {
        double[] distance = new double[delays.count() - 1];
        for (int i = 0; i < distance.length; i++) {
            distance[i] = Math.abs(stream.arrived().timeNanos(i)
                            - stream.origin().emitted().get(i + 1))
                    / 1e6;
        }
        return when(
                Sample.of(distance).median() < 4 && delays.quantile(0.5) > 4,
                () -> Finding.of(
                        Kind.ONE_BEHIND, "5", "each event arrives when the next one is written: " + delays.summary()));
    }

    private Optional<Finding> jitter() {
        return when(
                delays.bursts().alone() >= 0.85 * delays.count(), () -> Finding.of(Kind.JITTER, "6", delays.summary()));
    }

    private static Optional<Finding> when(boolean fits, java.util.function.Supplier<Finding> finding) {
        return fits ? Optional.of(finding.get()) : Optional.empty();
    }
}
