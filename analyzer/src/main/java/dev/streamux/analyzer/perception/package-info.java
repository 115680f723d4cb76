/** From waits to the share of people who would call an answer slow: modelled, with its limits in plain sight. */
@NullMarked
package dev.streamux.analyzer.perception;

import org.jspecify.annotations.NullMarked;
