/** The mock's watch on itself: lateness, event-loop stalls, garbage collection. */
@NullMarked
package dev.streamux.mockllm.check;

import org.jspecify.annotations.NullMarked;
