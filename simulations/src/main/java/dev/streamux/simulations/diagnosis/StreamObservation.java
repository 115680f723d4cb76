package dev.streamux.simulations.diagnosis;

import dev.streamux.trace.Chunks;
import dev.streamux.trace.EmissionTrace.Times;
import dev.streamux.trace.Outcome;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One streamed answer seen from both ends of a path. All times are nanoseconds of one clock.
 *
 * @param gzipOffered whether the request offered gzip
 * @param compressed whether the answer was compressed
 * @param lengthStated whether the answer stated its length
 * @param sentNanos when the client sent the request
 * @param headersNanos when the client had the headers; empty if they never came
 * @param arrived the events as the client got them
 * @param endNanos when the client saw the end
 * @param outcome how the client saw the end
 * @param origin what the origin saw; {@link OriginView#UNKNOWN} if the origin is not ours
 */
public record StreamObservation(
        boolean gzipOffered,
        boolean compressed,
        boolean lengthStated,
        long sentNanos,
        OptionalLong headersNanos,
        Chunks arrived,
        long endNanos,
        Outcome outcome,
        OriginView origin) {

    /**
     * The origin's side.
     *
     * @param attempts how often the request arrived; empty if unknown
     * @param arrivalNanos when it first did
     * @param headersNanos when the headers were written
     * @param emitted when each event was written, in the order of the client's events
     * @param endNanos when the answer ended
     */
    public record OriginView(
            OptionalInt attempts,
            OptionalLong arrivalNanos,
            OptionalLong headersNanos,
            Times emitted,
            OptionalLong endNanos) {
        /** Nothing is known. */
        public static final OriginView UNKNOWN = new OriginView(
                OptionalInt.empty(), OptionalLong.empty(), OptionalLong.empty(), Times.NONE, OptionalLong.empty());
    }

    /** How many events can be compared with their emission. */
    public int comparable() {
        return Math.min(arrived.size(), origin.emitted().size());
    }

    /** Nanoseconds from the writing of event {@code index} to its arrival. */
    public long delayNanos(int index) {
        return arrived.timeNanos(index) - origin.emitted().get(index);
    }
}
