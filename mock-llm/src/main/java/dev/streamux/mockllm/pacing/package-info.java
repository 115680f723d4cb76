/** When each token leaves: models of time, the schedule of an answer, and the pacer of an event loop. */
@NullMarked
package dev.streamux.mockllm.pacing;

import org.jspecify.annotations.NullMarked;
