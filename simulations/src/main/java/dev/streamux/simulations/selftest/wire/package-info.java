/** A server that writes scripted bytes at scripted times, by hand and without the code that it checks. */
@NullMarked
package dev.streamux.simulations.selftest.wire;

import org.jspecify.annotations.NullMarked;
