/** Freezes of the visible text: gaps between its steps, whatever the reader does meanwhile. */
@NullMarked
package dev.streamux.analyzer.metric.stall;

import org.jspecify.annotations.NullMarked;
