/**
 * When requests start: pure sequences of absolute nanoseconds, made before a run and independent of its replies.
 *
 * <p>An open model's {@link dev.streamux.simulations.arrival.Arrival} says when each request ought to start whatever the
 * target does; the difference to when it was sent is the schedule lag. A closed model's {@link
 * dev.streamux.simulations.arrival.UserRamp} says only when each user arrives.
 */
@NullMarked
package dev.streamux.simulations.arrival;

import org.jspecify.annotations.NullMarked;
