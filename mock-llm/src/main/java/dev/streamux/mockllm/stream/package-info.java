/** Answers on their way out: event by event or in one body, with what goes wrong on the way. */
@NullMarked
package dev.streamux.mockllm.stream;

import org.jspecify.annotations.NullMarked;
