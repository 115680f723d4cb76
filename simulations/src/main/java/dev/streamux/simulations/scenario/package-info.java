/**
 * The scenario: what is asked of whom, how often, along which ways, and what would be good enough.
 *
 * <p>{@link dev.streamux.simulations.scenario.Scenario} is the experiment with every default resolved; the package
 * {@code read} makes one from a file. A scenario says nothing of threads, sockets or Gatling.
 */
@NullMarked
package dev.streamux.simulations.scenario;

import org.jspecify.annotations.NullMarked;
