/** WebSockets: the handshake, then one message after another. */
@NullMarked
package dev.streamux.simulations.client.transport.websocket;

import org.jspecify.annotations.NullMarked;
