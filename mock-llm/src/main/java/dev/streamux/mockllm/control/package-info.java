/** The control plane under /_mock. */
@NullMarked
package dev.streamux.mockllm.control;

import org.jspecify.annotations.NullMarked;
