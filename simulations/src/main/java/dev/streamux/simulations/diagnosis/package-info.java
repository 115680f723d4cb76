/**
 * Which kind of buffering took place, told from arrays of times alone: pure functions, no sockets, no clock.
 *
 * <p>A {@code StreamObservation} goes in; {@code DeliveryRules} asks its questions in a fixed order and the first that
 * fits names the {@code Finding}. {@code Advice} knows the likely products and the line that fixes it.
 */
@NullMarked
package dev.streamux.simulations.diagnosis;

import org.jspecify.annotations.NullMarked;
