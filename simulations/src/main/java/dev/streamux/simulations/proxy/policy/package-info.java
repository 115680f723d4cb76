/** What a proxy shall do to an answer, as words and as records; ready-made ones of real products. */
@NullMarked
package dev.streamux.simulations.proxy.policy;

import org.jspecify.annotations.NullMarked;
