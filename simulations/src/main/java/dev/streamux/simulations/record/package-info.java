/** Traces on their way to disk, away from the event loops: completed with a count of their tokens, and written. */
@NullMarked
package dev.streamux.simulations.record;

import org.jspecify.annotations.NullMarked;
