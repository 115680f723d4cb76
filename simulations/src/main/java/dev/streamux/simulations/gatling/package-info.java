/**
 * The Gatling side: the action {@code streamux("name").chat(…)} for anybody's simulation, and the simulation that plays a
 * scenario file. {@link dev.streamux.simulations.gatling.GatlingEngine} alone touches Gatling's internals.
 */
@NullMarked
package dev.streamux.simulations.gatling;

import org.jspecify.annotations.NullMarked;
