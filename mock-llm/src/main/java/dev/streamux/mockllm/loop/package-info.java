/** The threads of a server. */
@NullMarked
package dev.streamux.mockllm.loop;

import org.jspecify.annotations.NullMarked;
