/** When virtual users ask: open and closed models, and the levels of a saturation search. */
@NullMarked
package dev.streamux.simulations.run.pace;

import org.jspecify.annotations.NullMarked;
