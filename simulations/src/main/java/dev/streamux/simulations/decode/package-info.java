/** An event stream from anywhere as one JSON line an event. */
@NullMarked
package dev.streamux.simulations.decode;

import org.jspecify.annotations.NullMarked;
