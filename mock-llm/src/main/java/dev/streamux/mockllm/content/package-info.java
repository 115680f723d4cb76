/** What the mock says: texts of our own chosen by seed, cut into real tokens, and tool calls that fit their schema. */
@NullMarked
package dev.streamux.mockllm.content;

import org.jspecify.annotations.NullMarked;
