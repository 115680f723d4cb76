/** What a metric is, and what it is computed from. The metrics themselves live in the rooms below. */
@NullMarked
package dev.streamux.analyzer.metric;

import org.jspecify.annotations.NullMarked;
