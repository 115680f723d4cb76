/** What streaming gains: each answer as it came, against the same answer shown whole when it was complete. */
@NullMarked
package dev.streamux.analyzer.metric.gain;

import org.jspecify.annotations.NullMarked;
