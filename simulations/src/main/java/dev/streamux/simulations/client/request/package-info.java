/** What is asked: one question to one endpoint, and when its reader gives up or stops. */
@NullMarked
package dev.streamux.simulations.client.request;

import org.jspecify.annotations.NullMarked;
