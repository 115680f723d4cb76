/** The network as a stage: delay, rate, standstill. */
@NullMarked
package dev.streamux.simulations.proxy.stage.link;

import org.jspecify.annotations.NullMarked;
