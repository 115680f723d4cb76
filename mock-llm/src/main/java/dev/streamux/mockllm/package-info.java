/** The mock LLM server: start it, set it, ask how it does. */
@NullMarked
package dev.streamux.mockllm;

import org.jspecify.annotations.NullMarked;
