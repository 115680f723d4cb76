/** A chat request as a server reads it, and the error it gives when it will not. */
@NullMarked
package dev.streamux.protocol.chat.request;

import org.jspecify.annotations.NullMarked;
