package dev.streamux.simulations.diagnosis;

import dev.streamux.simulations.origin.Script;
import dev.streamux.trace.Chunks;
import dev.streamux.trace.EmissionTrace.Times;
import dev.streamux.trace.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;

/** The two-rate probe as it would come through a path, worked out on paper: no sockets, seeded noise. */
final class Passage {
    static final int EVENT_BYTES = 400;
    static final long MS = 1_000_000;

    final long[] emitted;
    final long[] arrived;
    private final RandomGenerator random;
    private final long endNanos;

    Passage(RandomGenerator random) {
        List<Long> due = Script.twoRates(EVENT_BYTES).dueNanos();
        this.random = random;
        this.emitted = due.stream().mapToLong(Long::longValue).toArray();
        this.arrived = emitted.clone();
        this.endNanos = emitted[emitted.length - 1] + MS / 10;
    }

    /** Every event leaves at the time that the operator gives for its writing. */
    Passage released(LongUnaryOperator leaves) {
        Arrays.setAll(arrived, i -> Math.min(leaves.applyAsLong(emitted[i]), endNanos));
        return this;
    }

    /** A flush every {@code period}, counted from the headers at zero. */
    Passage periodic(long period) {
        return released(at -> (at + period - 1) / period * period);
    }

    /** A timer that the headers, and then each first event held, start. */
    Passage oneShot(long delay) {
        long fires = delay;
        for (int i = 0; i < emitted.length; i++) {
            if (emitted[i] > fires) {
                fires = emitted[i] + delay;
            }
            arrived[i] = Math.min(fires, endNanos);
        }
        return this;
    }

    /** Blocks of {@code bytes}: an event leaves with the block that holds its last byte. */
    Passage blocks(int bytes) {
        for (int i = 0; i < emitted.length; i++) {
            long block = ((long) (i + 1) * EVENT_BYTES + bytes - 1) / bytes;
            long filler = (block * bytes + EVENT_BYTES - 1) / EVENT_BYTES - 1;
            arrived[i] = filler < emitted.length ? emitted[(int) filler] : endNanos;
        }
        return this;
    }

    /** Each event leaves with the next one. */
    Passage oneBehind() {
        Arrays.setAll(arrived, i -> i + 1 < emitted.length ? emitted[i + 1] : endNanos);
        return this;
    }

    StreamObservation observation(boolean compressed, boolean lengthStated, long headersNanos) {
        Chunks.Builder chunks = Chunks.builder();
        long last = 0;
        for (int i = 0; i < arrived.length; i++) {
            boolean together = i > 0 && arrived[i] == arrived[i - 1];
            long noise = together ? 0 : Math.round(MS * (0.1 + 0.5 * random.nextDouble()));
            // One arrival in fifty meets a busy core.
            noise += !together && random.nextInt(50) == 0 ? random.nextLong(5 * MS) : 0;
            last = together ? last : Math.max(last, arrived[i] + noise);
            chunks.add(last, EVENT_BYTES - 100, EVENT_BYTES);
        }
        return new StreamObservation(
                compressed,
                compressed,
                lengthStated,
                -MS,
                OptionalLong.of(headersNanos),
                chunks.build(),
                last,
                Outcome.COMPLETE,
                new StreamObservation.OriginView(
                        OptionalInt.of(1),
                        OptionalLong.of(0),
                        OptionalLong.of(0),
                        Times.of(emitted),
                        OptionalLong.of(endNanos)));
    }

    Finding judged() {
        return DeliveryRules.judge(observation(false, false, MS / 5), 0.5);
    }
}
