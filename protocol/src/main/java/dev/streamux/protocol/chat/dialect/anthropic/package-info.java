/** Anthropic Messages: requests read, events and bodies written. */
@NullMarked
package dev.streamux.protocol.chat.dialect.anthropic;

import org.jspecify.annotations.NullMarked;
