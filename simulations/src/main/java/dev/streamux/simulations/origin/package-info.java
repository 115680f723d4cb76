/**
 * The origin of probes: a model server reduced to a schedule, an ending and a log, in the client's own process.
 *
 * <p>Both sides of a proxy are stamped by one clock, and scripts need not survive the proxy: they are looked up by id.
 */
@NullMarked
package dev.streamux.simulations.origin;

import org.jspecify.annotations.NullMarked;
