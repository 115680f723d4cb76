/** From the events and bodies of each dialect to what they mean for a reader: text, reasoning, tool calls, the end. */
@NullMarked
package dev.streamux.protocol.chat.decode;

import org.jspecify.annotations.NullMarked;
