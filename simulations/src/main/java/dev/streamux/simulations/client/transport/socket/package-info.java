/** Sockets up to where HTTP begins: names, tunnels, TLS. */
@NullMarked
package dev.streamux.simulations.client.transport.socket;

import org.jspecify.annotations.NullMarked;
