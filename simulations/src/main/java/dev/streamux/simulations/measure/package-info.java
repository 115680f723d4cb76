/** What budgets look at, while a run goes on and after it: quantiles of the times of complete responses. */
@NullMarked
package dev.streamux.simulations.measure;

import org.jspecify.annotations.NullMarked;
