/** One answer, described without any vendor's words: its pieces, its tool calls, its counts. */
@NullMarked
package dev.streamux.protocol.chat.answer;

import org.jspecify.annotations.NullMarked;
