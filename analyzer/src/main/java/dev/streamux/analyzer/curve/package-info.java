/** The text of a response as a function of time, which every reader metric is computed from. */
@NullMarked
package dev.streamux.analyzer.curve;

import org.jspecify.annotations.NullMarked;
