/** The configuration file. */
@NullMarked
package dev.streamux.mockllm.config;

import org.jspecify.annotations.NullMarked;
