/**
 * The engine of a run: lets virtual users ask what the plan says at its time, records what comes back, watches itself.
 *
 * <p>Knows nothing of Gatling: package {@code gatling} lends it virtual users, package {@code launch} starts the process.
 */
@NullMarked
package dev.streamux.simulations.run;

import org.jspecify.annotations.NullMarked;
