/** Facts of the request: schedule, duration, goodput. */
@NullMarked
package dev.streamux.analyzer.metric.transport;

import org.jspecify.annotations.NullMarked;
