/** The simulation that a process of its own plays for {@code ./streamux run}. */
@NullMarked
package dev.streamux.cli.simulation;

import org.jspecify.annotations.NullMarked;
