/**
 * What a scenario's own question came to, computed from the files of a run: budgets, saturation levels, early stops,
 * recoveries. Pure: the same files, the same tables.
 */
@NullMarked
package dev.streamux.simulations.experiment;

import org.jspecify.annotations.NullMarked;
