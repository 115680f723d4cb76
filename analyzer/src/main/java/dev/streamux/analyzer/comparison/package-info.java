/** Two arms against each other: paired where their seeds match, with an interval and a verdict in plain words. */
@NullMarked
package dev.streamux.analyzer.comparison;

import org.jspecify.annotations.NullMarked;
