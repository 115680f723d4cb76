/** The open port: what listens, and which handlers a new connection gets. */
@NullMarked
package dev.streamux.mockllm.server;

import org.jspecify.annotations.NullMarked;
