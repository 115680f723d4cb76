/** Andes QoE in its three forms, for comparison with other work. */
@NullMarked
package dev.streamux.analyzer.metric.andes;

import org.jspecify.annotations.NullMarked;
