/** What can be set for one request, and the four ways to set it. */
@NullMarked
package dev.streamux.mockllm.knob;

import org.jspecify.annotations.NullMarked;
