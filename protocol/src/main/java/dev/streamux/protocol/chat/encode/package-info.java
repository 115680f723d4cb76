/** Answers turned into the events and bodies that go over the wire, ready for a hot loop. */
@NullMarked
package dev.streamux.protocol.chat.encode;

import org.jspecify.annotations.NullMarked;
