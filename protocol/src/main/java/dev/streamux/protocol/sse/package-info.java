/** Server-sent events by the WHATWG rules, encoded and decoded. */
@NullMarked
package dev.streamux.protocol.sse;

import org.jspecify.annotations.NullMarked;
