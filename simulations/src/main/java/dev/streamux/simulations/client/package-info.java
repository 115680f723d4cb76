/** The streaming client: one request in, one {@link dev.streamux.trace.ResponseTrace} out, never a retry. */
@NullMarked
package dev.streamux.simulations.client;

import org.jspecify.annotations.NullMarked;
