/** From rules and observations to a verdict: pass, fail or inconclusive, by confidence bounds and never by points. */
@NullMarked
package dev.streamux.analyzer.gate;

import org.jspecify.annotations.NullMarked;
