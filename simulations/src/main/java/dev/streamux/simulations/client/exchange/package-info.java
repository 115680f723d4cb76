/** What is heard: one response from its headers to its end, added up into its trace. */
@NullMarked
package dev.streamux.simulations.client.exchange;

import org.jspecify.annotations.NullMarked;
