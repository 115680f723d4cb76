/**
 * A reverse proxy that does to a stream, on purpose and repeatably, what real proxies do by accident.
 *
 * <p>{@code ImpairmentProxy} takes connections, an {@code Exchange} carries one request, and the stages of
 * {@code proxy.stage} shape the bytes of its answer; {@code PolicyStages} says which policy of {@code proxy.policy} means
 * which stages.
 */
@NullMarked
package dev.streamux.simulations.proxy;

import org.jspecify.annotations.NullMarked;
