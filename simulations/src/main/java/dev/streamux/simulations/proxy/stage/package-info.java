/** What can happen to the bytes of an answer between the origin and the client, one stage a kind of impairment. */
@NullMarked
package dev.streamux.simulations.proxy.stage;

import org.jspecify.annotations.NullMarked;
