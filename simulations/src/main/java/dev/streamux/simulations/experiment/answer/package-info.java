/** Answers to a scenario's question in sentences with numbers. Pure: the same traces, the same sentences. */
@NullMarked
package dev.streamux.simulations.experiment.answer;

import org.jspecify.annotations.NullMarked;
