/**
 * Reads a scenario file: every mistake at once, each with its line, what is allowed and the nearest known word.
 */
@NullMarked
package dev.streamux.simulations.scenario.read;

import org.jspecify.annotations.NullMarked;
