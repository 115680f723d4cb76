/** How evenly the text flows between its first and its last character. */
@NullMarked
package dev.streamux.analyzer.metric.flow;

import org.jspecify.annotations.NullMarked;
