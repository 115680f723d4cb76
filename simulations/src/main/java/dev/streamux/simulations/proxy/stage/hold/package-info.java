/** Stages that hold bytes or headers back. */
@NullMarked
package dev.streamux.simulations.proxy.stage.hold;

import org.jspecify.annotations.NullMarked;
