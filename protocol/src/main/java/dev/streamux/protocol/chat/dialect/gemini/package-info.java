/** Gemini generateContent: requests read, events and bodies written. */
@NullMarked
package dev.streamux.protocol.chat.dialect.gemini;

import org.jspecify.annotations.NullMarked;
