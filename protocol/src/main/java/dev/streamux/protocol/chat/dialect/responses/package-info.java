/** OpenAI Responses, over HTTP and over its WebSocket mode: requests read, events and bodies written. */
@NullMarked
package dev.streamux.protocol.chat.dialect.responses;

import org.jspecify.annotations.NullMarked;
