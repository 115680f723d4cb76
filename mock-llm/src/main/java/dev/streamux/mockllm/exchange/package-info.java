/** A request and what it gets, over HTTP and over the WebSocket. */
@NullMarked
package dev.streamux.mockllm.exchange;

import org.jspecify.annotations.NullMarked;
