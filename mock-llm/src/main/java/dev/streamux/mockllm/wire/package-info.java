/** The ways to a client: HTTP/1.1, HTTP/1.0, HTTP/2, WebSocket. */
@NullMarked
package dev.streamux.mockllm.wire;

import org.jspecify.annotations.NullMarked;
