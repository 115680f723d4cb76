/**
 * Starts a run in a process of its own: Gatling ends its JVM when it is done, and load must not share a heap with the mock.
 */
@NullMarked
package dev.streamux.simulations.launch;

import org.jspecify.annotations.NullMarked;
