/** What bounds memory: how many tokens of answers and bytes of requests there may be at a time. */
@NullMarked
package dev.streamux.mockllm.budget;

import org.jspecify.annotations.NullMarked;
