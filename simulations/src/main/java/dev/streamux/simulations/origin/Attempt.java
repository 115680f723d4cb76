package dev.streamux.simulations.origin;

import dev.streamux.trace.EmissionTrace.Times;
import java.util.OptionalLong;

/**
 * One request as the origin saw it. All times are nanoseconds of the origin's clock.
 *
 * @param arrivalNanos when the request was there
 * @param headersNanos when the response's headers were written; empty if they were not
 * @param emitted when each event was handed to the socket
 * @param planned how many events the script had
 * @param lateNanos the largest lateness of an event against its schedule, ≥ 0
 * @param endNanos when the origin ended the answer itself; empty if it did not
 * @param peerClosedNanos when the peer was seen to be gone before that; empty if it was not
 */
public record Attempt(
        long arrivalNanos,
        OptionalLong headersNanos,
        Times emitted,
        int planned,
        long lateNanos,
        OptionalLong endNanos,
        OptionalLong peerClosedNanos) {}
