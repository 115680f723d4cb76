/** The ground truth: what was planned, what left and when, for each request. */
@NullMarked
package dev.streamux.mockllm.emission;

import org.jspecify.annotations.NullMarked;
