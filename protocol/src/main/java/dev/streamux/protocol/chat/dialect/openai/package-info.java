/** OpenAI chat completions: requests read, events and bodies written. */
@NullMarked
package dev.streamux.protocol.chat.dialect.openai;

import org.jspecify.annotations.NullMarked;
