/** Measures what one path does: a set of cases from the probe's origin, through the path, to the streaming client. */
@NullMarked
package dev.streamux.simulations.hop;

import org.jspecify.annotations.NullMarked;
