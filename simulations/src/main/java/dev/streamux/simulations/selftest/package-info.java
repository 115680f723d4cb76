/** The client against streams whose truth is known by construction: the evidence that its figures can be trusted. */
@NullMarked
package dev.streamux.simulations.selftest;

import org.jspecify.annotations.NullMarked;
