/** The simulated reader: a constant speed, first pass, no skimming; waits whenever there is nothing new to read. */
@NullMarked
package dev.streamux.analyzer.reading;

import org.jspecify.annotations.NullMarked;
