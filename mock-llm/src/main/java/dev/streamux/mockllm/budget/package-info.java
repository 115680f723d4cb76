/** What bounds the memory of answers: the tokens that may be on their way at a time. */
@NullMarked
package dev.streamux.mockllm.budget;

import org.jspecify.annotations.NullMarked;
