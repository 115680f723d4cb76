/** HTTP/1.1 and HTTP/2 on a socket: one response to the one request that waits for it. */
@NullMarked
package dev.streamux.simulations.client.transport.http;

import org.jspecify.annotations.NullMarked;
