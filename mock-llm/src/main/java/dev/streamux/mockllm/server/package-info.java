/** The wire: Netty pipelines, and an answer on its way to the client. */
@NullMarked
package dev.streamux.mockllm.server;

import org.jspecify.annotations.NullMarked;
