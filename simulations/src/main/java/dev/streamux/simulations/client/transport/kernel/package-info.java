/** HTTP/1.1 whose reads carry the time at which the kernel received the bytes. */
@NullMarked
package dev.streamux.simulations.client.transport.kernel;

import org.jspecify.annotations.NullMarked;
