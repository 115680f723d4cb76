/** What keeps a connection within its bounds, and the words with which it is refused. */
@NullMarked
package dev.streamux.mockllm.guard;

import org.jspecify.annotations.NullMarked;
