/** Statistics that look at the order of values only: tests, effects and intervals that a few outliers move little. */
@NullMarked
package dev.streamux.analyzer.stats.rank;

import org.jspecify.annotations.NullMarked;
