/** When things first become visible: metrics of the beginning and the end. */
@NullMarked
package dev.streamux.analyzer.metric.onset;

import org.jspecify.annotations.NullMarked;
