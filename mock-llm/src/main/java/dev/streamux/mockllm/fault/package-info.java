/** What the mock breaks on purpose, and where. */
@NullMarked
package dev.streamux.mockllm.fault;

import org.jspecify.annotations.NullMarked;
