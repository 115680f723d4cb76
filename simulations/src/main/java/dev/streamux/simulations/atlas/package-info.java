/** Every installed proxy in every shipped configuration, measured into one table. */
@NullMarked
package dev.streamux.simulations.atlas;

import org.jspecify.annotations.NullMarked;
