/** Readers of different speeds: what 20 of them wait, and how many would call it slow. */
@NullMarked
package dev.streamux.analyzer.metric.population;

import org.jspecify.annotations.NullMarked;
