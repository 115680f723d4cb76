/**
 * Statistics of samples: percentiles, intervals, effects, tests. Pure, and dependent on nothing else of streamux.
 *
 * <p>Own code where commons-math3 lacks the method or hides a trap; {@code docs/statistics.md} lists which and why.
 * Every function that draws takes its random generator as an argument.
 */
@NullMarked
package dev.streamux.analyzer.stats;

import org.jspecify.annotations.NullMarked;
