/** What a client sends to ask for an answer: path, headers and body in each dialect. */
@NullMarked
package dev.streamux.protocol.chat.ask;

import org.jspecify.annotations.NullMarked;
