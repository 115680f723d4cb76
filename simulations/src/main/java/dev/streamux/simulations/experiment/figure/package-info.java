/** The figures of a run that tables show and answers speak of. Pure: the same traces, the same figures. */
@NullMarked
package dev.streamux.simulations.experiment.figure;

import org.jspecify.annotations.NullMarked;
