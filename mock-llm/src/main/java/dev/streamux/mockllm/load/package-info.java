/** Who runs and who waits: the batch of a model server. */
@NullMarked
package dev.streamux.mockllm.load;

import org.jspecify.annotations.NullMarked;
