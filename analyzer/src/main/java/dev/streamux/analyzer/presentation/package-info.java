/** What a page or a screen reader makes of an answer: policies of presentation, simulated on its arrivals. */
@NullMarked
package dev.streamux.analyzer.presentation;

import org.jspecify.annotations.NullMarked;
