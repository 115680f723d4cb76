/** One request turned into one answer: what it says and when each event of it is due. */
@NullMarked
package dev.streamux.mockllm.answer;

import org.jspecify.annotations.NullMarked;
