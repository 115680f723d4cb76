/** Connections: opened, stamped at each read, kept for reuse; it knows HTTP and nothing of chat. */
@NullMarked
package dev.streamux.simulations.client.transport;

import org.jspecify.annotations.NullMarked;
