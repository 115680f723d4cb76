/** What goes over the wire between a chat client and a model server. */
@NullMarked
package dev.streamux.protocol;

import org.jspecify.annotations.NullMarked;
