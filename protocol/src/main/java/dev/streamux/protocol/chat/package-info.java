/** The chat dialects: their words, their requests, and their streams encoded and decoded. */
@NullMarked
package dev.streamux.protocol.chat;

import org.jspecify.annotations.NullMarked;
